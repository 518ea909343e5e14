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

/** The name, its aliases, and for people the family name, as news calls them after the first time. */
const namesOf = ({ name, aliases }: KnownParty, withLast: boolean): string[] => {
  const last = name.split(/\s+/u).at(-1) ?? ''
  return [name, ...aliases, ...(withLast && last.length > 2 ? [last] : [])].filter((n) => n !== '')
}

/**
 * Whom some words name first: a person before a party, because "Russia’s Lavrov" is Lavrov.
 * @param words - a source of an attribution, or a whole sentence
 */
export function findSpeaker(
  words: string,
  speakers: readonly KnownSpeaker[],
  parties: readonly KnownParty[],
): NamedSpeaker | undefined {
  const person = firstNamed(words, speakers, true)
  if (person !== undefined) return { person: person.slug, party: person.parties[0] }
  const party = firstNamed(words, parties, false)
  return party === undefined ? undefined : { party: party.slug }
}

/** Of two that begin at the same place, the one with the longer name. */
function firstNamed<Known extends KnownParty>(
  words: string,
  known: readonly Known[],
  withLast: boolean,
): Known | undefined {
  const found = known.flatMap((one) =>
    namesOf(one, withLast).flatMap((name) => {
      const at = placeOf(words, name)
      return at < 0 ? [] : [{ one, at, length: name.length }]
    }),
  )
  return found.sort((a, b) => a.at - b.at || b.length - a.length)[0]?.one
}
