import fc from 'fast-check'
import { expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findIssueForms, listFiledOn } from '#db/queries/issue-record.ts'
import { findComparison } from '#db/queries/comparison.ts'
import { findVisibleTopic } from '#db/queries/topics.ts'
import { editThing } from '#server/actions/edit-thing.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { canonicalJson } from '#server/domain/canonical-json.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import type { Dossier, DossierIssue } from '#server/domain/dossier.ts'
import { modelOf } from '#server/domain/dossier.ts'
import { findEffects } from '#server/domain/issue-effects.ts'
import { findModellingError } from '#server/domain/positions.ts'
import { recordThen } from '#server/domain/record-then.ts'
import { aClaim, aDossier } from '#test/support/a-dossier.ts'
import { noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const SLUGS = ['a', 'b', 'c', 'd']
const PARTIES = ['north', 'south', 'east']
const DAY = '2020-03-01'

const anIssue = fc
  .record({
    entails: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 3 }),
    excludes: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.boolean()), { maxLength: 3 }),
    exclusive: fc.boolean(),
  })
  .map(({ entails, excludes, exclusive }): DossierIssue => {
    const of = (i: number) => [
      ...new Set(entails.flatMap(([p, q]) => (p === i && q !== i ? [SLUGS[q] ?? ''] : []))),
    ]
    const pairs = new Map(
      excludes.flatMap(([p, q, strict]) =>
        p < q ? [[`${p} ${q}`, { pair: [SLUGS[p], SLUGS[q]] as [string, string], strict }]] : [],
      ),
    )
    return {
      slug: 'which',
      question: 'Which?',
      nature: 'normative',
      kind: 'options',
      positions: SLUGS.map((slug, i) => ({ slug, label: `Label ${slug}`, entails: of(i) })),
      excludes: [...pairs.values()].map(({ pair, strict }) => ({
        pair,
        kind: strict ? ('contradictory' as const) : ('contrary' as const),
      })),
      exclusive,
    }
  })
  .filter((issue) => {
    const { positions, relations } = modelOf(issue)
    return findModellingError(positions, relations) === undefined
  })

const someClaims = fc
  .array(
    fc.record({
      party: fc.constantFrom(...PARTIES),
      position: fc.constantFrom(...SLUGS),
      stance: fc.constantFrom('affirms' as const, 'denies' as const),
      said: fc.constantFrom('2020-01-01', '2020-01-10', '2020-01-20', '2020-01'),
    }),
    { minLength: 6, maxLength: 12 },
  )
  .map((all) =>
    all.map((c, i) => aClaim({ ...c, slug: `k${i}`, issue: 'which', statement: `${i}.` })),
  )

const dossierOf = (slug: string, issue: DossierIssue, claims: Dossier['claims']): Dossier => {
  const base = aDossier()
  return {
    ...base,
    topic: { ...base.topic, slug, parties: PARTIES },
    parties: [...base.parties, { slug: 'east', name: 'East', kind: 'town', aliases: [] }],
    issues: [issue],
    claims,
  }
}

const identityOf = ({ kind, a, b }: { kind: string; a: unknown; b: unknown }) =>
  [kind, ...[canonicalJson(a), canonicalJson(b)].sort()].join(' ')

/** What stands in the tables: conflicts that have not ended, and relations of pairs. */
async function standing(db: Db, topic: { id: number; slug: string; mixedWindowDays: number }) {
  const open = await db
    .selectFrom('contradiction')
    .where('topic_id', '=', topic.id)
    .where('resolved_on', 'is', null)
    .select('id')
    .execute()
  const ids = new Set(open.map((x) => x.id))
  const filed = await listFiledOn(db, topic.id, 'which')
  const found = await findVisibleTopic(db, topic.slug, undefined)
  const comparison = found && (await findComparison(db, found, { asOf: DAY }))
  return {
    open: new Set(filed.filter((x) => ids.has(x.id)).map(identityOf)),
    pairs: new Map(
      comparison?.issues[0]?.comparison.pairs.map((p) => [p.parties.join(' '), p.relation]),
    ),
  }
}

test('a preview says exactly what deriving the changed issue finds', async ({ db }) => {
  let n = 0
  let changed = 0
  await fc.assert(
    fc.asyncProperty(anIssue, anIssue, someClaims, async (issue, next, claims) => {
      const slug = `t${++n}`
      const text = JSON.stringify(dossierOf(slug, issue, claims))
      await importDossier(db, { text, file: 'x.json', now: noon })
      const topic = await findVisibleTopic(db, slug, undefined)
      if (topic === undefined) throw new Error('The topic is not there')
      const was = await standing(db, topic)
      const forms = await findIssueForms(db, topic, 'which')
      const after = { ...forms, issues: forms.issues.map((one) => ({ ...next, id: one.id })) }
      const effects = findEffects({
        before: recordThen(forms),
        after: recordThen(after),
        slug: 'which',
        day: DAY,
      })
      try {
        const form = { entity: 'issue', form: next } as const
        await editThing(db, { topic, version: 1, form, change: { by: 'x', why: 'x', now: noon } })
      } catch (error) {
        if (!(error instanceof DossierError)) throw error
        return
      }
      const now = await standing(db, topic)
      changed += effects.begin.length + effects.end.length + effects.pairs.length
      const sorted = (all: Iterable<string>) => [...all].sort()
      expect(sorted(effects.begin.map(identityOf))).toEqual(
        sorted([...now.open].filter((x) => !was.open.has(x))),
      )
      expect(sorted(effects.end.map(identityOf))).toEqual(
        sorted([...was.open].filter((x) => !now.open.has(x))),
      )
      const pairs = new Map([...was.pairs, ...now.pairs])
      const moved = [...pairs.keys()].filter((p) => was.pairs.get(p) !== now.pairs.get(p))
      expect(sorted(effects.pairs.map((p) => p.parties.join(' ')))).toEqual(sorted(moved))
      for (const { parties, to } of effects.pairs) expect(to).toBe(now.pairs.get(parties.join(' ')))
    }),
    { numRuns: 50 },
  )
  // A property over changes that change nothing would say nothing.
  expect(changed).toBeGreaterThan(10)
})
