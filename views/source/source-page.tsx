import type { FoundSource } from './shown-source.ts'
import { paths, claimAnchor } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { directionOf } from '../shared/direction.ts'
import { InlineQuote } from '../shared/quotation.tsx'
import type { ClaimRow } from '../shared/claim-table.tsx'
import { StanceText, counted } from '../shared/stance.tsx'
import type { MarkedText } from '#server/domain/quotations.ts'

export interface SourcePageProps {
  readonly source: FoundSource
  /** The captured text in pieces, each with the ids of the claims whose quotation covers it. */
  readonly text: readonly MarkedText<number>[] | undefined
  /** Claims in the order of their notes: by place in the text, those without one last. */
  readonly claims: readonly ClaimRow[]
  /** Words of claims that are not marked in the text, by claim id. */
  readonly unplaced: ReadonlyMap<number, { readonly quote: string; readonly language: string } | undefined>
}

/** What was said where: the text as captured, each quotation marked, beside who holds it. */
export const SourcePage = ({ source, text, claims, unplaced }: SourcePageProps) => {
  const notes = new Map(claims.map((claim, i) => [claim.id, i + 1]))
  return (
    <>
      <h1>
        <bdi lang={source.language}>{source.title}</bdi>
      </h1>
      <Facts source={source} />
      <div class="with-aside">
        <div>
          {text === undefined ? <NoCapture /> : <Captured source={source} text={text} notes={notes} />}
          <Claims claims={claims} unplaced={unplaced} hasText={text !== undefined} />
        </div>
      </div>
    </>
  )
}

const gradeWords: Readonly<Record<string, string>> = {
  A: 'A, completely reliable',
  B: 'B, usually reliable',
  C: 'C, fairly reliable',
  D: 'D, not usually reliable',
  E: 'E, unreliable',
  F: 'F, reliability cannot be judged',
}

const Facts = ({ source }: { source: FoundSource }) => (
  <dl class="facts">
    <dt>Kind</dt>
    <dd>
      <bdi>{source.kind}</bdi>
    </dd>
    {source.publisher !== null && <Fact term="Publisher" text={source.publisher} />}
    {source.authors.length > 0 && <Fact term={source.authors.length === 1 ? 'Author' : 'Authors'} text={source.authors.join(', ')} />}
    <dt>Published</dt>
    <dd>
      <DateText date={source.published} />
    </dd>
    <dt>Language</dt>
    <dd>{languageName(source.language)}</dd>
    {source.grade !== null && <Fact term="Reliability" text={gradeWords[source.grade] ?? source.grade} />}
    {source.url !== null && <Address term="Original" url={source.url} />}
    {source.archiveUrl !== null && <Address term="Archived copy" url={source.archiveUrl} />}
    {source.capture !== undefined && (
      <>
        <dt>Captured</dt>
        <dd>
          <DateText date={source.capture.capturedAt} />
          <span class="block small muted">
            SHA-256 <code class="hash">{source.capture.sha256}</code>
          </span>
        </dd>
      </>
    )}
  </dl>
)

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
        {new URL(url).host}
      </a>
    </dd>
  </>
)

const languageName = (tag: string): string => {
  try {
    return `${new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag} (${tag})`
  } catch {
    return tag
  }
}

const NoCapture = () => (
  <p class="notice">
    The text of this source is not kept here. What each claim takes from it stands in the list of claims.
  </p>
)

const Captured = ({
  source,
  text,
  notes,
}: {
  source: FoundSource
  text: readonly MarkedText<number>[]
  notes: ReadonlyMap<number, number>
}) => {
  const begun = new Set<number>()
  return (
    <section aria-labelledby="text-heading">
      <h2 id="text-heading">The text as captured</h2>
      <div class="document" lang={source.language} dir={directionOf(source.language)}>
        {text.map(({ text: words, ids }, i) => {
          if (ids.length === 0) return words
          const first = ids.filter((id) => !begun.has(id))
          for (const id of first) begun.add(id)
          const ending = ids.filter((id) => text[i + 1]?.ids.includes(id) !== true)
          return <Marked words={words} begins={first} ends={ending} notes={notes} />
        })}
      </div>
    </section>
  )
}

/** One marked piece; the first piece of each claim carries its anchor, the last its note. */
const Marked = ({
  words,
  begins,
  ends,
  notes,
}: {
  words: string
  begins: readonly number[]
  ends: readonly number[]
  notes: ReadonlyMap<number, number>
}) => {
  const [own, ...others] = begins
  return (
    <>
      {others.map((id) => (
        <span id={claimAnchor({ id })} class="anchor" />
      ))}
      <mark class="claimed" id={own === undefined ? undefined : claimAnchor({ id: own })}>
        {words}
      </mark>
      {ends.map((id) => (
        <a class="note" lang="en" dir="ltr" href={`#note-${notes.get(id)}`}>
          <span class="visually-hidden">Claim </span>
          {notes.get(id)}
        </a>
      ))}
    </>
  )
}

const Claims = ({
  claims,
  unplaced,
  hasText,
}: {
  claims: readonly ClaimRow[]
  unplaced: SourcePageProps['unplaced']
  hasText: boolean
}) => (
  <section aria-labelledby="claims-heading">
    <h2 id="claims-heading">{claims.length === 0 ? 'Claims' : counted(claims.length, 'claim')}</h2>
    {claims.length === 0 && <p class="muted">No claim cites this source yet.</p>}
    <ol class="list notes">
      {claims.map((claim, i) => (
        <Note claim={claim} n={i + 1} words={unplaced.get(claim.id)} isPlaced={hasText && !unplaced.has(claim.id)} />
      ))}
    </ol>
  </section>
)

/** A claim beside the text. Where nothing is marked, its entry is what links lead to. */
const Note = ({
  claim,
  n,
  words,
  isPlaced,
}: {
  claim: ClaimRow
  n: number
  words: { readonly quote: string; readonly language: string } | undefined
  isPlaced: boolean
}) => (
  <li id={`note-${n}`}>
    <div class="note-body" id={isPlaced ? undefined : claimAnchor(claim)}>
      <p>
        <span class="note-number" aria-hidden="true">
          {n}
        </span>{' '}
        <a href={paths.party(claim.party)}>
          <bdi>{claim.party.name}</bdi>
        </a>
        {claim.personName !== null && (
          <>
            , <bdi>{claim.personName}</bdi>
          </>
        )}{' '}
        · <DateText date={claim.said} short />
      </p>
      <p class="stance">
        <StanceText stance={claim.stance} label={claim.position} value={claim.value} unit={claim.issue.unit} />
      </p>
      {words !== undefined && (
        <p class="serif">
          <InlineQuote text={words.quote} language={words.language} />
        </p>
      )}
      <p class="small">
        <a href={paths.claim(claim)}>
          <bdi>{claim.statement}</bdi>
        </a>{' '}
        <span class="muted">
          on <bdi>{claim.issue.question}</bdi>
        </span>
      </p>
      {isPlaced && (
        <p class="small">
          <a href={`#${claimAnchor(claim)}`}>
            Show in the text<span class="visually-hidden">, claim {n}</span>
          </a>
        </p>
      )}
    </div>
  </li>
)
