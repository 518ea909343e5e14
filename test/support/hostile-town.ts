import type { Db } from '#db/connect.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { paths } from '#server/paths.ts'
import { filledForm } from './a-claim-form.ts'
import { aDossier } from './a-dossier.ts'
import { signedInAs } from './an-account.ts'
import { aForm, anApp, noon, signedIn } from './app.ts'
import { controlsOf, readPage } from './hostile-html.ts'

export type Fields = Record<string, string>

/** A form that brings along a party, a person, an issue with a position and a source, all its texts given. */
export const aFullForm = (texts: Fields): Fields => ({
  ...filledForm,
  party: '+',
  person: '+',
  issue: '+',
  'issue-nature': 'normative',
  'issue-kind': 'options',
  position: '+',
  stance: 'affirms',
  wording: 'direct quotation',
  said: '2020-01-20',
  'c1-source': '+',
  'c1-published': '2020-02',
  'c1-source-language': 'en',
  'c1-captured': `Before it.\n${(texts['c1-quote'] ?? '').trim()}\nAfter it.`,
  ...texts,
})

/** What was recorded, to be asked for. */
export interface Recorded {
  readonly topic: string
  readonly claim: number
  readonly contradiction: number
  readonly party: number
  readonly person: number
  readonly source: number
  readonly issue: number
}

/** Somebody signed in, who records claims in topics of their own; and somebody else, who reviews them. */
export async function aRecorder(db: Db) {
  const { app, lines } = anApp({ db })
  const recorder = await signedIn(app, db)
  const reviewer = await signedInAs(app, db, { role: 'reviewer' })
  const askedBy = (path: string) => (/^\/(x|review)(\/|\?|$)/.test(path) ? reviewer : recorder)
  const read = async (path: string) => {
    const { Cookie } = askedBy(path)
    const answer = await app.request(path, { headers: { Cookie } })
    return { status: answer.status, text: await answer.text() }
  }
  const send = async (path: string, fields: Fields) => {
    const { csrf, Cookie } = askedBy(path)
    return await app.request(path, aForm({ csrf, ...fields }, { Cookie }))
  }
  /** Bytes as they are: `name=%FF`. */
  const sendRaw = async (path: string, body: string) => {
    const { csrf, Cookie } = askedBy(path)
    return await app.request(path, {
      method: 'POST',
      body: `csrf=${csrf}&${body}`,
      headers: {
        Cookie,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    })
  }
  const openTopic = async (topic: string) => {
    const town = aDossier()
    const dossier = { ...town, topic: { ...town.topic, slug: topic, title: 'A town' } }
    await importDossier(db, { text: JSON.stringify(dossier), file: 'town.json', now: noon })
  }
  /** Fields as the form on a page has them. */
  const fieldsOf = async (path: string): Promise<Fields> => {
    // Search, in the header, is a form of its own.
    const page = (await read(path)).text.replace(/<header.*?<\/header>/s, '')
    const controls = controlsOf(readPage(page))
    return Object.fromEntries([...controls].map(([name, values]) => [name, values[0] ?? '']))
  }
  return { app, lines, read, send, sendRaw, openTopic, fieldsOf, record: recorderOf(db, send) }
}

type Send = (path: string, fields: Fields) => Promise<Response>

/** Record a full form, and a claim of somebody else that conflicts with it. */
const recorderOf =
  (db: Db, send: Send) =>
  async (topic: string, form: Fields): Promise<Recorded> => {
    await must(send(paths.newClaim(topic), form))
    const found = await db
      .selectFrom('claim as c')
      .innerJoin('topic as t', 't.id', 'c.topic_id')
      .innerJoin('issue as i', 'i.id', 'c.issue_id')
      .innerJoin('citation as n', 'n.claim_id', 'c.id')
      .where('t.slug', '=', topic)
      .orderBy('c.id', 'desc')
      .select([
        'c.id as claim',
        'c.party_id as party',
        'c.person_id as person',
        'c.issue_id as issue',
        'n.source_id as source',
        'i.slug as issueSlug',
      ])
      .executeTakeFirstOrThrow()
    const { slug: position } = await db
      .selectFrom('position')
      .where('issue_id', '=', found.issue)
      .select('slug')
      .executeTakeFirstOrThrow()
    const { issueSlug: issue, ...ids } = found
    const other = { ...filledForm, key: 'c-00000000000b', issue, position, statement: 'Zgoda nie.' }
    await must(send(paths.newClaim(topic), { ...other, said: '2020-01-21' }))
    const { id: contradiction } = await db
      .selectFrom('contradiction')
      .where('issue_id', '=', found.issue)
      .select('id')
      .executeTakeFirstOrThrow()
    return { topic, contradiction, ...ids, person: ids.person ?? 0 }
  }

/** @throws {Error} with what the page says, unless it was saved */
export async function must(sent: Promise<Response>): Promise<void> {
  const answer = await sent
  if (answer.status === 303) return
  const said = readPage(await answer.text()).filter(
    ({ attributes }) => attributes['role'] === 'alert',
  )
  throw new Error(`${answer.status}: ${said.map(({ text }) => text).join(' ')}`)
}
