import { ROLES, type Role } from '#server/domain/access.ts'
import type { Option } from '../shared/fields.tsx'

/** What each role adds to the one before it. */
export const roleMeaning: Readonly<Record<Role, string>> = {
  reader: 'Readers see team topics besides the public ones.',
  contributor: 'Contributors record sources and claims, and correct what they recorded.',
  reviewer: 'Reviewers also decide on contradictions, except on what they recorded themselves.',
  editor:
    'Editors also correct what others recorded, settle what reviewers differ on, decide who sees a topic, have it told to webhooks, and invite people.',
  owner: 'Owners also give roles and disable accounts, and see every topic.',
}

export const RoleMeaning = ({ role }: { role: Role }) => <>{roleMeaning[role]}</>

/** Roles to choose from, with what they mean. */
export const roleOptions = (roles: readonly Role[] = ROLES): Option[] =>
  roles.map((role) => ({ value: role, label: capital(role), hint: roleMeaning[role] }))

export const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
