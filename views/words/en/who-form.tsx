import type { Child } from 'hono/jsx'

/** What a form is of. */
type Of = 'party' | 'person'

type Table<Key extends string> = Readonly<Record<Key, string>>

/** The form of a party or of a person, and what keeps it from being saved. */
export const whoForm = {
  add: { party: 'Add a party', person: 'Add a person' } as Table<Of>,
  edit: { party: 'Edit party', person: 'Edit person' } as Table<Of>,
  /** The button that a press of Enter stands for. */
  saveByEnter: 'Save',
  save: { party: 'Save party', person: 'Save person' } as Table<Of>,

  duplicate: {
    party: 'This party is on record already',
    person: 'This person is on record already',
  } as Table<Of>,
  sameName: 'One has this name, so nothing was saved.',
  see: { party: 'See the party', person: 'See the person' } as Table<Of>,

  name: 'Name',
  kind: 'Kind',
  kindHint: 'State, government, armed group, company, newspaper.',
  aliases: 'Also called',
  aliasesHint: 'One name a line.',
  wikidata: 'Wikidata',
  wikidataHint: 'Q and digits, such as Q159. It tells that this is who another topic means.',
  part: 'Part in the dispute',
  parts: {
    party: { label: 'Party to the dispute' },
    observer: { label: 'Observer', hint: 'A newspaper, a monitor, a court.' },
    mentioned: { label: 'Only mentioned', hint: 'Left out of comparisons unless asked for.' },
  } as Readonly<
    Record<'party' | 'observer' | 'mentioned', { readonly label: string; readonly hint?: string }>
  >,
  iso3166: 'ISO 3166',
  iso3166Hint: (): Child => 'Of a state: two letters, such as US.',

  names: 'Names in other languages',
  addName: 'Add a name',
  language: 'Language',
  languageHint: (): Child => 'Such as ar, ru or zh-Hant.',
  nameInIt: 'Name in it',
  members: 'Member of',
  addMembership: 'Add a membership',
  coalition: 'Coalition',
  roles: 'Roles',
  addRole: 'Add a role',
  speaksFor: 'Speaks for',
  role: 'Role',
  chooseParty: 'Choose a party',
  from: 'From',
  fromHint: '2013-02-01, 2013-02 or 2013.',
  to: 'Until',
  toHint: 'Empty while it lasts.',
  numbered: (what: string, n: number) => `${what}: ${n}`,
  takes: (most: number) => `This form takes ${most} of them.`,

  /** Fields by the names that forms give them, where two versions of one are compared. */
  fields: {
    name: 'Name',
    kind: 'Kind',
    part: 'Part in the dispute',
    aliases: 'Also called',
    iso3166: 'ISO 3166',
    wikidata: 'Wikidata',
    names: 'Names in other languages',
    members: 'Memberships',
    roles: 'Roles',
  } as Readonly<Record<string, string>>,
  rows: { in: 'Name in another language', of: 'Membership', role: 'Role' } as Table<
    'in' | 'of' | 'role'
  >,
  rowFields: {
    language: 'language',
    name: 'name',
    party: 'party',
    title: 'title',
    from: 'from',
    to: 'to',
  } as Readonly<Record<string, string>>,
  /** "Membership 2, from". */
  rowField: (row: string, n: string, field: string) => `${row} ${n}, ${field}`,
  /** The part as the record writes it. */
  partCodes: { party: 'party', observer: 'observer', mentioned: 'mentioned' } as Readonly<
    Record<string, string>
  >,
}
