import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'

export interface ListedSource {
  readonly id: number
  readonly slug: string
  readonly kind: string
  readonly title: string
  readonly publisher: string | null
  readonly published: string
  readonly language: string
  readonly claims: number
  readonly isCaptured: boolean
}

export interface SourcesPageProps {
  readonly sources: readonly ListedSource[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly topicSlug: string
  /** Whoever is signed in can add one. */
  readonly canAdd: boolean
}

export const SourcesPage = ({
  sources,
  total,
  page,
  pages,
  topicSlug,
  canAdd,
}: SourcesPageProps) => (
  <>
    <h1>Sources</h1>
    {canAdd && (
      <p>
        <a class="button" href={paths.newSource(topicSlug)}>
          Add a source
        </a>
      </p>
    )}
    {sources.length === 0 ? (
      <Empty title="No sources yet">
        <p>A source is added by itself, or comes in with the first claim that cites it.</p>
      </Empty>
    ) : (
      <>
        <p class="muted">{counted(total, 'source')}, the newest first.</p>
        <SourceList sources={sources} />
      </>
    )}
    <Pagination
      page={page}
      pages={pages}
      of="sources"
      addressOf={(n) => `${paths.sources(topicSlug)}?page=${n}`}
    />
  </>
)

export const SourceList = ({ sources }: { sources: readonly ListedSource[] }) => (
  <ul class="list">
    {sources.map((source) => (
      <li>
        <a href={paths.source(source)}>
          <bdi lang={source.language}>{source.title}</bdi>
        </a>
        <span class="block small muted">
          {source.publisher !== null && (
            <>
              <bdi>{source.publisher}</bdi>,{' '}
            </>
          )}
          <bdi>{source.kind}</bdi>, <DateText date={source.published} /> ·{' '}
          {counted(source.claims, 'claim')}
          {source.isCaptured ? '' : ', text not kept'}
        </span>
      </li>
    ))}
  </ul>
)
