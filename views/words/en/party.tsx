import type { Child } from 'hono/jsx'
import { counts } from './counts.ts'

/** What a party is in the dispute. */
type Part = 'party' | 'observer' | 'mentioned'

type Table<Key extends string> = Readonly<Record<Key, string>>

/** The pages of parties and of people, and the list of them. */
export const party = {
  /** Of a party's page, for search engines and other sites. */
  description: (name: string, topic: string) =>
    `What ${name} says in ${topic}, issue by issue, with sources.`,
  listTitle: (topic: string) => `Parties: ${topic}`,
  add: 'Add a party',
  addPerson: 'Add a person',
  none: 'No parties yet',
  howAdded: 'A party is added by hand, or comes in with the first claim that it makes.',
  listed: (parties: number) =>
    `${counts.parties(parties)}: those in the dispute, then observers, then those only mentioned.`,
  /** After the kind of a party, with what parts the two. */
  inList: { party: '', observer: ', observer', mentioned: ', mentioned' } as Table<Part>,
  claimsOn: (claims: number, issues: number) =>
    claims === 0 ? 'no claims' : `${counts.claims(claims)} on ${counts.issues(issues)}`,
  /** For the numbered pages of the list. */
  pages: 'parties',

  kind: 'Kind',
  part: 'Part',
  parts: {
    party: 'Party to the dispute',
    observer: 'Observer of the dispute',
    mentioned: 'Mentioned, no part in the dispute',
  } as Table<Part>,
  iso3166: 'ISO 3166',
  wikidata: 'Wikidata',
  memberOf: 'Member of',
  members: 'Members',
  speaksThrough: 'Speaks through',
  aliases: 'Also called',
  otherNames: 'In other languages',

  edit: 'Edit',
  nothingSaid: 'Nothing this party said has been recorded.',
  /** @param on - on how many issues it is on record @param of - of how many */
  onRecord: ([on, of]: readonly [number, number], claims: number, contradictions: number) =>
    `On record on ${on} of ${counts.issues(of)}, ${counts.claims(claims)}; ${counts.contradictions(contradictions)}.`,
  compareWith: 'Compare with',
  compare: 'Compare',
  compareWithAll: 'Compare with all',
  addClaim: 'Add a claim',
  holds: 'What it holds',
  holdsAsOf: (day: string) => `As of ${day}: what nothing said later has superseded.`,
  /** @param question - after it, for those who hear the link alone */
  compareOn: (question: Child) => (
    <>
      Compare<span class="visually-hidden"> on: {question}</span>
    </>
  ),
  mixed: 'Mixed messages: some of these conflict with each other',
  changed: 'Changes of position',
  opposed: 'Conflicts most with',
  close: 'Agrees most with',
  contradictions: 'Contradictions',
  allContradictions: (n: number) => `All ${counts.contradictions(n)}`,
  silentOn: 'Silent on',
  claims: 'Claims',
  noClaims: 'No claims yet',
  addFirst: 'Add the first claim',
  newestFirst: (claims: number) => `${counts.claims(claims)}, the newest first`,
  pagesOfClaims: 'claims',

  roles: (n: number): string => (n === 1 ? 'Role' : 'Roles'),
  noRoles: 'None on record',
  said: 'Said',
  nothingSaidByPerson: 'Nothing this person said has been recorded.',
}
