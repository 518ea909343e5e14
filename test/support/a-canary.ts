import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { fieldsOfClaim, fieldsOn, openTown } from './a-claim-form.ts'
import { aWebhook, anEar, jobAt, onlyTo, tell } from './telling.ts'

/** Words that came in through the front door, wherever words can come in. */

export const CANARY = 'zanzibar-canary-7'

export const CANARY_TEXT = `The clerk noted. Mr ${CANARY} said: “I live in the ${CANARY} house.” He left.`

const LETTER = { id: 3, slug: 'a-letter' }

const ok = async (answer: Response): Promise<void> => {
  if (answer.status !== 303) throw new Error(`${answer.status}: ${await answer.text()}`)
}

/**
 * A source and a claim of it made by forms, the claim changed twice, another claim begun and kept, and a
 * webhook that was told: the canary in every field of each that takes words.
 */
export async function aTownWithCanary(db: Db) {
  const town = await openTown(db)
  const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  const ear = await anEar()
  await aWebhook(db, { url: ear.url, accountId })
  const source = { kind: 'letter', title: 'A letter', published: '2020-02-01', text: CANARY_TEXT }
  const fields = { ...source, 'source-language': 'en', step: 'save' }
  await ok(await town.upload(paths.newSource('bridge'), fields))
  await ok(
    await town.add({
      wording: 'direct quotation',
      'c1-source': LETTER.slug,
      'c1-quote': `I live in the ${CANARY} house.`,
      'c1-translation': `Ich wohne im ${CANARY}-Haus.`,
      'c1-translator': `Tom ${CANARY}`,
      'c1-locator': `page ${CANARY}`,
      statement: `South speaks of ${CANARY}.`,
      condition: `If ${CANARY} agrees`,
      'scope-note': `In ${CANARY}`,
      hedge: `perhaps ${CANARY}`,
    }),
  )
  const claim = await db
    .selectFrom('claim')
    .where('slug', '=', 'c-00000000000a')
    .select(['id', 'slug'])
    .executeTakeFirstOrThrow()
  await editWithCanary(town, claim, 'once')
  await editWithCanary(town, claim, 'twice')
  const begun = fieldsOfClaim(await town.read(paths.capture(LETTER, { s: '2' })))
  const draft = { ...begun, statement: `A draft about ${CANARY}`, step: 'keep' }
  await ok(await town.send(paths.claimDraft(LETTER, [2]), draft))
  const now = new Date('2026-11-24T13:00:00Z')
  await tell(jobAt(db, now, onlyTo(ear.server)))
  return { ...town, letter: LETTER, claim, told: ear.heard.map(({ body }) => body) }
}

async function editWithCanary(
  { read, send }: Awaited<ReturnType<typeof openTown>>,
  claim: { id: number; slug: string },
  how: string,
): Promise<void> {
  const shown = Object.fromEntries(fieldsOn(await read(paths.editClaim(claim))))
  const { csrf: _, theme: __, return_to: ___, '': ____, ...own } = shown
  const statement = `South speaks of ${CANARY} ${how}.`
  const why = `Mr ${CANARY} wrote ${how}.`
  await ok(await send(paths.editClaim(claim), { ...own, statement, why, step: 'save' }))
}
