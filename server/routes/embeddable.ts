import { shorten } from '#views/contradiction/sentence.tsx'
import { MOST_EMBEDDED_ISSUES } from '#views/embed/embed-comparison.tsx'
import { MOST_IN_MATRIX } from '#views/embed/embed-matrix.tsx'
import {
  CLAIM_HEIGHT,
  CONTRADICTION_HEIGHT,
  type Embeddable,
  heightOfComparison,
  heightOfMatrix,
} from '#views/embed/iframe.ts'
import type { Share } from '#views/layout/document.tsx'
import { wording } from '#views/words/wording.ts'
import type { Visibility } from '../domain/access.ts'
import { type AppContext, ownOrigin } from '../http/context.ts'
import { type Addressed, type ComparisonQuery, type MatrixQuery, paths } from '../paths.ts'

/** What others may show of a page: its embeds, and what its head says of it. */

interface Titled {
  readonly title: string
}

/** Embeds speak English unless their address says otherwise: as the page does that offers them. */
function spoken(address: string): string {
  const { language } = wording()
  if (language === 'en') return address
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`
}

export const embedOfComparison = (
  origin: string,
  slug: string,
  { query, title, issues }: Titled & { query: ComparisonQuery; issues: number },
): Embeddable => ({
  src: spoken(origin + paths.embedCompare(slug, query)),
  title,
  height: heightOfComparison(Math.min(issues, MOST_EMBEDDED_ISSUES)),
})

export const embedOfMatrix = (
  origin: string,
  slug: string,
  { query, title, parties }: Titled & { query: MatrixQuery; parties: number },
): Embeddable => ({
  src: spoken(origin + paths.embedMatrix(slug, query)),
  title,
  height: heightOfMatrix(Math.min(parties, MOST_IN_MATRIX)),
})

export const embedOfContradiction = (
  origin: string,
  x: Addressed,
  { title, known }: Titled & { known?: string | undefined },
): Embeddable => ({
  src: spoken(origin + paths.embedContradiction(x, { known })),
  title,
  height: CONTRADICTION_HEIGHT,
})

export const embedOfClaim = (
  origin: string,
  claim: Addressed,
  { title, known }: Titled & { known?: string | undefined },
): Embeddable => ({
  src: spoken(origin + paths.embedClaim(claim, { known })),
  title,
  height: CLAIM_HEIGHT,
})

/** What sites that show pictures take of their description. */
const MOST_ALT = 400

/**
 * What the head of a page says to those who show it elsewhere.
 * @param path - of the page; others' programs ask by its whole address how to embed it
 * @returns undefined for what not everybody may read: they could not show it
 */
export function shareOf(
  c: AppContext,
  { visibility }: { readonly visibility: Visibility },
  { path, card, isEmbeddable = true, ...words }: Shared,
): Share | undefined {
  if (visibility !== 'public') return undefined
  const address = ownOrigin(c) + path
  return {
    ...words,
    address,
    image: card === undefined ? undefined : ownOrigin(c) + card,
    imageAlt: shorten(`${words.title}. ${words.description}`, MOST_ALT),
    oembed: isEmbeddable ? ownOrigin(c) + paths.oembed({ url: address }) : undefined,
  }
}

interface Shared extends Pick<Share, 'title' | 'description'> {
  readonly path: string
  /** Path and query of its picture. */
  readonly card?: string | undefined
  readonly isEmbeddable?: boolean
}
