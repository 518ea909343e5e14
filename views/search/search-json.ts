import type { MarkedPiece } from '#server/domain/search-marks.ts'
import { paths } from '#server/paths.ts'
import { describeHolding } from '../shared/stance.tsx'
import { speaking } from '../words/wording.ts'
import { type ClaimResult, type ResultGroup, type ThingResult, addressOfThing } from './results.tsx'

interface Written {
  readonly query: { readonly text: string }
  readonly total: number
  readonly isMore: boolean
  readonly also: readonly string[]
  readonly page: number
  readonly pages: number
  readonly groups: readonly ResultGroup[]
}

const plain = (pieces: readonly MarkedPiece[] | undefined): string | undefined =>
  pieces?.map(({ text }) => text).join('')

/** A search for programs: the same groups as on the page, with addresses below the site's. */
export const writeSearch = ({ query, total, isMore, also, page, pages, groups }: Written) => ({
  query: query.text,
  total,
  /** There is more than was counted. */
  hasMore: isMore,
  also,
  page,
  pages,
  groups: groups.map((group) => ({
    type: group.type,
    total: group.total,
    hasMore: group.isMore,
    results: [...group.results.claims.map(writeClaim), ...group.results.things.map(writeThing)],
  })),
})

const writeClaim = ({ claim, topic, quote }: ClaimResult) => ({
  type: 'claim',
  title: claim.statement,
  href: paths.claim(claim),
  topic: topic.slug,
  slug: claim.slug,
  party: { slug: claim.party.slug, name: claim.party.name },
  person: claim.person?.name ?? null,
  said: claim.said,
  stance: claim.stance,
  position: holdingOf(claim) ?? null,
  issue: claim.issue.question,
  withdrawn: claim.isWithdrawn,
  quote:
    quote === undefined
      ? null
      : {
          text: plain(quote.words),
          language: quote.language,
          translation: plain(quote.translation) ?? null,
          href: paths.source(quote.source, claim),
        },
})

/** For programs, whatever language a page would be in. */
const holdingOf = (claim: ClaimResult['claim']) =>
  speaking('en', () => describeHolding({ ...claim, label: claim.position, unit: claim.issue.unit }))

const writeThing = ({ thing, title, also, text }: ThingResult) => ({
  type: thing.type,
  title: plain(title) ?? '',
  href: addressOfThing(thing),
  topic: thing.topic.slug,
  slug: thing.slug,
  also: plain(also) ?? null,
  text: plain(text) ?? null,
  claims: thing.claims,
})
