/**
 * What was done to somebody's account, as the log of people says it: a clause about whoever did it, with
 * the name of whom it was done to. Written and read here and nowhere else. Pure.
 */
import { ROLES, type Role } from './access.ts'

export type PeopleAct =
  | { readonly did: 'role'; readonly from: Role; readonly to: Role }
  | { readonly did: 'disabled' | 'let in' }

/** "made Ana reviewer (was contributor)". */
export function describePeopleAct(act: PeopleAct, name: string): string {
  if (act.did === 'role') return `made ${name} ${act.to} (was ${act.from})`
  return act.did === 'disabled' ? `disabled the account of ${name}` : `let ${name} in again`
}

const ACTS: readonly PeopleAct[] = [
  { did: 'disabled' },
  { did: 'let in' },
  ...ROLES.flatMap((from) => ROLES.map((to) => ({ did: 'role', from, to }) as const)),
]

/** The act that such a clause tells of; undefined where it tells of something else. */
export const parsePeopleAct = (what: string, name: string): PeopleAct | undefined =>
  ACTS.find((act) => describePeopleAct(act, name) === what)

/** Readers rely on these: who holds one is named. */
const isNamed = (role: Role): boolean => role === 'editor' || role === 'owner'

/**
 * Is the person named to whom this was done? Whoever is, or was, an editor or an owner decides over the
 * record of others and answers for it in public; everybody else is only what their role is.
 * @param role - theirs at the time, after a change of role
 */
export const isNamedIn = (act: PeopleAct, role: Role): boolean =>
  isNamed(role) || (act.did === 'role' && (isNamed(act.from) || isNamed(act.to)))

/** Words of a name that say too little to give it away. */
const SHORT = 3

/**
 * A reason without the name of whom it is about, whole or in part.
 * @param instead - what stands in its place, in words
 */
export function withoutName(why: string, name: string, instead = '[name left out]'): string {
  const parts = [name, ...name.split(/\s+/u).filter((part) => part.length >= SHORT)]
  return parts
    .filter((part) => part.trim() !== '')
    .reduce((text, part) => text.replace(wholeWord(part), () => instead), why)
}

const wholeWord = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escapeForRegExp(word)}(?![\\p{L}\\p{N}])`, 'giu')

const escapeForRegExp = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
