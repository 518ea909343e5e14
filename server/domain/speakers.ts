/** Who is meant by a name in a text: a person on record, or a party. Pure. */

export interface KnownSpeaker {
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Slugs of parties that they speak for, the newest role first. */
  readonly parties: readonly string[]
}

export interface KnownParty {
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** Whoever a text names; a person comes with the party that they speak for. */
export interface NamedSpeaker {
  readonly person?: string | undefined
  readonly party?: string | undefined
}

const LETTER = /[\p{L}\p{N}]/u

/** Where `name` stands as a whole word, or -1. Case counts: a “Will” is not a will. */
function placeOf(words: string, name: string): number {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
    const [before = '', after = ''] = [words[at - 1], words[at + name.length]]
    if (!LETTER.test(before) && !LETTER.test(after)) return at
  }
  return -1
}

const lastWord = (name: string): string => name.split(/\s+/u).at(-1) ?? ''

/** "spokesman for Vladimir Putin": whoever is called by what they do, and for whom. */
const BY_ROLE = /^(?<role>\p{Ll}.*?) (?:for|of|to) (?<whom>\p{Lu}.*)$/u

/** What else somebody called so is called in news after the first time. */
function shortNamesOf(name: string): string[] {
  const { role, whom } = BY_ROLE.exec(name)?.groups ?? {}
  if (role !== undefined && whom !== undefined)
    return [whom, lastWord(whom)].flatMap((one) => [`${one}’s ${role}`, `${one}'s ${role}`])
  const family = lastWord(name)
  // Arabic family names are written with the article and without.
  return [family, family.replace(/^[AaEe]l-/u, '')].filter((one) => one.length > 2)
}

const namesOfPerson = ({ name, aliases }: KnownParty): string[] => [
  name,
  ...aliases,
  ...aliases.flatMap((alias) => (BY_ROLE.test(alias) ? shortNamesOf(alias) : [])),
  ...shortNamesOf(name),
]

/**
 * What English calls people of a country of that name, by the regular endings: Russian, Iranian,
 * Chinese, Israeli, Turkish. The irregular ones (French, American) are aliases for people to record.
 */
function demonymsOf(name: string): string[] {
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(name)) return []
  const stems = new Set([name, name.replace(/(?:[aeo]|ey|y)$/u, '')])
  return [...stems].flatMap((stem) =>
    ['n', 'an', 'ian', 'ese', 'i', 'ish'].map((ending) => stem + ending),
  )
}

const namesOfParty = ({ name, aliases }: KnownParty): string[] => [
  name,
  ...aliases,
  ...[name, ...aliases].flatMap(demonymsOf),
]

/**
 * Whom some words name first: a person before a party, because "Russia’s Lavrov" is Lavrov.
 * @param words - a source of an attribution, or a whole sentence
 */
export function findSpeaker(
  words: string,
  speakers: readonly KnownSpeaker[],
  parties: readonly KnownParty[],
): NamedSpeaker | undefined {
  const person = firstNamed(words, speakers, namesOfPerson)
  if (person !== undefined) return { person: person.slug, party: person.parties[0] }
  // "Iranian-backed" are others than Iran.
  const party = firstNamed(words.replaceAll(/[\p{L}\p{M}]+-\p{Ll}+/gu, ' '), parties, namesOfParty)
  return party === undefined ? undefined : { party: party.slug }
}

/**
 * Everybody whom some words name together, in order, each once: "Kerry and Lavrov" are two. A clause
 * that tells which ones are meant, and what stands between commas without an "and", names nobody more.
 */
export function findSpeakers(
  words: string,
  speakers: readonly KnownSpeaker[],
  parties: readonly KnownParty[],
): NamedSpeaker[] {
  const [named = ''] = words.split(/\b(?:that|who|whose|which)\b/u)
  const isSeveral = /\band\b|&/u.test(named)
  const found = (isSeveral ? named.split(/,|\band\b|&/u) : [named]).flatMap(
    (part) => findSpeaker(part, speakers, parties) ?? [],
  )
  return [...new Map(found.map((one) => [one.person ?? one.party, one])).values()]
}

/** Of two that begin at the same place, the one with the longer name. */
function firstNamed<Known extends KnownParty>(
  words: string,
  known: readonly Known[],
  namesOf: (one: Known) => readonly string[],
): Known | undefined {
  const found = known.flatMap((one) =>
    namesOf(one).flatMap((name) => {
      const at = name === '' ? -1 : placeOf(words, name)
      return at < 0 ? [] : [{ one, at, length: name.length }]
    }),
  )
  return found.sort((a, b) => a.at - b.at || b.length - a.length)[0]?.one
}
