import type {
  Dossier,
  DossierClaim,
  DossierIssue,
  DossierParty,
  DossierPerson,
  DossierSearch,
  DossierSource,
} from '#server/domain/dossier.ts'
import { FORMS } from '#server/domain/claims.ts'
import { parseDate } from '#server/domain/dates.ts'
import { createHash } from 'node:crypto'
import { type Dice, diceOf } from './seeded.ts'
import { isSound } from './worlds.ts'

/**
 * A valid topic of about forty claims, the same for the same seed: several parties, people, issues of
 * all five kinds, imprecise and open dates, periods, conditions, withdrawn claims and context. Small
 * ranges, so that claims meet, conflict and supersede each other often.
 */
export function randomDossier(seed: number): Dossier {
  const dice = diceOf(seed)
  const parties = randomParties(dice)
  const people = randomPeople(dice, parties)
  const sources = randomSources(dice)
  const issues = randomIssues(dice, parties)
  const observers = parties.length > 3 && dice.chance(0.5) ? parties.slice(-1) : []
  const claims = Array.from({ length: 20 + dice.int(30) }, (_, i) =>
    randomClaim(dice, `c${i}`, { parties, people, sources, issues }),
  )
  const again = dice.some(claims, 0.2).map((claim) => restated(dice, claim))
  const searches = randomSearches(dice, parties, issues)
  return {
    format: 'gainsay-dossier/1',
    topic: {
      slug: `random-${seed}`,
      title: `Random topic ${seed}`,
      visibility: 'public',
      parties: parties.filter((p) => !observers.includes(p)).map((p) => p.slug),
      observers: observers.map((p) => p.slug),
    },
    parties,
    people,
    sources,
    issues,
    claims: [...claims, ...again],
    ...(searches.length > 0 && { searches }),
  }
}

function randomParties(dice: Dice): DossierParty[] {
  const names = ['North', 'South', 'Восток', 'غرب', 'Union', 'Gazette'].slice(0, 2 + dice.int(5))
  return names.map((name, i) => ({
    slug: `party-${i}`,
    name,
    kind: dice.pick(['state', 'coalition', 'newspaper']),
    aliases: dice.some(['the other', 'they'], 0.3),
    ...(i > 1 && dice.chance(0.3) && { memberOf: [{ party: 'party-0', from: '2015' }] }),
  }))
}

function randomPeople(dice: Dice, parties: readonly DossierParty[]): DossierPerson[] {
  return parties.flatMap(({ slug }, i) =>
    Array.from({ length: dice.int(3) }, (_, n) => ({
      slug: `person-${i}-${n}`,
      name: `Speaker ${i} ${n}`,
      roles: [{ party: slug, title: 'speaker', ...(dice.chance(0.5) && { from: '2014-03' }) }],
    })),
  )
}

const CAPTURED =
  'The speaker said: “We will not wait,\nnot even a day.” Asked again, he said, “We will not wait.”\n'

function randomSources(dice: Dice): DossierSource[] {
  const published = [
    '2016-06-01',
    '2016-02',
    '2015-12-20~',
    '2016',
    '2016-01-05/2016-01-09',
    '2015-11-30',
  ]
  return published.map((date, i) => ({
    slug: `source-${i}`,
    kind: 'article',
    title: `Report ${i}`,
    published: date,
    language: dice.pick(['en', 'ru', 'ar', 'zh-Hant']),
    ...(i === 0 && {
      capture: {
        text: CAPTURED,
        capturedAt: '2016-06-02T10:00:00Z',
        sha256: createHash('sha256').update(CAPTURED, 'utf8').digest('hex'),
      },
    }),
  }))
}

function randomIssues(dice: Dice, parties: readonly DossierParty[]): DossierIssue[] {
  const natures = ['factual', 'normative', 'predictive'] as const
  const kinds = ['options', 'options', 'list', 'yes-no', 'quantity', 'date'] as const
  return kinds.map((kind, i) => {
    const issue = {
      slug: `issue-${i}-${kind}`,
      question: `Question ${i}?`,
      nature: dice.pick(natures),
      kind,
    }
    const labels = dice.chance(0.3) ? { labels: { [dice.pick(parties).slug]: 'their word' } } : {}
    if (kind === 'quantity') return { ...issue, ...labels, unit: 'months' }
    if (kind === 'date') return { ...issue, ...labels }
    return { ...issue, ...labels, ...randomPositions(dice, kind) }
  })
}

type Rules = Pick<DossierIssue, 'positions' | 'excludes' | 'exclusive'>

/** Positions with relations under which each can be held and rejected. */
export function randomPositions(dice: Dice, kind: DossierIssue['kind']): Rules {
  for (;;) {
    const rules = anyPositions(dice, kind === 'yes-no' ? 1 : 2 + dice.int(5))
    if (isSound(rules)) return rules
  }
}

const pairOf = (dice: Dice, a: string, b: string): [string, string] =>
  dice.chance(0.5) ? [a, b] : [b, a]

/** Positions with any relations at all, sound or not. */
export function anyPositions(dice: Dice, size: number): Rules {
  const slugs = Array.from({ length: size }, (_, i) => `p${i}`)
  const density = dice.pick([0.05, 0.15, 0.3])
  const pairs = slugs.flatMap((a, i) => slugs.slice(i + 1).map((b): [string, string] => [a, b]))
  const excludes = dice.some(pairs, density).map(([a, b]) => ({
    pair: pairOf(dice, a, b),
    ...(dice.chance(0.5) && { kind: dice.pick(['contrary', 'contradictory'] as const) }),
  }))
  const positions = slugs.map((slug) => {
    const others = slugs.filter((other) => other !== slug)
    const entails = dice.some(others, density / 1.5)
    return { slug, label: `Position ${slug}`, ...(entails.length > 0 && { entails }) }
  })
  return {
    positions,
    ...(excludes.length > 0 && { excludes }),
    ...(dice.chance(0.3) && { exclusive: true }),
  }
}

interface Cast {
  readonly parties: readonly DossierParty[]
  readonly people: readonly DossierPerson[]
  readonly sources: readonly DossierSource[]
  readonly issues: readonly DossierIssue[]
}

function randomClaim(dice: Dice, slug: string, cast: Cast): DossierClaim {
  const issue = dice.pick(cast.issues)
  const party = dice.pick(cast.parties).slug
  const stance = dice.pick([
    'affirms',
    'affirms',
    'affirms',
    'denies',
    'denies',
    'leaves-open',
    'declines',
  ] as const)
  const speakers = cast.people.filter((p) => p.roles.some((r) => r.party === party))
  const said = randomDate(dice)
  const sources = cast.sources.filter(
    (s) => parseDate(s.published).latest >= parseDate(said).earliest,
  )
  return {
    slug,
    issue: issue.slug,
    party,
    ...(speakers.length > 0 && dice.chance(0.6) && { person: dice.pick(speakers).slug }),
    ...(!(stance === 'declines' && dice.chance(0.5)) && randomAnswer(dice, issue)),
    stance,
    ...(dice.chance(0.15) && { bearing: dice.pick(['states', 'context'] as const) }),
    form: dice.pick(FORMS),
    said,
    statement: `Statement ${slug}.`,
    ...(dice.chance(0.2) && { condition: 'provided that the others do too' }),
    ...(dice.chance(0.25) && { scope: randomScope(dice) }),
    ...(dice.chance(0.1) && { hedge: 'may' }),
    ...(dice.chance(0.08) && { withdrawn: { reason: 'entered twice' } }),
    citations: randomCitations(dice, sources),
  }
}

/** The same again, in other words; the restated one may be withdrawn, or its repetition. */
const restated = (dice: Dice, { withdrawn: _, ...claim }: DossierClaim): DossierClaim => ({
  ...claim,
  slug: `${claim.slug}-again`,
  statement: `Again: ${claim.statement}`,
  restates: claim.slug,
  ...(dice.chance(0.1) && { withdrawn: { reason: 'entered twice' } }),
})

function randomAnswer(dice: Dice, issue: DossierIssue): Pick<DossierClaim, 'position' | 'value'> {
  if (issue.kind !== 'quantity' && issue.kind !== 'date')
    return { position: dice.pick(issue.positions ?? []).slug }
  const onLine = (n: number) =>
    issue.kind === 'date'
      ? `2016-03-${String(n + 1).padStart(2, '0')}`
      : dice.chance(0.2)
        ? n + 0.1
        : n
  const a = dice.int(8)
  const b = a + dice.int(4)
  const value = { min: onLine(a), max: onLine(b) }
  if (value.min > value.max) value.max = value.min
  const open = dice.int(5)
  if (open === 0) return { value: { min: null, max: value.max } }
  return open === 1 ? { value: { min: value.min, max: null } } : { value }
}

const randomDay = (dice: Dice) => {
  const day = dice.int(120)
  return new Date(Date.UTC(2015, 9, 1 + day)).toISOString().slice(0, 10)
}

/** Mostly days; else months, years, approximate dates, spans and open ends. */
function randomDate(dice: Dice): string {
  const [a, b] = [randomDay(dice), randomDay(dice)].sort()
  const month = randomDay(dice).slice(0, 7)
  const imprecise = [
    month,
    `${month}~`,
    `${month}-XX`,
    '2015',
    `${a}/${b}`,
    `${month}/..`,
    `../${b}`,
    '2015-10/',
    '2015-24',
  ]
  return dice.chance(0.6) ? randomDay(dice) : dice.pick(imprecise)
}

const randomScope = (dice: Dice): NonNullable<DossierClaim['scope']> => ({
  ...(dice.chance(0.9) && {
    period: dice.pick(['2016', '2017', '2016-07/..', '../2016-06', '2016-03/2017-03']),
  }),
  ...(dice.chance(0.3) && { note: 'in the north only' }),
})

function randomCitations(dice: Dice, sources: readonly DossierSource[]): DossierClaim['citations'] {
  return Array.from({ length: 1 + dice.int(2) }, () => {
    const source = dice.pick(sources)
    return {
      source: source.slug,
      ...(source.capture && dice.chance(0.7) && { quote: 'We will not wait' }),
      ...(dice.chance(0.2) && { credibility: 1 + dice.int(6) }),
    }
  })
}

/** At most one for a party on an issue. */
const randomSearches = (
  dice: Dice,
  parties: readonly DossierParty[],
  issues: readonly DossierIssue[],
): DossierSearch[] =>
  parties.flatMap((party) =>
    dice.some(issues, 0.3).map((issue) => ({
      party: party.slug,
      issue: issue.slug,
      on: dice.pick(['2015-09-01', '2015-12-01', '2026-11-24']),
      result: dice.pick(['none-found', 'not-applicable'] as const),
    })),
  )
