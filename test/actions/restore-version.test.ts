import type { RestorableEntity } from '#server/domain/restoration.ts'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { listWritten } from '#db/queries/revisions.ts'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { verifyHistory } from '#server/actions/verify-history.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import { type Dossier, type DossierClaim, checkDossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { fieldsOn, openTown } from '#test/support/a-claim-form.ts'
import { aCapture } from '#test/support/a-record.ts'
import { noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { derivedOf } from '#test/support/derived.ts'
import { randomDossier } from '#test/support/random-topic.ts'
import { type Dice, SEED, diceOf } from '#test/support/seeded.ts'

/** Sequences of edits and restores; `RUNS=100` for a long run. */
const RUNS = Number(process.env['RUNS'] ?? 3)
const STEPS = 16

type Town = Awaited<ReturnType<typeof openTown>>

/** The topic as it stands, in the form that can be imported again; without its past. */
async function contentOf(db: Db, slug: string): Promise<Dossier> {
  const whole = JSON.parse(await exportDossier(db, slug, 'operators')) as Dossier
  const { history: _, contradictions: __, reviews: ___, checkpoint: ____, ...content } = whole
  return content
}

/** Change one thing of a list. */
const oneOf = <Thing>(
  dice: Dice,
  things: readonly Thing[],
  by: (thing: Thing) => Thing,
): Thing[] => {
  const chosen = dice.int(things.length)
  return things.map((thing, i) => (i === chosen ? by(thing) : thing))
}

/** An import adds to what is there, so a claim that had a position keeps it beside a value. */
const isAnsweredAlike = (one: DossierClaim, other: DossierClaim): boolean =>
  (one.position === undefined) === (other.position === undefined) &&
  (one.value === undefined) === (other.value === undefined)

/** One change of anything, as an import would bring it; not each is allowed by the rules. */
function changed(dice: Dice, d: Dossier, n: number): Dossier {
  const { parties, people, sources, issues, claims, searches = [], topic } = d
  const edits: (() => Partial<Dossier>)[] = [
    () => ({ topic: { ...topic, title: `Title ${n}`, parties: topic.parties.toReversed() } }),
    () => ({
      topic: {
        ...topic,
        observers: [...topic.observers, ...topic.parties.slice(-1)],
        parties: topic.parties.slice(0, -1),
      },
    }),
    () => ({
      parties: oneOf(dice, parties, (p) => ({ ...p, name: `Name ${n}`, aliases: [`A${n}`] })),
    }),
    () => ({ people: oneOf(dice, people, (p) => ({ ...p, name: `Speaker ${n}` })) }),
    () => ({
      sources: oneOf(dice, sources, (s) => ({
        ...s,
        title: `Report ${n}`,
        published: dice.pick(['2016-06-01', '2015-11-01', '2017']),
      })),
    }),
    () => ({
      sources: sources.map((s) =>
        s.capture ? { ...s, capture: aCapture(`${s.capture.text} More ${n}.`) } : s,
      ),
    }),
    () => ({
      issues: oneOf(dice, issues, (i) =>
        i.positions === undefined
          ? { ...i, question: `Question ${n}?` }
          : {
              ...i,
              exclusive: dice.chance(0.5),
              positions: [
                ...i.positions.map((p) => ({ ...p, label: `${p.slug} ${n}` })),
                ...(i.kind === 'yes-no' ? [] : [{ slug: `n${n}`, label: `New ${n}` }]),
              ],
            },
      ),
    }),
    () => ({
      claims: oneOf(dice, claims, (c) => ({
        ...dice.pick(claims.filter((o) => isAnsweredAlike(o, c))),
        slug: c.slug,
        statement: `Statement ${n}.`,
      })),
    }),
    () => ({
      claims: oneOf(dice, claims, (c) => ({
        ...c,
        stance: c.stance === 'affirms' ? 'denies' : 'affirms',
        person: undefined,
      })),
    }),
    () => ({
      searches: oneOf(dice, searches, (s) => ({
        ...s,
        result: dice.pick(['none-found', 'not-applicable'] as const),
        by: `By ${n}`,
      })),
    }),
  ]
  return { ...d, ...dice.pick(edits)() }
}

async function importChange(db: Db, dice: Dice, slug: string, n: number): Promise<void> {
  const text = JSON.stringify(changed(dice, await contentOf(db, slug), n))
  try {
    await importDossier(db, { text, file: 'change.json', now: noon })
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
  }
}

/** Edit a claim by its form, or withdraw it or put it back. */
async function changeByForm(db: Db, dice: Dice, town: Town, n: number): Promise<void> {
  const claims = await db
    .selectFrom('claim')
    .where('topic_id', '=', 1)
    .select('id')
    .orderBy('id')
    .execute()
  const { id } = dice.pick(claims)
  const isEdit = dice.chance(0.6)
  const address = isEdit ? paths.editClaim({ id }) : paths.withdrawClaim({ id })
  const fields = Object.fromEntries(fieldsOn(await town.read(address)))
  const { csrf: _, theme: __, return_to: ___, '': ____, ...form } = fields
  const sent = isEdit ? { ...form, step: 'save', statement: `By form ${n}.` } : form
  expect((await town.send(address, { ...sent, why: 'Because.' })).status).toBeLessThan(500)
}

const HISTORIES = {
  claim: paths.claimHistory,
  issue: paths.issueHistory,
  party: paths.partyHistory,
  person: paths.personHistory,
  source: paths.sourceHistory,
} as const

async function historyOf(
  db: Db,
  topic: string,
  entity: RestorableEntity,
  slug: string,
): Promise<string> {
  if (entity === 'topic') return paths.history(topic)
  if (entity === 'search') return paths.searchHistory(topic, slug)
  const of = db.selectFrom(entity).where('topic_id', '=', 1).where('slug', '=', slug)
  return HISTORIES[entity](await of.select(['id', 'slug']).executeTakeFirstOrThrow())
}

type Form = Record<string, unknown>

/** What a version brings back, by the documented rule and no code of the product's. */
function broughtBack(entity: RestorableEntity, version: Form, now: Form): Form {
  const kept = (from: Form, to: Form, names: readonly string[]): Form => {
    const rest = Object.entries(from).filter(([name]) => !names.includes(name))
    return {
      ...Object.fromEntries(rest),
      ...Object.fromEntries(names.filter((n) => n in to).map((n) => [n, to[n]])),
    }
  }
  if (entity === 'source') return kept(version, now, ['capture', 'earlierCaptures', 'excerptsOnly'])
  if (entity !== 'topic') return version
  const [then, is] = [version['topic'] as Form, now['topic'] as Form]
  return { ...version, topic: kept(then, is, ['visibility', 'reviewsToSettle']) }
}

/** Restore an earlier version of anything through its page. @returns whether it was done */
async function restoreOne(db: Db, dice: Dice, town: Town, topic: string): Promise<boolean> {
  const revised = await db
    .selectFrom('revision')
    .where('topic_id', '=', 1)
    .where('version', '>', 1)
    .select(['entity', 'slug'])
    .distinct()
    .orderBy('entity')
    .orderBy('slug')
    .execute()
  if (revised.length === 0) return false
  const kind = dice.pick([...new Set(revised.map((r) => r.entity))])
  const { slug } = dice.pick(revised.filter((r) => r.entity === kind))
  const entity = kind as RestorableEntity
  const now = (await listWritten(db, 1, entity)).get(slug)
  const version = 1 + dice.int((now?.version ?? 2) - 1)
  const { after } = await db
    .selectFrom('revision')
    .where('topic_id', '=', 1)
    .where('entity', '=', entity)
    .where('slug', '=', slug)
    .where('version', '=', version)
    .select('after')
    .executeTakeFirstOrThrow()
  const address = paths.restoreVersion(await historyOf(db, topic, entity, slug), version)
  const fields = { version: String(now?.version), why: 'As it was.' }
  const answer = await town.send(address, fields)
  const is = (await listWritten(db, 1, entity)).get(slug)
  expect([303, 422], `${address}: ${answer.status}`).toContain(answer.status)
  const isDone = answer.status === 303
  const brought = broughtBack(entity, after as Form, now?.after as Form)
  expect(is?.after, `${entity} ${slug} ${version}`).toEqual(isDone ? brought : now?.after)
  if (!isDone) expect(is?.version).toBe(now?.version)
  return isDone
}

/** What is wrong with the topic: its dossier, its history, and all that is derived of it. */
async function expectSound(db: Db, topic: string, n: number): Promise<void> {
  const whole = checkDossier(JSON.parse(await exportDossier(db, topic, 'operators')))
  expect(whole.ok ? [] : whole.errors).toEqual([])
  const content = await contentOf(db, topic)
  const fresh = { ...content, topic: { ...content.topic, slug: `fresh-${n}` } }
  await importDossier(db, { text: JSON.stringify(fresh), file: 'fresh.json', now: noon })
  expect(await derivedOf(db, topic)).toEqual(await derivedOf(db, fresh.topic.slug))
  const faults: unknown[] = []
  await verifyHistory(db, [], (fault) => faults.push(fault))
  expect(faults).toEqual([])
}

describe('after an earlier version was restored', () => {
  for (let run = 0; run < RUNS; run++)
    test(
      `the thing says what it said, and all that is derived is as if it had never been otherwise (run ${run})`,
      { timeout: 120_000 },
      async ({ db }) => {
        const seed = (SEED + run * 7919) % 1_000_000
        const dice = diceOf(seed)
        const dossier = randomDossier(seed)
        const town = await openTown(db, dossier)
        let done = 0
        for (let n = 0; n < STEPS; n++) {
          if (dice.chance(0.5)) {
            if (!(await restoreOne(db, dice, town, dossier.topic.slug))) continue
            done += 1
            await expectSound(db, dossier.topic.slug, n)
          } else if (dice.chance(0.7)) await importChange(db, dice, dossier.topic.slug, n)
          else await changeByForm(db, dice, town, n)
        }
        expect(done).toBeGreaterThan(0)
      },
    )
})
