import type { Role } from '#server/domain/access.ts'

/** What an account may do, in one word. */
export const roles: Readonly<Record<Role, string>> = {
  reader: 'reader',
  contributor: 'contributor',
  reviewer: 'reviewer',
  editor: 'editor',
  owner: 'owner',
}
