import { type Addressed, paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { counted } from '../shared/stance.tsx'

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
      <dt>Goes</dt>
      <dd>The text alone. Who wrote it, when, and what was decided stay.</dd>
    </dl>
  )
}

const OfClaim = ({ versions, quotations, drafts, sources }: ShownClaimExtent) => (
  <dl class="facts">
    <dt>Goes</dt>
    <dd>
      Statement, quotations, translations, conditions, notes and noted reasons in{' '}
      {counted(versions, 'version')}; {counted(quotations, 'quotation')} in the newest.
    </dd>
    <Drafts drafts={drafts} />
    <dt>Stays</dt>
    <dd>
      Whose claim it is, who said it, the issue, the position and stance, the dates, and which
      sources it cites. It is withdrawn.
    </dd>
    {sources.length > 0 && (
      <>
        <dt>Not covered</dt>
        <dd>
          Its quotations stand in captured texts too. Ask for those as well where they have to go:{' '}
          <Links sources={sources} />
        </dd>
      </>
    )}
  </dl>
)

const OfSource = ({ texts, drafts, quotations, others }: ShownSourceExtent) => (
  <dl class="facts">
    <dt>Goes</dt>
    <dd>
      {texts.map(({ version, sha256, capturedAt, length }) => (
        <p>
          Version {version}, captured <DateText date={capturedAt} />, {counted(length, 'character')}
          . SHA-256 <code class="hash">{sha256}</code>
        </p>
      ))}
    </dd>
    {others.length > 0 && (
      <>
        <dt>Goes too</dt>
        <dd>
          The same text in <Links sources={others} />
        </dd>
      </>
    )}
    <Drafts drafts={drafts} />
    <dt>Stays</dt>
    <dd>
      The source itself, the SHA-256 of each text, and {counted(quotations, 'quotation')} of claims
      from it. A quotation goes with its claim: ask for that where it has to.
    </dd>
  </dl>
)

const Drafts = ({ drafts }: { drafts: number }) => (
  <>
    <dt>Drafts</dt>
    <dd>
      {drafts === 0
        ? 'No claim has been begun from the sources and not saved.'
        : `${counted(drafts, 'claim')} begun from the sources and not saved: they go.`}
    </dd>
  </>
)

const Links = ({ sources }: { sources: readonly Named[] }) => (
  <>
    {sources.map((source, i) => (
      <>
        {i > 0 && ', '}
        <a href={paths.source(source)}>
          <bdi>{source.title}</bdi>
        </a>
      </>
    ))}
  </>
)
