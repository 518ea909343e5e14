import type { ErasedMark } from '#server/domain/erasures.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { HistoryFact } from '../shared/history-fact.tsx'
import { gradeWords } from '../shared/grades.ts'
import { wording } from '../words/wording.ts'

/** A source as its page shows it. */
export interface ShownSource {
  readonly id: number
  readonly slug: string
  readonly kind: string
  readonly title: string
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly url: string | null
  readonly archiveUrl: string | null
  readonly published: string
  readonly language: string
  readonly grade: string | null
  readonly isExcerptsOnly: boolean
}

export interface ShownCapture {
  readonly version: number
  readonly sha256: string
  readonly capturedAt: string
  /** Who erased it; null where nobody did. */
  readonly erased: ErasedMark | null
}

interface FactsProps {
  readonly source: ShownSource
  readonly capture: ShownCapture | undefined
}

/** Where a source comes from, where it can be read, and what of it is kept here. */
export const SourceFacts = ({ source, capture }: FactsProps) => {
  const w = wording().source
  const { authors } = source
  return (
    <dl class="facts">
      <Fact term={w.kind} text={source.kind} />
      {source.publisher !== null && <Fact term={w.publisher} text={source.publisher} />}
      {authors.length > 0 && (
        <Fact term={w.authors(authors.length)} text={authors.join(wording().common.comma)} />
      )}
      <dt>{w.published}</dt>
      <dd>
        <DateText date={source.published} />
      </dd>
      <dt>{w.language}</dt>
      <dd>
        <Language tag={source.language} />
      </dd>
      {source.grade !== null && (
        <Fact term={w.reliability} text={gradeWords[source.grade] ?? source.grade} />
      )}
      {source.url !== null && <Address term={w.original} url={source.url} />}
      {source.archiveUrl !== null && <Address term={w.archived} url={source.archiveUrl} />}
      {capture !== undefined && <Captured capture={capture} />}
      <HistoryFact href={paths.sourceHistory(source)} />
    </dl>
  )
}

const Fact = ({ term, text }: { term: string; text: string }) => (
  <>
    <dt>{term}</dt>
    <dd>
      <bdi>{text}</bdi>
    </dd>
  </>
)

const Address = ({ term, url }: { term: string; url: string }) => (
  <>
    <dt>{term}</dt>
    <dd>
      <a class="source-link" href={url} rel="noopener noreferrer nofollow ugc">
        {URL.canParse(url) ? new URL(url).host : url}
      </a>
    </dd>
  </>
)

/** The hash lets anybody check that the text below is the text as it was captured. */
const Captured = ({ capture }: { capture: ShownCapture }) => (
  <>
    <dt>{wording().source.captured}</dt>
    <dd>
      <DateText date={capture.capturedAt} />
      {capture.version > 1 && wording().source.inVersion(capture.version)}
      <span class="block small muted">
        SHA-256 <code class="hash">{capture.sha256}</code>
      </span>
    </dd>
  </>
)

/** “Arabic (ar)”; the tag alone where it has no name. */
const Language = ({ tag }: { tag: string }) => {
  const name = nameOf(tag)
  const written = <span data-as-written>{tag}</span>
  return name === undefined ? (
    written
  ) : (
    <>
      {name} ({written})
    </>
  )
}

function nameOf(tag: string): string | undefined {
  try {
    const name = new Intl.DisplayNames([wording().language], { type: 'language' }).of(tag)
    return name === tag ? undefined : name
  } catch {
    return undefined
  }
}
