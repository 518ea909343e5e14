import { z } from 'zod'
import { type FieldValues, startValues, valueOf } from '#views/shared/fields.tsx'
import {
  MOST_ROWS,
  PARTY_FIELDS,
  PERSON_FIELDS,
  memberNames,
  nameNames,
  roleNames,
  rowsOf,
} from '#views/party/form-fields.ts'
import { DateError, parseDate } from '../domain/dates.ts'
import { DossierParty, DossierPerson, OPEN_END } from '../domain/dossier.ts'
import { present } from '../domain/new-claim.ts'
import type { SentFields } from './claim-fields.ts'
import { FormReader } from './form-reader.ts'

/** From what the forms of parties and people sent to what can be saved, or to messages by field. */

const texts = (names: readonly string[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.string().optional()])))

export const PartyFields = texts(PARTY_FIELDS)
export const PersonFields = texts(PERSON_FIELDS)

/** What a party is in the dispute: it takes part, it observes, or it is only mentioned. */
export const PARTS = ['party', 'observer', 'mentioned'] as const
export type Part = (typeof PARTS)[number]

type Errors = Readonly<Record<string, readonly string[]>>
type Checked<Draft> =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly errors: Errors }

export interface PartyDraft {
  readonly form: Omit<DossierParty, 'slug'>
  readonly part: Part
}

interface Context {
  /** Slugs of the topic's parties. */
  readonly parties: ReadonlySet<string>
  /** The party's own, which it cannot belong to. */
  readonly own?: string | undefined
}

/** Check a party's form. */
export function checkParty(sent: SentFields, context: Context): Checked<PartyDraft> {
  const form = new FormReader(sent)
  const name = readName(form)
  const kind = form.required('kind', {
    label: 'Kind',
    max: 200,
    required: 'Enter what it is: state, armed group, company, newspaper.',
  })
  const part = form.option('part', PARTS, 'Choose its part in the dispute.')
  const read = {
    name,
    kind,
    aliases: readLines(form, 'aliases'),
    names: orNothing(readOtherNames(form)),
    iso3166: readCode(form, 'iso3166', DossierParty.shape.iso3166, (t) => t.toUpperCase()),
    wikidata: readCode(form, 'wikidata', DossierParty.shape.wikidata),
    memberOf: orNothing(readMemberships(form, context)),
  }
  if (!form.isClean) return { ok: false, errors: form.errors }
  const draft = present(read) as PartyDraft['form']
  return { ok: true, draft: { form: draft, part: part ?? 'mentioned' } }
}

export type PersonDraft = Omit<DossierPerson, 'slug'>

/** Check a person's form. */
export function checkPerson(
  sent: SentFields,
  context: Context & { readonly before?: DossierPerson | undefined },
): Checked<PersonDraft> {
  const form = new FormReader(sent)
  const aliases = readLines(form, 'aliases')
  const read = {
    name: readName(form),
    aliases: aliases.length === 0 && context.before?.aliases === undefined ? undefined : aliases,
    wikidata: readCode(form, 'wikidata', DossierPerson.shape.wikidata),
    roles: readRoles(form, context),
  }
  if (!form.isClean) return { ok: false, errors: form.errors }
  return { ok: true, draft: present(read) as PersonDraft }
}

const readName = (form: FormReader) =>
  form.required('name', { label: 'Name', max: 300, required: 'Enter the name.', refuseBidi: true })

/** Other names, one a line; each once. */
function readLines(form: FormReader, name: string): string[] {
  const lines = form
    .sent(name)
    .split(/\r?\n/)
    .map((line) => line.trim())
  const all = [...new Set(lines.filter((line) => line !== ''))]
  for (const line of all) {
    if (form.errors[name] !== undefined) break
    if (line.length > 300) form.refuse(name, 'One of these names is longer than 300 characters.')
    else form.parse(name, plainLine, line)
  }
  return all
}

const plainLine = DossierParty.shape.name

const orNothing = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list

function readCode(
  form: FormReader,
  name: string,
  schema: z.ZodType<string | undefined>,
  tidy = (text: string) => text,
): string | undefined {
  const text = tidy(form.sent(name).trim())
  return text === '' ? undefined : form.parse(name, schema, text)
}

const rows = (form: FormReader, count: string) =>
  Array.from({ length: rowsOf(form.sent(count)) }, (_, i) => i + 1)

function readOtherNames(form: FormReader) {
  const seen = new Set<string>()
  return rows(form, 'names').flatMap((n) => {
    const { language, text } = nameNames(n)
    const [tag, name] = [form.sent(language).trim(), form.sent(text).trim()]
    if (tag === '' && name === '') return []
    if (tag === '') form.refuse(language, 'Enter the language, such as ar or ru.')
    else form.parse(language, LANGUAGE, tag)
    if (seen.has(tag)) form.refuse(language, 'There is a name in this language above.')
    seen.add(tag)
    if (name === '') form.refuse(text, 'Enter the name in this language.')
    else form.parse(text, plainLine, name)
    return [{ language: tag, name }]
  })
}

const LANGUAGE = DossierParty.shape.names.unwrap().element.shape.language

type Period = { from?: string | undefined; to?: string | undefined }

/** A beginning and an end, as EDTF; either may be left open. */
function readPeriod(form: FormReader, from: string, to: string): Period {
  const read = (name: string) => {
    const text = form.sent(name).trim()
    if (text === '' || text === OPEN_END) return text === '' ? undefined : OPEN_END
    try {
      return parseDate(text).text
    } catch (error) {
      if (error instanceof DateError) return form.refuse(name, error.message)
      throw error
    }
  }
  const period = present({ from: read(from), to: read(to) })
  if (isBackwards(period)) form.refuse(to, 'It ends before it begins.')
  return period
}

const isBackwards = ({ from = OPEN_END, to = OPEN_END }: Period): boolean =>
  from !== OPEN_END && to !== OPEN_END && parseDate(to).latest < parseDate(from).earliest

function readMemberships(form: FormReader, { parties, own }: Context) {
  return rows(form, 'members').flatMap((n) => {
    const names = memberNames(n)
    const party = form.sent(names.party)
    const period = readPeriod(form, names.from, names.to)
    if (party === '') {
      if (Object.keys(period).length > 0) form.refuse(names.party, 'Choose what it belongs to.')
      return []
    }
    if (party === own) form.refuse(names.party, 'A party cannot belong to itself.')
    else if (!parties.has(party)) form.refuse(names.party, 'Choose one of the list.')
    return [{ party, ...period }]
  })
}

function readRoles(form: FormReader, { parties }: Context) {
  return rows(form, 'roles').flatMap((n) => {
    const names = roleNames(n)
    const party = form.sent(names.party)
    const title = form.optional(names.title, { label: 'Role', max: 300 })
    const period = readPeriod(form, names.from, names.to)
    if (party === '' && title === undefined && Object.keys(period).length === 0) return []
    if (!parties.has(party)) form.refuse(names.party, 'Choose the party that the role is for.')
    if (title === undefined && form.errors[names.title] === undefined)
      form.refuse(names.title, 'Enter the role, such as Secretary of State.')
    return [{ party, title: title ?? '', ...period }]
  })
}

/** A party's fields, as its form shows them. */
export function valuesOfParty(party: DossierParty, part: Part): FieldValues {
  const { names = [], memberOf = [] } = party
  return startValues({
    name: party.name,
    kind: party.kind,
    part,
    aliases: party.aliases.join('\n'),
    iso3166: party.iso3166,
    wikidata: party.wikidata,
    names: String(Math.max(1, names.length)),
    members: String(Math.max(1, memberOf.length)),
    ...rowsValues(names, (n, one) => ({
      [nameNames(n).language]: one.language,
      [nameNames(n).text]: one.name,
    })),
    ...rowsValues(memberOf, (n, one) => ({
      [memberNames(n).party]: one.party,
      [memberNames(n).from]: one.from,
      [memberNames(n).to]: one.to,
    })),
  })
}

/** A person's fields, as its form shows them. */
export const valuesOfPerson = (person: DossierPerson): FieldValues =>
  startValues({
    name: person.name,
    aliases: (person.aliases ?? []).join('\n'),
    wikidata: person.wikidata,
    roles: String(Math.max(1, person.roles.length)),
    ...rowsValues(person.roles, (n, one) => ({
      [roleNames(n).party]: one.party,
      [roleNames(n).title]: one.title,
      [roleNames(n).from]: one.from,
      [roleNames(n).to]: one.to,
    })),
  })

const rowsValues = <T>(
  list: readonly T[],
  of: (n: number, one: T) => Record<string, string | undefined>,
): Record<string, string | undefined> =>
  Object.fromEntries(list.flatMap((one, i) => Object.entries(of(i + 1, one))))

/** Can the form hold all rows of a party or a person? Else it is changed with a dossier. */
export const fitsRows = (...lists: readonly (readonly unknown[] | undefined)[]): boolean =>
  lists.every((list = []) => list.length <= MOST_ROWS)

/** One more row of a kind. @returns undefined for the buttons that save */
export function takeRowStep(values: FieldValues): FieldValues | undefined {
  const of = /^add-(names|members|roles)$/.exec(valueOf(values, 'step'))?.[1]
  if (of === undefined) return undefined
  const more = Math.min(rowsOf(valueOf(values, of)) + 1, MOST_ROWS)
  return new Map(values).set(of, [String(more)])
}
