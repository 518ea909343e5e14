import type { Form } from '#server/domain/claims.ts'
import { type Addressed, claimAnchor, paths } from '#server/paths.ts'
import type { ClaimRow } from '../shared/claim-table.tsx'
import { DateText } from '../shared/date-text.tsx'
import { Quotation } from '../shared/quotation.tsx'
import { StanceText } from '../shared/stance.tsx'
import { wording } from '../words/wording.ts'
import { noteId } from './captured-text.tsx'

/** What a claim takes from the source that is not marked in its text. */
export interface Unmarked {
  readonly quote: string | null
  readonly language: string
  readonly translation: string | null
  readonly translator: string | null
  readonly locator: string | null
  /** Of the capture in which it is marked, where there is one. */
  readonly version: number | null
}

export interface SourceNotesProps {
  readonly source: Addressed
  /** In the order of their numbers: by place in the text, those without one last. */
  readonly claims: readonly ClaimRow[]
  readonly claimCount: number
  /** By claim id; a claim that is not in here is marked in the text. */
  readonly unmarked: ReadonlyMap<number, Unmarked>
}

/** Who claims what from this source. */
export const SourceNotes = ({ source, claims, claimCount, unmarked }: SourceNotesProps) => (
  <aside class="source-notes" aria-labelledby="notes">
    <h2 id="notes">
      {claimCount === 0 ? wording().source.claims : wording().source.countedClaims(claimCount)}
    </h2>
    {claimCount === 0 && <p class="muted">{wording().source.noClaims}</p>}
    {claimCount > claims.length && (
      <p class="muted">{wording().source.onlyNewest(claims.length)}</p>
    )}
    <ol class="list">
      {claims.map((claim, i) => (
        <Note source={source} claim={claim} n={i + 1} unmarked={unmarked.get(claim.id)} />
      ))}
    </ol>
  </aside>
)

interface NoteProps {
  readonly source: Addressed
  readonly claim: ClaimRow
  /** Of the note, from 1. */
  readonly n: number
  readonly unmarked: Unmarked | undefined
}

/** Where nothing is marked in the text, the note itself is what links to the claim's passage lead to. */
const Note = ({ source, claim, n, unmarked }: NoteProps) => (
  <li id={noteId(claimAnchor(claim))} class="source-note">
    <div class="note-body" id={unmarked === undefined ? undefined : claimAnchor(claim)}>
      <p>
        <span class="note-number">
          <span class="visually-hidden">{wording().source.marks.Claim} </span>
          {n}
        </span>{' '}
        <a href={paths.party(claim.party)}>
          <bdi>{claim.party.name}</bdi>
        </a>
        {claim.person !== null && (
          <>
            {wording().common.comma}
            <bdi>{claim.person.name}</bdi>
          </>
        )}{' '}
        · <DateText date={claim.said} short />
      </p>
      <p class="strong">
        <StanceText
          stance={claim.stance}
          label={claim.position}
          value={claim.value}
          unit={claim.issue.unit}
        />
        {claim.isWithdrawn && <span class="tag">{wording().shared.withdrawn}</span>}
        {claim.bearing === 'context' && <span class="tag">{wording().shared.contextOnly}</span>}
      </p>
      {unmarked !== undefined && <Taken {...unmarked} form={claim.form} />}
      <p class="small">
        <InText source={source} claim={claim} n={n} unmarked={unmarked} />
        <a href={paths.claim(claim)}>
          <bdi>{claim.statement}</bdi>
        </a>
      </p>
      <p class="small muted">
        <bdi>{claim.issue.question}</bdi>
      </p>
    </div>
  </li>
)

/** The way to the marked words, on this page or on that of the text that has them. */
const InText = ({ source, claim, n, unmarked }: NoteProps) => {
  const version = unmarked?.version ?? undefined
  if (unmarked !== undefined && version === undefined) return null
  const w = wording().source
  return (
    <>
      <a
        href={
          version === undefined
            ? `#${claimAnchor(claim)}`
            : paths.source({ ...source, version }, claim)
        }
      >
        {version === undefined ? w.inText : w.inVersionOfText(version)}
        <span class="visually-hidden">{w.ofClaim(n)}</span>
      </a>
      {' · '}
    </>
  )
}

/** The words themselves where the text does not show them, and their place in the source. */
export const Taken = ({
  quote,
  form,
  language,
  translation,
  translator,
  locator,
}: Unmarked & { form: Form }) => (
  <>
    {quote !== null && (
      <Quotation
        text={quote}
        form={form}
        language={language}
        lines={4}
        translation={
          translation === null
            ? undefined
            : { text: translation, translator: translator ?? undefined }
        }
      />
    )}
    {locator !== null && <p class="small">{wording().source.at(<bdi>{locator}</bdi>)}</p>}
  </>
)
