import { createHash } from 'node:crypto'
import { importDossier } from '#server/actions/import-dossier.ts'
import type { Dossier, DossierClaim, DossierIssue, DossierSource } from '#server/domain/dossier.ts'
import type { Deps } from '#server/http/context.ts'
import { aClaim } from './a-dossier.ts'
import { noon } from './app.ts'

/** A party name that would run if it were not escaped. */
export const HOSTILE = '<img src=x onerror=alert(1)>'

const before = 'The minister spoke for an hour. '.repeat(20)
const after = ' He took no questions.'.repeat(20)

const aSource = (slug: string, language: string, text: string): DossierSource => ({
  slug,
  kind: 'article',
  title: `Report ${slug}`,
  publisher: `Paper ${slug}`,
  published: '2015-12-20',
  language,
  grade: 'B',
  capture: {
    text,
    capturedAt: '2026-11-24',
    sha256: createHash('sha256').update(text).digest('hex'),
  },
})

export const ONLY = 'Strikes must hit two named groups only.'
export const EVERY = 'يجب ضرب كل جماعة مسلحة'

const sources = [
  aSource('english', 'en', `${before}${ONLY}${after}`),
  aSource('arabic', 'ar', `قال الوزير: ${EVERY}. ثم غادر.`),
  aSource('plain', 'en', 'Nothing quoted.'),
]

const yesNo = (slug: string, question: string): DossierIssue => ({
  slug,
  question,
  nature: 'normative',
  kind: 'yes-no',
  positions: [{ slug: 'yes', label: `Yes to ${slug}` }],
})

const inPlain = { citations: [{ source: 'plain' }] }

const claims: DossierClaim[] = [
  aClaim({
    slug: 'only',
    issue: 'strikes',
    party: 'alpha',
    person: 'ana',
    position: 'two',
    form: 'direct quotation',
    said: '2015-12-15',
    statement: 'Only two groups.',
    citations: [{ source: 'english', quote: ONLY }],
  }),
  ...Array.from({ length: 7 }, (_, i) =>
    aClaim({
      slug: `only-${i}`,
      issue: 'strikes',
      party: 'alpha',
      person: 'ana',
      position: 'two',
      said: `2015-10-0${i + 1}`,
      statement: `Only two groups, time ${i}.`,
      ...inPlain,
    }),
  ),
  aClaim({
    slug: 'every',
    issue: 'strikes',
    party: 'beta',
    position: 'every',
    form: 'direct quotation',
    said: '2015-12-15',
    statement: 'Every armed group.',
    citations: [
      {
        source: 'arabic',
        quote: EVERY,
        translation: 'Every armed group must be hit',
        translator: 'Tal',
      },
    ],
  }),
  aClaim({
    slug: 'three',
    issue: 'months',
    party: 'alpha',
    position: undefined,
    value: { min: 3, max: 4 },
    condition: 'provided the truce holds',
    said: '2015-12-01',
    statement: 'Three to four months.',
    ...inPlain,
  }),
  aClaim({
    slug: 'six',
    issue: 'months',
    party: 'beta',
    position: undefined,
    value: { min: 6.5, max: 8 },
    said: '2015-12-01',
    statement: 'Six and a half months or more.',
    hedge: 'may',
    ...inPlain,
  }),
  ...(['affirms', 'denies'] as const).map((stance, i) =>
    aClaim({
      slug: `leader-${i}`,
      issue: 'leader',
      party: 'alpha',
      person: 'ana',
      stance,
      said: i === 0 ? '2015-01-10' : '2015-11-10',
      statement: i === 0 ? 'The leader must go.' : 'The leader may stay.',
      ...inPlain,
    }),
  ),
  ...(['affirms', 'denies'] as const).map((stance, i) =>
    aClaim({
      slug: `talks-${i}`,
      issue: 'talks',
      party: 'alpha',
      person: i === 0 ? 'ana' : 'bo',
      stance,
      said: `2015-12-0${i + 1}`,
      statement: i === 0 ? 'Talks now.' : 'No talks.',
      ...inPlain,
    }),
  ),
  aClaim({
    slug: 'border-a',
    issue: 'border',
    party: 'alpha',
    said: '2015-12-01',
    statement: HOSTILE,
    ...inPlain,
  }),
  aClaim({
    slug: 'border-g',
    issue: 'border',
    party: 'gamma',
    stance: 'denies',
    said: '2015-12-02',
    statement: '"><script>alert(1)</script>',
    ...inPlain,
  }),
]

const party = (slug: string, name: string) => ({ slug, name, kind: 'state', aliases: [] })

/**
 * A dispute with one contradiction of each kind that rules find: incompatible positions (strikes),
 * values apart under a condition (months), a reversal (leader), mixed messages (talks), opposed
 * (border, with names that would run if they could).
 */
export const aDispute = (
  given: { visibility?: 'public' | 'private'; slug?: string } = {},
): Dossier => ({
  format: 'gainsay-dossier/1',
  topic: {
    slug: given.slug ?? 'strait',
    title: 'The strait',
    visibility: given.visibility ?? 'public',
    parties: ['alpha', 'beta', 'gamma'],
    observers: [],
  },
  parties: [party('alpha', 'Alpha'), party('beta', 'بيتا'), party('gamma', HOSTILE)],
  people: [
    { slug: 'ana', name: 'Ana Alder', roles: [{ party: 'alpha', title: 'Minister' }] },
    { slug: 'bo', name: 'Bo Birch', roles: [{ party: 'alpha', title: 'Envoy' }] },
  ],
  sources,
  issues: [
    {
      slug: 'strikes',
      question: 'Which groups should strikes target?',
      nature: 'normative',
      kind: 'options',
      positions: [
        { slug: 'two', label: 'Two named groups only' },
        { slug: 'every', label: 'Every armed group' },
      ],
      exclusive: true,
    },
    {
      slug: 'months',
      question: 'How long will it take?',
      nature: 'predictive',
      kind: 'quantity',
      unit: 'months',
    },
    yesNo('leader', 'Must the leader go?'),
    yesNo('talks', 'Should talks start now?'),
    yesNo('border', `Is the border ${HOSTILE} open?`),
  ],
  claims,
})

/** Import a dossier. @returns ids of its contradictions by issue slug (one each in {@link aDispute}) */
export async function imported(
  db: Deps['db'],
  dossier: Dossier = aDispute(),
  now: Date = noon,
): Promise<(issue: string) => number> {
  await importDossier(db, { text: JSON.stringify(dossier), file: 'dispute.json', now })
  const rows = await db
    .selectFrom('contradiction as x')
    .innerJoin('issue as i', 'i.id', 'x.issue_id')
    .innerJoin('topic as t', 't.id', 'x.topic_id')
    .where('t.slug', '=', dossier.topic.slug)
    .select(['x.id', 'i.slug'])
    .orderBy('x.id')
    .execute()
  return (issue) => {
    const row = rows.find((r) => r.slug === issue)
    if (row === undefined) throw new Error(`No contradiction on ${issue}`)
    return row.id
  }
}
