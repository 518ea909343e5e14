/**
 * What the parts of a dossier must say of each other: every slug once, every reference leading
 * somewhere, every quotation in its source, no claim later than its publication, no relations under
 * which a position could not be held or rejected. Takes a dossier of the right shape. Pure.
 */
import { createHash } from 'node:crypto'
import { isValued } from './claims.ts'
import { type Days, isDay, parseDate } from './dates.ts'
import { claimDays, modelOf, restatableOf, searchSlug } from './dossier-model.ts'
import type { DossierFault } from './dossier-error.ts'
import {
  type Dossier,
  type DossierCapture,
  type DossierCitation,
  type DossierClaim,
  type DossierIssue,
  type DossierSide,
  type DossierSource,
  type DossierValue,
  OPEN_END,
} from './dossier-schema.ts'
import { describeErased } from './erasures.ts'
import { checkGap, checkHistory } from './dossier-history.ts'
import { capturesOf } from './dossier-merge.ts'
import { type JsonPath, pointerOf } from './json-text.ts'
import { findModellingError } from './positions.ts'
import { type SearchableText, findQuotation, prepareText } from './quotations.ts'
import { circleFinder, findRestatementFault } from './restatements.ts'
import { describeTooEarly, isBeforeClaim } from './replies.ts'

/** Everything that can be referred to, by slug, and where faults go. */
interface Context {
  readonly note: (path: JsonPath, message: string) => void
  readonly parties: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  readonly sources: ReadonlyMap<string, DossierSource>
  readonly issues: ReadonlyMap<string, DossierIssue>
  /** The captures of a source, the newest first, each made ready for searching once. */
  readonly capturesOf: (source: DossierSource) => Iterable<SearchableText>
}

/**
 * Check what fields say of each other.
 * @returns every fault, in the order of the document's lists; empty when there is none
 */
export function findFaults(dossier: Dossier): DossierFault[] {
  const faults: DossierFault[] = []
  const context = contextOf(dossier, (path, message) => {
    faults.push({ path: pointerOf(path), message })
  })
  checkTopic(dossier, context)
  checkParties(dossier, context)
  checkPeople(dossier, context)
  checkSources(dossier, context)
  checkIssues(dossier, context)
  checkClaims(dossier, context)
  checkRestatements(dossier, context)
  checkReplies(dossier, context)
  checkSearches(dossier, context)
  checkReviews(dossier, context)
  checkHistory(dossier, context.note)
  return faults
}

function contextOf(dossier: Dossier, note: Context['note']): Context {
  const prepared = new Map<DossierCapture, SearchableText>()
  return {
    note,
    parties: new Set(dossier.parties.map((p) => p.slug)),
    people: new Set(dossier.people.map((p) => p.slug)),
    sources: new Map(dossier.sources.map((s) => [s.slug, s])),
    issues: new Map(dossier.issues.map((i) => [i.slug, i])),
    *capturesOf(source) {
      for (const capture of capturesOf(source).toReversed()) {
        if (capture.erased !== undefined) continue
        const known = prepared.get(capture) ?? prepareText(capture.text)
        prepared.set(capture, known)
        yield known
      }
    },
  }
}

const refuseRepeats = (
  values: readonly string[],
  { note }: Context,
  pathOf: (index: number) => JsonPath,
) => {
  const seen = new Set<string>()
  for (const [i, value] of values.entries()) {
    if (seen.has(value)) note(pathOf(i), `“${value}” is there twice.`)
    seen.add(value)
  }
}

function refuseRepeatedSlugs(
  things: readonly { slug: string }[],
  context: Context,
  path: JsonPath,
): void {
  refuseRepeats(
    things.map((t) => t.slug),
    context,
    (i) => [...path, i, 'slug'],
  )
}

function checkParty(slug: string, { parties, note }: Context, path: JsonPath): void {
  if (!parties.has(slug)) note(path, `There is no party “${slug}” in this dossier.`)
}

function checkPerson(slug: string | undefined, context: Context, path: JsonPath): void {
  if (slug !== undefined && !context.people.has(slug))
    context.note(path, `There is no person “${slug}” in this dossier.`)
}

function checkPeriod(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  { note }: Context,
  path: JsonPath,
): void {
  if (from === undefined || to === undefined || from === OPEN_END || to === OPEN_END) return
  if (parseDate(to).latest < parseDate(from).earliest) note(path, `${to} is before ${from}.`)
}

function checkTopic({ topic }: Dossier, context: Context): void {
  for (const field of ['parties', 'observers'] as const) {
    const pathOf = (i: number) => ['topic', field, i]
    refuseRepeats(topic[field], context, pathOf)
    for (const [i, slug] of topic[field].entries()) checkParty(slug, context, pathOf(i))
  }
  const parties = new Set(topic.parties)
  for (const [i, slug] of topic.observers.entries()) {
    if (!parties.has(slug)) continue
    context.note(['topic', 'observers', i], `“${slug}” is a party to the dispute already.`)
  }
}

function checkParties({ parties }: Dossier, context: Context): void {
  refuseRepeatedSlugs(parties, context, ['parties'])
  for (const [i, party] of parties.entries()) {
    const languages = (party.names ?? []).map((n) => n.language)
    refuseRepeats(languages, context, (j) => ['parties', i, 'names', j, 'language'])
    for (const [j, membership] of (party.memberOf ?? []).entries()) {
      const path = ['parties', i, 'memberOf', j]
      checkParty(membership.party, context, [...path, 'party'])
      checkPeriod(membership, context, [...path, 'to'])
      if (membership.party === party.slug)
        context.note([...path, 'party'], 'A party cannot belong to itself.')
    }
  }
}

function checkPeople({ people }: Dossier, context: Context): void {
  refuseRepeatedSlugs(people, context, ['people'])
  for (const [i, person] of people.entries()) {
    for (const [j, role] of person.roles.entries()) {
      checkParty(role.party, context, ['people', i, 'roles', j, 'party'])
      checkPeriod(role, context, ['people', i, 'roles', j, 'to'])
    }
  }
}

function checkSources({ sources }: Dossier, context: Context): void {
  refuseRepeatedSlugs(sources, context, ['sources'])
  for (const [i, { capture, earlierCaptures = [], slug }] of sources.entries()) {
    const path = ['sources', i]
    if (capture !== undefined) checkHash(capture, slug, context, [...path, 'capture'])
    else if (earlierCaptures.length > 0)
      context.note(
        [...path, 'capture'],
        'There are earlier captures, so there is a newest: give it.',
      )
    const seen = new Set([capture?.sha256])
    for (const [j, earlier] of earlierCaptures.entries()) {
      const own = [...path, 'earlierCaptures', j]
      checkHash(earlier, slug, context, own)
      if (seen.has(earlier.sha256)) context.note(own, `This text of “${slug}” is there twice.`)
      seen.add(earlier.sha256)
    }
  }
}

function checkHash(
  { text, sha256, erased }: DossierCapture,
  slug: string,
  { note }: Context,
  path: JsonPath,
): void {
  if (erased !== undefined) {
    const says = describeErased(erased)
    if (text !== says) note([...path, 'text'], `This text was erased: write “${says}”.`)
    return
  }
  const actual = createHash('sha256').update(text, 'utf8').digest('hex')
  if (actual === sha256) return
  const message = `This is not the SHA-256 of the captured text of “${slug}”, which is ${actual}.`
  note([...path, 'sha256'], message)
}

function checkIssues({ issues }: Dossier, context: Context): void {
  refuseRepeatedSlugs(issues, context, ['issues'])
  for (const [i, issue] of issues.entries()) {
    const path = ['issues', i]
    for (const party of Object.keys(issue.labels ?? {})) {
      checkParty(party, context, [...path, 'labels', party])
    }
    checkKind(issue, context, path)
    checkMerged(issue, context, path)
    if (checkRelations(issue, context, path)) checkModel(issue, context, path)
  }
}

/** What takes a position's place is a position that the issue has now. */
function checkMerged({ positions = [] }: DossierIssue, { note }: Context, path: JsonPath): void {
  const now = new Set(positions.flatMap((p) => (p.mergedInto === undefined ? [p.slug] : [])))
  for (const [i, { mergedInto }] of positions.entries())
    if (mergedInto !== undefined && !now.has(mergedInto))
      note(
        [...path, 'positions', i, 'mergedInto'],
        `A position is merged into one that stays; “${mergedInto}” is none.`,
      )
}

function checkKind(issue: DossierIssue, { note }: Context, path: JsonPath): void {
  const { kind, positions = [], excludes, exclusive } = issue
  if (isValued(kind)) {
    const message = `An issue of kind ${kind} is answered by values; it has no positions.`
    if (positions.length > 0) note([...path, 'positions'], message)
    if (excludes !== undefined && excludes.length > 0) note([...path, 'excludes'], message)
    if (exclusive === true) note([...path, 'exclusive'], message)
  } else if (issue.unit !== undefined) {
    note([...path, 'unit'], 'Only quantity and date issues have a unit.')
  }
  if (kind === 'yes-no' && positions.filter((p) => p.mergedInto === undefined).length > 2)
    note([...path, 'positions'], 'A yes-no issue has one position; “no” is its denial.')
}

/** @returns whether every relation joins two different positions of the issue */
function checkRelations(issue: DossierIssue, context: Context, path: JsonPath): boolean {
  const positions = issue.positions ?? []
  const known = new Set(positions.map((p) => p.slug))
  let isSound = true
  const check = (from: string, to: string, at: JsonPath) => {
    if (known.has(to) && from !== to) return
    isSound = false
    context.note(
      at,
      known.has(to)
        ? 'A position cannot be related to itself.'
        : `There is no position “${to}” on “${issue.slug}”.`,
    )
  }
  refuseRepeatedSlugs(positions, context, [...path, 'positions'])
  for (const [i, { slug, entails = [] }] of positions.entries()) {
    const pathOf = (j: number) => [...path, 'positions', i, 'entails', j]
    refuseRepeats(entails, context, pathOf)
    for (const [j, to] of entails.entries()) check(slug, to, pathOf(j))
  }
  const excludes = issue.excludes ?? []
  const pairs = excludes.map(
    ({ pair: [a, b], kind = 'contrary' }) => `${a < b ? `${a} and ${b}` : `${b} and ${a}`} ${kind}`,
  )
  refuseRepeats(pairs, context, (i) => [...path, 'excludes', i, 'pair'])
  for (const [i, { pair }] of excludes.entries()) {
    check('', pair[0], [...path, 'excludes', i, 'pair', 0])
    check(pair[0], pair[1], [...path, 'excludes', i, 'pair', 1])
  }
  return isSound
}

function checkModel(issue: DossierIssue, { note }: Context, path: JsonPath): void {
  const { positions, relations } = modelOf(issue)
  const error = findModellingError(positions, relations)
  if (error !== undefined) note(path, error.message)
}

function checkClaims({ claims }: Dossier, context: Context): void {
  refuseRepeatedSlugs(claims, context, ['claims'])
  for (const [i, claim] of claims.entries()) {
    const path = ['claims', i]
    checkParty(claim.party, context, [...path, 'party'])
    checkPerson(claim.person, context, [...path, 'person'])
    const issue = context.issues.get(claim.issue)
    if (issue === undefined)
      context.note([...path, 'issue'], `There is no issue “${claim.issue}” in this dossier.`)
    else {
      checkAnswer(claim, issue, context, path)
      checkNotMerged(claim, issue, context, path)
    }
    for (const [j, citation] of claim.citations.entries()) {
      checkCitation(citation, context, [...path, 'citations', j])
    }
    checkSaid(claim, context, path)
    checkGap(claim, context.note, path)
    if (claim.erased !== undefined && claim.withdrawn === undefined)
      context.note([...path, 'withdrawn'], 'A claim that was erased is withdrawn: say so.')
  }
}

function checkRestatements({ claims }: Dossier, { sources, note }: Context): void {
  if (claims.every((c) => c.restates === undefined)) return
  const publishedOf = (slug: string) => {
    const source = sources.get(slug)
    return source === undefined ? [] : [parseDate(source.published).latest]
  }
  const all = claims.map((claim) =>
    restatableOf(
      claim,
      claim.citations.flatMap((c) => publishedOf(c.source)),
    ),
  )
  const bySlug = new Map(all.map((claim) => [claim.slug, claim]))
  const find = (slug: string) => bySlug.get(slug)
  const isInCircle = circleFinder(find)
  for (const [i, claim] of all.entries()) {
    const { restates } = claim
    if (restates === undefined) continue
    const fault = bySlug.has(restates)
      ? findRestatementFault(claim, find, isInCircle)
      : `There is no claim “${restates}” in this dossier.`
    if (fault !== undefined) note(['claims', i, 'restates'], fault)
  }
}

type Answer = Pick<DossierClaim, 'position' | 'value'> & { readonly stance: string }

/** What is said of a merged position is said of the one that took its place; sides of old may stay. */
function checkNotMerged(
  { position }: Answer,
  { positions = [] }: DossierIssue,
  { note }: Context,
  path: JsonPath,
): void {
  const into = positions.find((p) => p.slug === position)?.mergedInto
  if (into !== undefined)
    note(
      [...path, 'position'],
      `The position “${position}” was merged into “${into}”. Give that one.`,
    )
}

/** Does the claim, or side, answer its issue the way the issue is answered? */
function checkAnswer(answer: Answer, issue: DossierIssue, context: Context, path: JsonPath): void {
  const { position, value, stance } = answer
  const isByValue = isValued(issue.kind)
  const wanted = isByValue ? 'value' : 'position'
  const unwanted = isByValue ? 'position' : 'value'
  if (answer[unwanted] !== undefined)
    context.note(
      [...path, unwanted],
      `“${issue.slug}” is of kind ${issue.kind}: give a ${wanted}, not a ${unwanted}.`,
    )
  if (answer[wanted] === undefined && stance !== 'declines')
    context.note(
      [...path, wanted],
      `A claim that ${stance} needs a ${wanted}; only one that declines may lack it.`,
    )
  if (!isByValue && position !== undefined && !issue.positions?.some((p) => p.slug === position))
    context.note([...path, 'position'], `There is no position “${position}” on “${issue.slug}”.`)
  if (isByValue && value !== undefined) checkValue(value, issue, context, [...path, 'value'])
}

function checkValue(
  value: DossierValue,
  issue: DossierIssue,
  { note }: Context,
  path: JsonPath,
): void {
  const { min, max } = value
  if (min === null && max === null) return note(path, 'Give min, max, or both; not both null.')
  for (const end of ['min', 'max'] as const) {
    const given = value[end]
    if (given === null) continue
    const isRight = issue.kind === 'date' ? isDayText(given) : typeof given === 'number'
    if (isRight) continue
    const wanted = issue.kind === 'date' ? 'a day like 2015-12-15' : 'a number'
    return note([...path, end], `“${issue.slug}” is of kind ${issue.kind}: give ${wanted}.`)
  }
  if (min !== null && max !== null && min > max)
    note(path, `min (${min}) is more than max (${max}).`)
}

const isDayText = (given: number | string) => typeof given === 'string' && isDay(given)

function checkCitation(citation: DossierCitation, context: Context, path: JsonPath): void {
  const { start, end } = citation
  if (start !== undefined && end !== undefined && end < start)
    context.note([...path, 'end'], `The quotation ends (${end}) before it begins (${start}).`)
  const source = context.sources.get(citation.source)
  if (source === undefined)
    return context.note(
      [...path, 'source'],
      `There is no source “${citation.source}” in this dossier.`,
    )
  const { quote } = citation
  if (quote === undefined || source.capture === undefined) return
  for (const text of context.capturesOf(source))
    if (findQuotation(text, { ...citation, quote }) !== undefined) return
  // What is gone cannot be asked.
  if (capturesOf(source).some((one) => one.erased !== undefined)) return
  const shown = quote.length > 120 ? `${quote.slice(0, 120)}…` : quote
  context.note(
    [...path, 'quote'],
    `These words are not in the captured text of “${source.slug}”: “${shown}”.`,
  )
}

/** Something that was said, and the sources that report it. */
type Reported = Pick<DossierClaim, 'said' | 'citations'>

function checkSaid(claim: Reported, { sources, note }: Context, path: JsonPath): void {
  const published = claim.citations.flatMap(({ source }) => sources.get(source)?.published ?? [])
  const said: Days = parseDate(claim.said)
  for (const publication of published) {
    const { latest } = parseDate(publication)
    if (claimDays(said, [latest]) !== undefined) continue
    const message = `“${claim.said}” is later than ${publication}, when a source that reports it was published.`
    return note([...path, 'said'], message)
  }
}

function checkReplies({ claims, replies = [] }: Dossier, context: Context): void {
  refuseRepeatedSlugs(replies, context, ['replies'])
  const answered = new Map(claims.map((c) => [c.slug, c]))
  for (const [i, reply] of replies.entries()) {
    const path = ['replies', i]
    checkParty(reply.party, context, [...path, 'party'])
    checkPerson(reply.person, context, [...path, 'person'])
    for (const [j, citation] of reply.citations.entries())
      checkCitation(citation, context, [...path, 'citations', j])
    checkSaid(reply, context, path)
    const claim = answered.get(reply.claim)
    if (claim === undefined)
      context.note([...path, 'claim'], `There is no claim “${reply.claim}” in this dossier.`)
    else checkOrder(reply, claim, context, [...path, 'said'])
  }
}

/** Nobody answers what has not been said. */
function checkOrder(
  reply: Reported,
  claim: Reported,
  { sources, note }: Context,
  path: JsonPath,
): void {
  const publications = reply.citations.flatMap(({ source }) => {
    const published = sources.get(source)?.published
    return published === undefined ? [] : [parseDate(published).latest]
  })
  const days = claimDays(parseDate(reply.said), publications)
  if (days !== undefined && isBeforeClaim(days, parseDate(claim.said)))
    note(path, describeTooEarly(reply.said, claim.said))
}

function checkSearches({ searches = [] }: Dossier, context: Context): void {
  refuseRepeats(searches.map(searchSlug), context, (i) => ['searches', i])
  for (const [i, { party, issue }] of searches.entries()) {
    checkParty(party, context, ['searches', i, 'party'])
    if (!context.issues.has(issue))
      context.note(['searches', i, 'issue'], `There is no issue “${issue}” in this dossier.`)
  }
}

function checkReviews({ contradictions = [], reviews = [] }: Dossier, context: Context): void {
  for (const [field, things] of Object.entries({ contradictions, reviews })) {
    for (const [i, { issue: slug, a, b }] of things.entries()) {
      const issue = context.issues.get(slug)
      if (issue === undefined)
        context.note([field, i, 'issue'], `There is no issue “${slug}” in this dossier.`)
      else {
        checkSide(a, issue, context, [field, i, 'a'])
        checkSide(b, issue, context, [field, i, 'b'])
      }
    }
  }
  for (const [i, { verdict, reason }] of reviews.entries()) {
    if (verdict === 'no conflict' && reason === undefined)
      context.note(['reviews', i, 'reason'], 'A verdict of no conflict needs a reason.')
  }
}

function checkSide(side: DossierSide, issue: DossierIssue, context: Context, path: JsonPath): void {
  checkParty(side.party, context, [...path, 'party'])
  checkAnswer(side, issue, context, path)
}
