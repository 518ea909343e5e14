import { isInOwnWords } from '#server/domain/claims.ts'
import type { MarkedPiece } from '#server/domain/search-marks.ts'
import type { SearchType } from '#server/domain/search-query.ts'
import type { SearchFields } from '#server/domain/search-facets.ts'
import { paths } from '#server/paths.ts'
import type { ClaimRow } from '../shared/claim-table.tsx'
import { DateText } from '../shared/date-text.tsx'
import { directionOf } from '../shared/direction.ts'
import { StanceText } from '../shared/stance.tsx'
import { wording } from '../words/wording.ts'
import { Marked } from './marked.tsx'
import { typeInAddress } from './words.ts'

interface Topic {
  readonly slug: string
  readonly title: string
}

/** A claim that was found; of its quotations the one that has most of the words. */
export interface ClaimResult {
  readonly claim: ClaimRow
  readonly topic: Topic
  readonly statement: readonly MarkedPiece[]
  readonly quote?:
    | {
        readonly language: string
        readonly source: { readonly id: number; readonly slug: string; readonly version?: number }
        readonly words: readonly MarkedPiece[]
        readonly translation: readonly MarkedPiece[] | undefined
        readonly translator: string | null
      }
    | undefined
}

/** Anything else that was found. */
export interface ThingResult {
  readonly thing: {
    readonly type: Exclude<SearchType, 'claim'>
    readonly id: number
    readonly slug: string
    readonly topic: Topic
    readonly claims: number
    readonly language?: string
    readonly published?: string
    readonly publisher?: string | null
  }
  readonly title: readonly MarkedPiece[]
  readonly also: readonly MarkedPiece[] | undefined
  readonly text: readonly MarkedPiece[] | undefined
}

export interface ResultGroup {
  readonly type: SearchType
  readonly total: number
  readonly isMore: boolean
  readonly results: {
    readonly claims: readonly ClaimResult[]
    readonly things: readonly ThingResult[]
  }
}

interface GroupProps {
  readonly group: ResultGroup
  readonly address: SearchFields
  /** Are all kinds shown, a few of each? */
  readonly isOneOfMany: boolean
  /** Starts ids, so that a page may hold two groups of a kind. */
  readonly prefix?: string
}

/** What was found of one kind: how much, the first of it, and where the rest is. */
export const Group = ({ group, address, isOneOfMany, prefix = 'found' }: GroupProps) => {
  const { type, total, isMore, results } = group
  const shown = results.claims.length + results.things.length
  const id = `${prefix}-${type}`
  return (
    <section aria-labelledby={id} class="found-group">
      <h2 id={id}>
        {wording().search.kinds[type]}{' '}
        <span class="found-count">{isMore ? `${total}+` : total}</span>
      </h2>
      <ol class="list">
        {results.claims.map((result) => (
          <ClaimItem {...result} />
        ))}
        {results.things.map((result) => (
          <ThingItem {...result} />
        ))}
      </ol>
      {isOneOfMany && total > shown && (
        <p>
          <a href={paths.search({ ...address, page: undefined, type: typeInAddress(type) })}>
            {wording().search.all(type, total, isMore)}
          </a>
        </p>
      )}
    </section>
  )
}

const ClaimItem = ({ claim, topic, statement, quote }: ClaimResult) => (
  <li class="found-claim">
    <p class="found-title">
      <a href={paths.claim(claim)}>
        <bdi>
          <Marked pieces={statement} />
        </bdi>
      </a>
    </p>
    <p class="small">
      {claim.isWithdrawn && (
        <>
          <span class="tag">{wording().shared.withdrawn}</span>{' '}
        </>
      )}
      <a href={paths.party(claim.party)}>
        <bdi>{claim.party.name}</bdi>
      </a>
      {claim.person !== null && (
        <>
          {' ('}
          <bdi>{claim.person.name}</bdi>)
        </>
      )}
      {wording().common.comma}
      <DateText date={claim.said} short />
      {' · '}
      <StanceText
        stance={claim.stance}
        label={claim.position}
        value={claim.value}
        unit={claim.issue.unit}
      />
      {claim.bearing === 'context' && ` · ${wording().shared.contextOnly}`}
    </p>
    {quote !== undefined && <Quote quote={quote} claim={claim} />}
    <p class="small muted">
      <a href={paths.issue(claim.issue)}>
        <bdi>{claim.issue.question}</bdi>
      </a>
      {' · '}
      <bdi>{topic.title}</bdi>
    </p>
  </li>
)

type QuoteProps = Pick<ClaimResult, 'claim'> & {
  readonly quote: NonNullable<ClaimResult['quote']>
}

const Quote = ({ claim, quote }: QuoteProps) => {
  const isOwn = isInOwnWords(claim.form, quote.words.map(({ text }) => text).join(''))
  return (
    <figure class={isOwn ? 'quotation quotation-cell' : 'quotation quotation-cell reported'}>
      {!isOwn && <p class="small muted">{wording().shared.inSourcesWords}</p>}
      <blockquote lang={quote.language} dir={directionOf(quote.language)}>
        <p>
          <Marked pieces={quote.words} />
        </p>
      </blockquote>
      {quote.translation !== undefined && (
        <div class="translation">
          <p>
            <Marked pieces={quote.translation} />
          </p>
          <p class="small muted">
            {quote.translator === null
              ? wording().shared.translation
              : wording().shared.translationBy(<bdi>{quote.translator}</bdi>)}
          </p>
        </div>
      )}
      <figcaption>
        <a class="small" href={paths.source(quote.source, claim)}>
          {wording().search.inSource}
          <span class="visually-hidden">: {wording().shared.passageOfClaim}</span>
        </a>
      </figcaption>
    </figure>
  )
}

const addresses: Readonly<
  Record<ThingResult['thing']['type'], (thing: ThingResult['thing']) => string>
> = {
  topic: (thing) => paths.topic(thing.slug),
  issue: (thing) => paths.issue(thing),
  party: (thing) => paths.party(thing),
  person: (thing) => paths.person(thing),
  source: (thing) => paths.source(thing),
}

/** Where a thing that was found has its page. */
export const addressOfThing = (thing: ThingResult['thing']): string => addresses[thing.type](thing)

const ThingItem = ({ thing, title, also, text }: ThingResult) => (
  <li>
    <p class="found-title">
      <a href={addressOfThing(thing)}>
        <bdi lang={thing.language} dir={thing.language && directionOf(thing.language)}>
          <Marked pieces={title} />
        </bdi>
      </a>
    </p>
    {also !== undefined && (
      <p class="small">
        <bdi>
          <Marked pieces={also} />
        </bdi>
      </p>
    )}
    {text !== undefined && (
      <p
        class="found-text serif"
        lang={thing.language}
        dir={thing.language && directionOf(thing.language)}
      >
        <Marked pieces={text} />
      </p>
    )}
    <p class="small muted">
      {thing.publisher !== undefined && thing.publisher !== null && (
        <>
          <bdi>{thing.publisher}</bdi>
          {wording().common.comma}
        </>
      )}
      {thing.published !== undefined && (
        <>
          <DateText date={thing.published} short />
          {' · '}
        </>
      )}
      {wording().counts.claims(thing.claims)}
      {thing.type !== 'topic' && (
        <>
          {' · '}
          <bdi>{thing.topic.title}</bdi>
        </>
      )}
    </p>
  </li>
)
