import type { Role } from '#server/domain/access.ts'

/** What an account may do, in one word. */
export const roles: Readonly<Record<Role, string>> = {
  reader: 'قارئ',
  contributor: 'مساهم',
  reviewer: 'مراجِع',
  editor: 'محرِّر',
  owner: 'مالك',
}
