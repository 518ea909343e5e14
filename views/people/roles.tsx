import { ROLES, type Role } from '#server/domain/access.ts'
import type { Option } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'

/** What a role adds to the one before it. */
export const RoleMeaning = ({ role }: { role: Role }) => <>{wording().people.roleMeanings[role]}</>

/** Roles to choose from, with what they mean. */
export const roleOptions = (roles: readonly Role[] = ROLES): Option[] => {
  const { roleNames, roleMeanings } = wording().people
  return roles.map((role) => ({ value: role, label: roleNames[role], hint: roleMeanings[role] }))
}
