import { type Form, isInOwnWords } from '#server/domain/claims.ts'
import { leadCitation } from '#server/domain/lead-citation.ts'
import { type Footnote, scopeOf } from './exported.ts'

/** What a claim needs to stand in a footnote; of the page of a claim, a contradiction or an overview. */
interface Footnotable {
  readonly statement: string
  readonly form: Form
  readonly personName?: string | undefined
  readonly personRole?: string | undefined
  readonly condition?: string | undefined
  readonly scopePeriod?: string | undefined
  readonly scopeNote?: string | undefined
  readonly hedge?: string | undefined
  readonly citations: readonly {
    readonly isPlaced: boolean
    readonly quote?: string | undefined
    readonly translation?: string | undefined
    readonly translator?: string | undefined
    readonly source: {
      readonly title: string
      readonly publisher?: string | undefined
      readonly published: string
      readonly url?: string | undefined
      readonly archiveUrl?: string | undefined
    }
  }[]
}

interface Placed {
  readonly number: number
  readonly party: string
  readonly said: string
  readonly permalink: string
}

/** A claim as a footnote, by its best quotation. */
export function footnoteFor(claim: Footnotable, placed: Placed): Footnote {
  const lead = leadCitation(claim)
  return {
    ...placed,
    quote: lead?.quote,
    isOwn: lead?.quote !== undefined && isInOwnWords(claim.form, lead.quote),
    translation: lead?.translation,
    translator: lead?.translator,
    statement: claim.statement,
    speaker: claim.personName,
    role: claim.personRole,
    form: claim.form,
    condition: claim.condition,
    scope: scopeOf(claim),
    hedge: claim.hedge,
    sources: claim.citations.map(({ source }) => ({
      title: source.title,
      publisher: source.publisher,
      published: source.published,
      url: source.url,
      archiveUrl: source.archiveUrl,
    })),
  }
}
