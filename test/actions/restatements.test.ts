import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findContradiction, listContradictionsById } from '#db/queries/contradictions.ts'
import { countQueues } from '#db/queries/review-queue.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { saveRecord } from '#server/actions/save-record.ts'
import type { Dossier, DossierClaim } from '#server/domain/dossier.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import { aClaim, aDossier } from '#test/support/a-dossier.ts'
import { anAccount } from '#test/support/an-account.ts'
import { later, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { randomDossier } from '#test/support/random-topic.ts'
import { SEED, type Dice, diceOf } from '#test/support/seeded.ts'

const load = async (db: Db, dossier = aDossier(), now = noon) =>
  await importDossier(db, { text: JSON.stringify(dossier), file: 'bridge.json', now })

const save = async (db: Db, now: Date, ...claims: DossierClaim[]) =>
  await db
    .transaction()
    .execute(async (trx) => await saveRecord(trx, 'bridge', { claims }, { by: 'Owner', now }))

const c1 = aClaim({ slug: 'c1', person: 'mayor' })
const again = aClaim({ slug: 'again', said: '2020-01-15', restates: 'c1' })

const onlyId = async (db: Db): Promise<number> =>
  (await db.selectFrom('contradiction').select('id').executeTakeFirstOrThrow()).id

const newEvidence = async (db: Db, id: number) => (await findContradiction(db, id))?.newEvidence

async function dismiss(db: Db, id: number, now: Date, seen?: string): Promise<void> {
  const reviewer = await anAccount(db, { name: `Reviewer ${now.getTime()}` })
  await reviewContradiction(db, {
    contradictionId: id,
    seen: seen ?? (await findSeen(db, id)) ?? '',
    reviewer,
    verdict: 'no conflict',
    reason: 'translation',
    now,
  })
}

/** How many pairs wait, as whoever recorded nothing sees them, because of what came after a dismissal. */
async function countBack(db: Db): Promise<number> {
  const viewer = { accountId: 0, role: 'owner' as const }
  return (await countQueues(db, { viewer, topicId: undefined, now: noon }))['new-evidence']
}

/** Settled after an hour, with the claims given later. @returns its id */
async function settled(db: Db, ...claims: DossierClaim[]): Promise<number> {
  await load(db)
  const id = await onlyId(db)
  await dismiss(db, id, later(60))
  for (const [i, claim] of claims.entries()) await save(db, later(61 + i), claim)
  return id
}

const refusal = async (saving: Promise<unknown>): Promise<string[]> => {
  try {
    await saving
  } catch (error) {
    if (error instanceof DossierError) return error.errors.map((e) => `${e.path} ${e.message}`)
    throw error
  }
  return []
}

describe('after a decision', () => {
  test('a restatement of what it saw is no new evidence; without the mark it is', async ({
    db,
  }) => {
    const { restates: _, ...unmarked } = again
    const id = await settled(db, again)
    expect(await newEvidence(db, id)).toBe(0)
    expect(await countBack(db)).toBe(0)
    await save(db, later(70), unmarked)
    expect(await newEvidence(db, id)).toBe(1)
    expect(await countBack(db)).toBe(1)
    await save(db, later(71), again)
    expect(await newEvidence(db, id)).toBe(0)
    expect(await countBack(db)).toBe(0)
  })

  test('a new line and its restatement are both new', async ({ db }) => {
    const { restates: _, ...unmarked } = again
    const third = aClaim({ slug: 'third', said: '2020-01-20', restates: 'again' })
    const id = await settled(db, unmarked, third)
    expect(await newEvidence(db, id)).toBe(2)
    expect(await countBack(db)).toBe(1)
  })

  test('an earlier first statement found later is covered by what restates it', async ({ db }) => {
    const first = aClaim({ slug: 'first', said: '2019-12-01' })
    const id = await settled(db, first, { ...c1, restates: 'first' })
    expect(await newEvidence(db, id)).toBe(0)
  })

  test('a restatement stands on its own while what it restates is withdrawn', async ({ db }) => {
    const id = await settled(db, again, { ...c1, withdrawn: { reason: 'Misread.' } })
    expect(await newEvidence(db, id)).toBe(1)
    await save(db, later(70), c1)
    expect(await newEvidence(db, id)).toBe(0)
  })

  test('somebody who was reading decides although a restatement of what they saw came', async ({
    db,
  }) => {
    await load(db)
    const id = await onlyId(db)
    const seen = (await findSeen(db, id)) ?? ''
    await save(db, later(1), again)
    await save(db, later(2), aClaim({ slug: 'third', said: '2020-01-20', restates: 'again' }))
    await dismiss(db, id, later(3), seen)
    expect((await findContradiction(db, id))?.status).toBe('dismissed')
  })

  const changes: readonly [string, readonly DossierClaim[]][] = [
    ['what restates nothing came', [{ ...again, restates: undefined }]],
    ['what they read was corrected', [{ ...c1, statement: 'Built at once.' }, again]],
    ['what they read was withdrawn', [{ ...c1, withdrawn: { reason: 'Misread.' } }, again]],
    [
      'a new line came with its restatement',
      [
        { ...again, restates: undefined },
        aClaim({ slug: 'third', said: '2020-01-20', restates: 'again' }),
      ],
    ],
  ]
  for (const [what, claims] of changes)
    test(`somebody who was reading when ${what} is refused`, async ({ db }) => {
      await load(db)
      const id = await onlyId(db)
      const seen = (await findSeen(db, id)) ?? ''
      for (const claim of claims) await save(db, later(1), JSON.parse(JSON.stringify(claim)))
      await expect(dismiss(db, id, later(3), seen)).rejects.toMatchObject({ code: 'edit-conflict' })
    })

  test('a correction of a restatement that they read is a change as well', async ({ db }) => {
    await load(db)
    const id = await onlyId(db)
    await save(db, later(1), again)
    const seen = (await findSeen(db, id)) ?? ''
    await save(db, later(2), { ...again, statement: 'Built at once.' })
    await expect(dismiss(db, id, later(3), seen)).rejects.toMatchObject({ code: 'edit-conflict' })
  })
})

describe('a later edit that breaks a mark', () => {
  test('of the restated claim is refused, naming both and the way out', async ({ db }) => {
    await settled(db, again)
    expect(await refusal(save(db, later(70), { ...c1, condition: 'if it is cheap' }))).toEqual([
      expect.stringMatching(
        /^\/claims\/again\/restates .*15 January 2020.*1 January 2020.*condition.*take the mark/,
      ),
    ])
    expect(await refusal(save(db, later(70), { ...c1, said: '2020-01-16' }))).toEqual([
      expect.stringContaining('which was said later'),
    ])
  })

  test('is let through when both are changed at once', async ({ db }) => {
    await settled(db, again)
    const condition = 'if it is cheap'
    await save(db, later(70), { ...c1, condition }, { ...again, condition })
  })

  test('of a source, whose date bounds when the claim was said, is refused', async ({ db }) => {
    const dossier = aDossier()
    const leaflet = { ...dossier.sources[0]!, slug: 'leaflet', published: '2020-01-10' }
    const early = { ...again, said: '2020-01', citations: [{ source: 'leaflet' }] }
    const late = { ...c1, said: '2020-01-05' }
    const { restates: _, ...unmarked } = early
    const claims = [late, dossier.claims[1]!, { ...unmarked, restates: 'c1' }]
    await load(db, { ...dossier, sources: [...dossier.sources, leaflet], claims })
    const sources = [{ ...leaflet, published: '2020-01-03' }]
    const change = { by: 'Owner', now: later(1) }
    const saving = db
      .transaction()
      .execute(async (trx) => await saveRecord(trx, 'bridge', { sources }, change))
    expect(await refusal(saving)).toEqual([expect.stringContaining('/claims/again/restates')])
  })

  test('by an import is a fault of the dossier, and changes nothing', async ({ db }) => {
    await settled(db, again)
    const dossier = { ...aDossier(), claims: [{ ...c1, hedge: 'may' }] }
    expect(await refusal(load(db, dossier, later(80)))).toEqual([
      expect.stringContaining('/claims/again/restates'),
    ])
    const row = await db.selectFrom('claim').where('slug', '=', 'c1').select('hedge').execute()
    expect(row).toEqual([{ hedge: null }])
  })
})

test('a mark of a claim that is not there is refused', async ({ db }) => {
  await load(db)
  expect(await refusal(save(db, later(1), { ...again, restates: 'c9' }))).toEqual([
    '/claims/again/restates There is no claim “c9” in this topic.',
  ])
})

test('marks are exported and come back, whatever order they stand in', async ({ db }) => {
  const given = randomDossier(SEED)
  expect(given.claims.some((c) => c.restates !== undefined)).toBe(true)
  const dossier = { ...given, claims: given.claims.toReversed() }
  await load(db, dossier)
  const written = JSON.parse(await exportDossier(db, dossier.topic.slug, 'operators')) as Dossier
  expect(written.claims).toEqual(dossier.claims)
})

/** A claim as the definition below sees it. */
interface Told {
  readonly claim: DossierClaim
  readonly recordedAt: number
}

/** What a claim restates first, by the definition. */
function firstOf(told: ReadonlyMap<string, Told>, slug: string): string {
  const restates = told.get(slug)?.claim.restates
  const target = restates === undefined ? undefined : told.get(restates)?.claim
  return target === undefined || target.withdrawn !== undefined ? slug : firstOf(told, target.slug)
}

/** New evidence, by the definition: recorded since, and nothing of its line was there before. */
function listNew(told: ReadonlyMap<string, Told>, parties: readonly string[], settledAt: number) {
  const counting = [...told.values()].filter(
    ({ claim }) => claim.withdrawn === undefined && claim.bearing !== 'context',
  )
  const isLater = ({ recordedAt }: Told) => recordedAt > settledAt
  return counting.filter(
    (one) =>
      parties.includes(one.claim.party + one.claim.stance) &&
      isLater(one) &&
      counting.every(
        (other) =>
          firstOf(told, other.claim.slug) !== firstOf(told, one.claim.slug) || isLater(other),
      ),
  )
}

const limits = [{ condition: 'if it is cheap' }, { bearing: 'context' as const }]

const sideOf = ({ party, stance, condition, bearing }: DossierClaim): string =>
  [party, stance, condition, bearing].join(' ')

/** A new claim, or one on record with something changed: its mark, its limits, its stance, whether it holds. */
function anyChange(dice: Dice, told: ReadonlyMap<string, Told>): DossierClaim {
  const all = [...told.values()].map(({ claim }) => claim)
  const isNew = all.length < 3 || dice.chance(0.4)
  const before = isNew
    ? aClaim({
        slug: `c${told.size}`,
        party: dice.pick(['north', 'south']),
        stance: dice.pick(['affirms', 'denies']),
        said: `2020-01-0${1 + dice.int(6)}`,
        ...dice.pick([{}, {}, {}, {}, {}, {}, ...limits]),
      })
    : dice.pick(all)
  const { restates, withdrawn, ...claim } = before
  const same = all.filter((c) => sideOf(c) === sideOf(claim) && c.said <= claim.said)
  const others = same.length > 0 && dice.chance(0.8) ? same : all
  const other = others.length === 0 || dice.chance(0.3) ? undefined : dice.pick(others).slug
  const change = isNew ? 0 : dice.int(4)
  const marked = change === 0 ? other : restates
  const gone =
    change === 1 ? (withdrawn === undefined ? { reason: 'Misread.' } : undefined) : withdrawn
  return {
    ...claim,
    ...(change === 2 && dice.chance(0.5) && { stance: dice.pick(['affirms', 'denies'] as const) }),
    ...(change === 3 && { said: `2020-01-0${1 + dice.int(6)}` }),
    ...(marked !== undefined && { restates: marked }),
    ...(gone !== undefined && { withdrawn: gone }),
  }
}

/** May every mark stand? By the definition, over all claims. */
function mayStand(told: ReadonlyMap<string, Told>): boolean {
  return [...told.values()].every(({ claim }) => {
    const target = claim.restates === undefined ? undefined : told.get(claim.restates)?.claim
    if (target === undefined) return claim.restates === undefined
    let next: string | undefined = target.slug
    for (let i = 0; i < told.size && next !== undefined && next !== claim.slug; i++)
      next = told.get(next)?.claim.restates
    return next !== claim.slug && sideOf(claim) === sideOf(target) && target.said <= claim.said
  })
}

/** What is stored of each contradiction that was settled, beside what the definition says. */
async function compared(db: Db, told: ReadonlyMap<string, Told>) {
  const rows = await db.selectFrom('contradiction').selectAll().orderBy('id').execute()
  const all = await listContradictionsById(
    db,
    rows.map((r) => r.id),
  )
  const news = all.map(({ settledAt, a, b }) => {
    const sides = [a, b].map(({ party, stance }) => party.slug + stance)
    return settledAt === null ? 0 : listNew(told, sides, settledAt.getTime()).length
  })
  const isBack = (i: number) =>
    all[i]?.status === 'dismissed' && all[i].resolvedOn === null && (news[i] ?? 0) > 0
  return {
    stored: { news: all.map((x) => x.newEvidence), back: await countBack(db) },
    defined: { news, back: all.filter((_, i) => isBack(i)).length },
  }
}

for (const round of [0, 1, 2])
  test(`new evidence is what the definition says, after any changes (${round})`, async ({ db }) => {
    const dice = diceOf(SEED + round)
    await load(db, { ...aDossier(), claims: [] })
    const told = new Map<string, Told>()
    let refused = 0
    for (let minute = 1; minute <= 80; minute++) {
      const now = later(minute)
      const open = await db
        .selectFrom('contradiction')
        .where('status', '=', 'open')
        .select('id')
        .execute()
      if (open.length > 0 && dice.chance(0.15)) {
        await dismiss(db, dice.pick(open).id, now)
        continue
      }
      const claim = anyChange(dice, told)
      const recordedAt = told.get(claim.slug)?.recordedAt ?? now.getTime()
      const then = new Map(told).set(claim.slug, { claim, recordedAt })
      const faults = await refusal(save(db, now, claim))
      expect(faults.length === 0).toBe(mayStand(then))
      if (faults.length > 0) refused += 1
      else told.set(claim.slug, { claim, recordedAt })
      const { stored, defined } = await compared(db, told)
      expect(stored).toEqual(defined)
    }
    expect(refused).toBeGreaterThan(0)
  })
