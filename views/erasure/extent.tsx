import { type Addressed, paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'

type Named = Addressed & { readonly slug: string; readonly title: string }

/** What goes with a claim, in counts, and what holds its words besides. */
export interface ShownClaimExtent {
  readonly versions: number
  readonly quotations: number
  readonly drafts: number
  readonly sources: readonly Named[]
}

/** What goes with captured texts, and what stays. */
export interface ShownSourceExtent {
  readonly texts: readonly {
    readonly version: number
    readonly sha256: string
    readonly capturedAt: string
    readonly length: number
  }[]
  readonly drafts: number
  readonly quotations: number
  readonly others: readonly Named[]
}

export type ShownExtent =
  | { readonly of: 'claim'; readonly claim: ShownClaimExtent }
  | { readonly of: 'source'; readonly source: ShownSourceExtent }
  | { readonly of: 'words' }

/** Exactly what would go, and what would stay. */
export const Extent = ({ extent }: { extent: ShownExtent }) => {
  if (extent.of === 'claim') return <OfClaim {...extent.claim} />
  if (extent.of === 'source') return <OfSource {...extent.source} />
  return (
    <dl class="facts">
      <dt>{wording().erasure.goes}</dt>
      <dd>{wording().erasure.textAlone}</dd>
    </dl>
  )
}

const OfClaim = ({ versions, quotations, drafts, sources }: ShownClaimExtent) => {
  const w = wording().erasure
  return (
    <dl class="facts">
      <dt>{w.goes}</dt>
      <dd>{w.wordsOfClaim(versions, quotations)}</dd>
      <Drafts drafts={drafts} />
      <dt>{w.stays}</dt>
      <dd>{w.staysOfClaim}</dd>
      {sources.length > 0 && (
        <>
          <dt>{w.notCovered}</dt>
          <dd>{w.inTextsToo(<Links sources={sources} />)}</dd>
        </>
      )}
    </dl>
  )
}

const OfSource = ({ texts, drafts, quotations, others }: ShownSourceExtent) => {
  const w = wording().erasure
  return (
    <dl class="facts">
      <dt>{w.goes}</dt>
      <dd>
        {texts.map(({ version, sha256, capturedAt, length }) => (
          <p>
            {w.text(
              version,
              <DateText date={capturedAt} />,
              length,
              <code class="hash">{sha256}</code>,
            )}
          </p>
        ))}
      </dd>
      {others.length > 0 && (
        <>
          <dt>{w.goesToo}</dt>
          <dd>{w.sameText(<Links sources={others} />)}</dd>
        </>
      )}
      <Drafts drafts={drafts} />
      <dt>{w.stays}</dt>
      <dd>{w.staysOfSource(quotations)}</dd>
    </dl>
  )
}

const Drafts = ({ drafts }: { drafts: number }) => (
  <>
    <dt>{wording().erasure.drafts}</dt>
    <dd>{wording().erasure.draftsGo(drafts)}</dd>
  </>
)

const Links = ({ sources }: { sources: readonly Named[] }) => (
  <>
    {sources.map((source, i) => (
      <>
        {i > 0 && wording().common.comma}
        <a href={paths.source(source)}>
          <bdi>{source.title}</bdi>
        </a>
      </>
    ))}
  </>
)
