import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'

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
    <h1>{wording().source.sources}</h1>
    {canAdd && (
      <p>
        <a class="button" href={paths.newSource(topicSlug)}>
          {wording().source.add}
        </a>
      </p>
    )}
    {sources.length === 0 ? (
      <Empty title={wording().source.none}>
        <p>{wording().source.howTheyCome}</p>
      </Empty>
    ) : (
      <>
        <p class="muted">{wording().source.newestFirst(total)}</p>
        <SourceList sources={sources} />
      </>
    )}
    <Pagination
      page={page}
      pages={pages}
      of={wording().source.pagesOfSources}
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
              <bdi>{source.publisher}</bdi>
              {wording().common.comma}
            </>
          )}
          <bdi>{source.kind}</bdi>
          {wording().common.comma}
          <DateText date={source.published} /> ·{' '}
          {wording().source.claimsAnd(source.claims, source.isCaptured)}
        </span>
      </li>
    ))}
  </ul>
)
