import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { saveRecord } from '#server/actions/save-record.ts'
import type { Dossier, DossierClaim } from '#server/domain/dossier.ts'
import { aClaim, aDossier } from '#test/support/a-dossier.ts'
import { noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { randomDossier } from '#test/support/random-topic.ts'

const load = async (db: Db, dossier: Dossier) =>
  await importDossier(db, { text: JSON.stringify(dossier), file: 'test.json', now: noon })

const save = async (db: Db, slug: string, ...claims: DossierClaim[]) =>
  await db
    .transaction()
    .execute(async (trx) => await saveRecord(trx, slug, { claims }, { by: 'Owner', now: noon }))

/** As many writers at once as there are connections; more would only wait for one, and be shed. */
const AT_ONCE = 10

async function saveAtOnce(db: Db, slug: string, claims: readonly DossierClaim[]): Promise<void> {
  for (let i = 0; i < claims.length; i += AT_ONCE)
    await Promise.all(
      claims.slice(i, i + AT_ONCE).map(async (claim) => await save(db, slug, claim)),
    )
}

/** Everything derived, told by slugs: what must not depend on the order in which claims came. */
async function derived(db: Db) {
  const stands = await db
    .selectFrom('claim')
    .select(['slug', 'stands_until'])
    .orderBy('slug')
    .execute()
  const successions = await sql`
    select a.slug, b.slug as successor, n.from_day, n.until_day, n.is_reversal from succession n
    join claim a on a.id = n.claim_id join claim b on b.id = n.successor_id
    order by 1, 3`.execute(db)
  const sides = await sql`
    select i.slug as issue, p.slug as party, s.stance, s.held, s.claim_count, s.first_on, s.last_on,
      (select jsonb_agg(jsonb_build_array(from_day, until_day, scope_earliest, scope_latest, is_conditional,
        is_own_words) order by from_day, until_day, scope_earliest, scope_latest, is_conditional, is_own_words)
        from side_span where side_id = s.id) as spans
    from side s join issue i on i.id = s.issue_id join party p on p.id = s.party_id
    order by 1, 2, 3, 4`.execute(db)
  const contradictions = await sql`
    select i.slug as issue, x.kind, x.witness, x.is_conditional, x.apart, x.first_on, x.resolved_on is null as stands,
      (select array_agg(p.slug || ' ' || s.stance || ' ' || s.held order by p.slug, s.stance, s.held)
        from side s join party p on p.id = s.party_id where s.id in (x.side_a_id, x.side_b_id)) as sides
    from contradiction x join issue i on i.id = x.issue_id
    where x.resolved_on is null or x.kind = 'reversal'
    order by 1, 2, 8, 3`.execute(db)
  return {
    stands,
    successions: successions.rows,
    sides: sides.rows,
    contradictions: contradictions.rows,
  }
}

const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, i) => ({ item, key: Math.sin(seed * 1000 + i * 77.7) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)

/** The same order, but that what a claim restates is there before it. */
function restatedFirst(claims: readonly DossierClaim[]): DossierClaim[] {
  const bySlug = new Map(claims.map((claim) => [claim.slug, claim]))
  const withRestated = (claim: DossierClaim): DossierClaim[] => {
    const restated = bySlug.get(claim.restates ?? '')
    return restated === undefined ? [claim] : [...withRestated(restated), claim]
  }
  return [...new Set(claims.flatMap(withRestated))]
}

describe('what is derived', () => {
  for (let seed = 1; seed <= 6; seed++) {
    test(`does not depend on the order in which claims came (seed ${seed})`, async ({ db }) => {
      const dossier = randomDossier(seed)
      await load(db, dossier)
      const atOnce = await derived(db)
      const { slug } = dossier.topic
      const other = { ...dossier, topic: { ...dossier.topic, slug: `${slug}-one-by-one` } }
      await sql`truncate topic, side_span, succession, contradiction, side, claim, revision cascade`.execute(
        db,
      )
      await load(db, { ...other, claims: [] })
      for (const claim of restatedFirst(shuffled(dossier.claims, seed)))
        await save(db, other.topic.slug, claim)
      const oneByOne = await derived(db)
      expect(oneByOne.stands).toEqual(atOnce.stands)
      expect(oneByOne.successions).toEqual(atOnce.successions)
      expect(oneByOne.sides).toEqual(atOnce.sides)
    })
  }

  test('finds every contradiction of 200 pairs of claims that arrive at the same moment', async ({
    db,
  }) => {
    const issues = Array.from({ length: 200 }, (_, i) => ({
      slug: `q${i}`,
      question: `Question ${i}?`,
      nature: 'normative' as const,
      kind: 'yes-no' as const,
      positions: [{ slug: 'yes', label: 'Yes' }],
    }))
    const dossier = { ...aDossier(), issues, claims: [] }
    await load(db, dossier)
    const pairs = issues.flatMap(({ slug }) => [
      aClaim({ slug: `${slug}-a`, issue: slug, party: 'north', stance: 'affirms' }),
      aClaim({ slug: `${slug}-b`, issue: slug, party: 'south', stance: 'denies' }),
    ])
    await saveAtOnce(db, dossier.topic.slug, pairs)
    const found = await db.selectFrom('contradiction').select('issue_id').execute()
    expect(new Set(found.map((f) => f.issue_id)).size).toBe(200)
    expect(found).toHaveLength(200)
  }, 60_000)

  test('finds the same when 64 claims race on one issue, ten at a time', async ({ db }) => {
    const parties = Array.from({ length: 16 }, (_, i) => ({
      slug: `p${i}`,
      name: `Party ${i}`,
      kind: 'state',
      aliases: [],
    }))
    const dossier = aDossier()
    await load(db, {
      ...dossier,
      topic: { ...dossier.topic, parties: parties.map((p) => p.slug), observers: [] },
      parties,
      people: [],
      claims: [],
    })
    const claims = parties.flatMap(({ slug }, i) =>
      [0, 1, 2, 3].map((n) =>
        aClaim({
          slug: `${slug}-${n}`,
          party: slug,
          said: `2020-01-0${n + 1}`,
          stance: i % 2 === 0 ? 'affirms' : 'denies',
        }),
      ),
    )
    await saveAtOnce(db, dossier.topic.slug, claims)
    const found = await db
      .selectFrom('contradiction')
      .where('resolved_on', 'is', null)
      .select('id')
      .execute()
    expect(found).toHaveLength(64)
  }, 60_000)
})

describe('saving', () => {
  test('twice changes nothing, not even the version of the topic', async ({ db }) => {
    const dossier = aDossier()
    await load(db, dossier)
    const before = await db.selectFrom('topic').select('version').executeTakeFirstOrThrow()
    expect(await load(db, dossier)).toMatchObject({ created: 0, revised: 0 })
    expect(await db.selectFrom('topic').select('version').executeTakeFirstOrThrow()).toEqual(before)
    expect(await db.selectFrom('revision').where('version', '>', 1).selectAll().execute()).toEqual(
      [],
    )
  })

  test('a claim again makes a revision that says who, when, from, to and why', async ({ db }) => {
    const dossier = aDossier()
    await load(db, dossier)
    const [claim] = dossier.claims
    if (claim === undefined) throw new Error('the dossier has a claim')
    const { slug } = dossier.topic
    await db
      .transaction()
      .execute(
        async (trx) =>
          await saveRecord(
            trx,
            slug,
            { claims: [{ ...claim, statement: 'Put better.' }] },
            { by: 'Owner', why: 'Typing mistake', now: noon },
          ),
      )
    const revision = await db
      .selectFrom('revision')
      .where('entity', '=', 'claim')
      .where('slug', '=', claim.slug)
      .where('version', '=', 2)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(revision).toMatchObject({ made_by: 'Owner', made_at: noon, why: 'Typing mistake' })
    expect(revision.before).toEqual(claim)
    expect(revision.after).toEqual({ ...claim, statement: 'Put better.' })
  })

  test('withdrawing a claim resolves what it was evidence for, and putting it back does not file it twice', async ({
    db,
  }) => {
    const dossier = aDossier()
    await load(db, dossier)
    const claim = dossier.claims.find((c) => c.party === 'south')
    if (claim === undefined) throw new Error('south has a claim')
    const { slug } = dossier.topic
    const open = async () =>
      await db.selectFrom('contradiction').select(['id', 'resolved_on']).execute()
    const [filed] = await open()
    expect(filed?.resolved_on).toBeNull()
    await save(db, slug, { ...claim, withdrawn: { reason: 'Misheard' } })
    expect(await open()).toEqual([{ id: filed?.id, resolved_on: '2026-11-24' }])
    await save(db, slug, claim)
    expect(await open()).toEqual([{ id: filed?.id, resolved_on: null }])
  })

  test('a reference that leads nowhere writes nothing and names its place', async ({ db }) => {
    const dossier = aDossier()
    await load(db, dossier)
    const before = await db
      .selectFrom('revision')
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirst()
    const wrong = aClaim({ slug: 'wrong', party: 'nobody', position: 'nothing' })
    await expect(save(db, dossier.topic.slug, wrong)).rejects.toMatchObject({
      errors: [
        { path: '/claims/wrong/party', message: 'There is no party “nobody” in this topic.' },
        {
          path: '/claims/wrong/position',
          message: 'There is no position “nothing” in this topic.',
        },
      ],
    })
    expect(
      await db
        .selectFrom('revision')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirst(),
    ).toEqual(before)
  })

  test('a claim without a citation cannot be committed, whoever writes it', async ({ db }) => {
    await load(db, aDossier())
    await expect(
      db.transaction().execute(async (trx) => {
        await sql`insert into claim (topic_id, issue_id, party_id, slug, stance, bearing, form, said, earliest,
            latest, statement, ordinal, recorded_at)
          select topic_id, issue_id, party_id, 'bare', 'declines', 'states', form, said, earliest, latest,
            statement, 99, recorded_at from claim limit 1`.execute(trx)
      }),
    ).rejects.toMatchObject({ constraint: 'claim_has_citation' })
  })
})
