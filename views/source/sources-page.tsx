import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'

interface Listed {
  readonly id: number
  readonly slug: string
  readonly kind: string
  readonly title: string
  readonly publisher: string | null
  readonly published: string
  readonly claims: number
  readonly isCaptured: boolean
}

export const SourcesPage = ({ sources, page, pages, topicSlug }: { sources: readonly Listed[]; page: number; pages: number; topicSlug: string }) => (
  <>
    <h1>Sources</h1>
    {sources.length === 0 && <Empty title="No sources yet" />}
    <ul class="list">
      {sources.map((source) => (
        <li>
          <a href={paths.source(source)}>
            <bdi>{source.title}</bdi>
          </a>
          <span class="block small muted">
            {source.publisher !== null && (
              <>
                <bdi>{source.publisher}</bdi>,{' '}
              </>
            )}
            <bdi>{source.kind}</bdi>, <DateText date={source.published} /> · {counted(source.claims, 'claim')}
            {source.isCaptured ? '' : ', text not captured'}
          </span>
        </li>
      ))}
    </ul>
    <Pagination page={page} pages={pages} of="sources" addressOf={(n) => `${paths.sources(topicSlug)}?page=${n}`} />
  </>
)
