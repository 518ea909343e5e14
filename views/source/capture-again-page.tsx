import type { Fate } from '#server/domain/quotation-fates.ts'
import type { TextPart } from '#server/domain/text-changes.ts'
import { type Addressed, paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { directionOf } from '../shared/direction.ts'
import { ErrorSummary, type FieldErrors, type FieldValues, FormToken } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { DocumentFields } from './document-fields.tsx'
import type { ShownCapture, ShownSource } from './source-facts.tsx'
import { TextChangesList } from './text-changes.tsx'

/** A quotation from the source, and what becomes of it. */
export interface ReportedQuotation {
  readonly claim: Addressed & { readonly statement: string }
  readonly party: string
  readonly quote: string
  readonly language: string
  readonly fate: Fate
}

/** What saving the text would change. */
export interface RecaptureReport {
  /** Empty for the first text of a source. */
  readonly parts: readonly TextPart[]
  readonly quotations: readonly ReportedQuotation[]
  /** What the report was made from; saving something else shows a new one. */
  readonly seen: string
}

export interface CaptureAgainPageProps {
  readonly source: ShownSource
  /** Undefined where no text of the source is kept yet. */
  readonly newest: ShownCapture | undefined
  readonly values: FieldValues
  readonly errors: FieldErrors
  readonly report?: RecaptureReport | undefined
  /** The text, or the one on record, has changed since the report that was saved from. */
  readonly notice?: 'other' | undefined
  /** Does this server fetch documents from the web? */
  readonly canFetch: boolean
  readonly viewer: { readonly csrf: string } | undefined
}

/** A source's text as it is now: what changed, what became of the quotations, then saved beside the old. */
export const CaptureAgainPage = (props: CaptureAgainPageProps) => {
  const { source, newest, values, errors, report, notice, canFetch, viewer } = props
  const w = wording().sourceForm
  return (
    <>
      <ErrorSummary errors={errors} />
      {notice === 'other' && (
        <div class="notice" role="alert" tabindex={-1} data-error-summary>
          <p>{w.anotherText}</p>
        </div>
      )}
      <h1>{newest === undefined ? w.addText : w.captureAgain}</h1>
      <p class="lede">
        <bdi lang={source.language}>{source.title}</bdi>
      </p>
      <p>
        {newest === undefined
          ? w.notKept
          : w.newest(newest.version, <DateText date={newest.capturedAt} />)}
        {source.url !== null && <> {w.copyOriginal(linkTo(source.url))}</>}
      </p>
      <form
        class="form claim-form"
        method="post"
        action={paths.captureAgain(source)}
        enctype="multipart/form-data"
        novalidate
      >
        <FormToken viewer={viewer} />
        {report !== undefined && <Report source={source} newest={newest} report={report} />}
        <section class="form-part" aria-labelledby="new-text">
          <h2 id="new-text">{w.text}</h2>
          {canFetch && source.url !== null && (
            <p>
              <button name="step" value="fetch">
                {w.fetchFrom(URL.canParse(source.url) ? new URL(source.url).host : undefined)}
              </button>
            </p>
          )}
          <DocumentFields label={w.textNow} values={values} errors={errors} />
        </section>
        <div class="actions">
          <button
            class={report === undefined ? 'button-primary' : undefined}
            name="step"
            value="compare"
          >
            {newest === undefined ? w.check : w.seeChanges}
          </button>
          <a href={paths.source(source)}>{w.cancel}</a>
        </div>
      </form>
    </>
  )
}

const linkTo = (url: string) => (words: string) => (
  <a href={url} rel="noopener noreferrer nofollow ugc">
    {words}
  </a>
)

const Report = ({
  source,
  newest,
  report: { parts, quotations, seen },
}: {
  source: ShownSource
  newest: ShownCapture | undefined
  report: RecaptureReport
}) => {
  const w = wording().sourceForm
  const isSame = newest !== undefined && parts.every((part) => part.kind === 'same')
  const lost = quotations.filter(({ fate }) => fate.is !== 'kept')
  const canSave = !isSame && (newest !== undefined || lost.length === 0)
  return (
    <section class="form-part" aria-labelledby="changes" role="status">
      <h2 id="changes">{newest === undefined ? w.quotations : w.whatChanged}</h2>
      {isSame && <p>{w.sameWords(newest.version)}</p>}
      <Quotations quotations={quotations} lost={lost} isFirst={newest === undefined} />
      {parts.length > 0 && !isSame && <TextChangesList language={source.language} parts={parts} />}
      <input type="hidden" name="seen" value={seen} />
      {canSave && (
        <p>
          <button class="button-primary" name="step" value="save">
            {w.saveVersion((newest?.version ?? 0) + 1)}
          </button>
        </p>
      )}
    </section>
  )
}

const Quotations = ({
  quotations,
  lost,
  isFirst,
}: {
  quotations: readonly ReportedQuotation[]
  lost: readonly ReportedQuotation[]
  isFirst: boolean
}) => {
  const w = wording().sourceForm
  if (quotations.length === 0) return <p>{w.noQuotations}</p>
  const kept = quotations.length - lost.length
  return (
    <>
      <p>
        {w.kept(kept, quotations.length)}
        {lost.length > 0 && ` ${isFirst ? w.firstHoldsAll : w.othersStay}`}
      </p>
      {lost.length > 0 && (
        <ul class="list">
          {lost.map((one) => (
            <li>
              <LostQuotation {...one} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const LostQuotation = ({ claim, party, quote, language, fate }: ReportedQuotation) => (
  <>
    <p class="small">
      <bdi>{party}</bdi>:{' '}
      <a href={paths.claim(claim)}>
        <bdi>{claim.statement}</bdi>
      </a>
    </p>
    <p>
      <span class="tag">
        {wording().sourceForm.fates[fate.is === 'edited' ? 'edited' : 'gone']}
      </span>{' '}
      <q lang={language} dir={directionOf(language)}>
        {quote}
      </q>
    </p>
    {fate.is === 'edited' && (
      <p>
        {wording().sourceForm.nowReads(
          Math.round(fate.likeness * 100),
          <q lang={language} dir={directionOf(language)}>
            {fate.now}
          </q>,
        )}
      </p>
    )}
  </>
)
