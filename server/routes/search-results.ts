import type { Db } from '#db/connect.ts'
import { type ListedClaim, listClaims } from '#db/queries/claim-lists.ts'
import type { Hit } from '#db/queries/search.ts'
import {
  type ShownQuote,
  type ShownThing,
  listShown,
  listShownQuotes,
  listShownTexts,
} from '#db/queries/search-shown.ts'
import { type MarkedPiece, countWanted, excerptWanted, markWanted } from '../domain/search-marks.ts'
import type { SearchType } from '../domain/search-query.ts'
import type { Wanted } from '../domain/search-terms.ts'
import { groupBy } from '../domain/grouping.ts'

/** What was found, as it is shown: with the words marked, in their place. */

export type TextHit = Hit & { readonly piece: number }

/** As much of a text as a result shows, in UTF-16 code units. */
const LONGEST = 260

export interface FoundClaim {
  readonly claim: ListedClaim
  readonly topic: { readonly slug: string; readonly title: string }
  readonly statement: readonly MarkedPiece[]
  /** Its quotation that has most of the words. */
  readonly quote:
    | (Pick<ShownQuote, 'language' | 'source' | 'translator'> & {
        readonly words: readonly MarkedPiece[]
        readonly translation: readonly MarkedPiece[] | undefined
      })
    | undefined
}

export interface FoundThing {
  readonly thing: ShownThing
  readonly title: readonly MarkedPiece[]
  /** What else has the words: a position, an alias, a publisher. */
  readonly also: readonly MarkedPiece[] | undefined
  /** Of a source: where its text has them. */
  readonly text: readonly MarkedPiece[] | undefined
}

/** One of the two is empty. */
export interface ResultsOf {
  readonly claims: readonly FoundClaim[]
  readonly things: readonly FoundThing[]
}

/** Load what was found, in its order. */
export async function loadResults(
  db: Db,
  type: SearchType,
  hits: readonly (Hit | TextHit)[],
  wanted: readonly Wanted[],
): Promise<ResultsOf> {
  if (type === 'claim') return { claims: await loadClaims(db, hits, wanted), things: [] }
  const ids = hits.map(({ id }) => id)
  const things = await listShown(db, type, ids)
  const texts = await listShownTexts(
    db,
    hits.filter((hit): hit is TextHit => 'piece' in hit && hit.piece !== undefined),
  )
  return {
    claims: [],
    things: things.map((thing) => {
      const text = texts.get(thing.id)
      return {
        thing,
        title: markWanted(thing.title, wanted),
        also: bestOf(thing.also, wanted),
        text: text === undefined ? undefined : excerptWanted(text, wanted, LONGEST),
      }
    }),
  }
}

/** The one of these that has most of the words, marked; undefined where none has any. */
function bestOf(texts: readonly string[], wanted: readonly Wanted[]) {
  const counted = texts.map((text) => ({ text, count: countWanted(text, wanted) }))
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a), { text: '', count: 0 })
  return best.count === 0 ? undefined : excerptWanted(best.text, wanted, LONGEST)
}

async function loadClaims(
  db: Db,
  hits: readonly Hit[],
  wanted: readonly Wanted[],
): Promise<FoundClaim[]> {
  const ids = hits.map(({ id }) => id)
  const claims = await listClaims(db, { ids }, { page: 1, size: ids.length })
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const quotes = groupBy(await listShownQuotes(db, ids), ({ claimId }) => claimId)
  return hits.flatMap(({ id, topic, topicTitle }) => {
    const claim = byId.get(id)
    if (claim === undefined) return []
    return [
      {
        claim,
        topic: { slug: topic, title: topicTitle },
        statement: markWanted(claim.statement, wanted),
        quote: bestQuote(quotes.get(id) ?? [], wanted),
      },
    ]
  })
}

function bestQuote(quotes: readonly ShownQuote[], wanted: readonly Wanted[]): FoundClaim['quote'] {
  const score = ({ quote, translation }: ShownQuote) =>
    countWanted(`${quote ?? ''} ${translation ?? ''}`, wanted)
  const [first, ...rest] = quotes
  if (first === undefined) return undefined
  const best = rest.reduce((a, b) => (score(b) > score(a) ? b : a), first)
  const { language, source, translator, translation, quote } = best
  return {
    language,
    source,
    translator,
    words: excerptWanted(quote ?? '', wanted, LONGEST),
    translation: translation === null ? undefined : excerptWanted(translation, wanted, LONGEST),
  }
}
