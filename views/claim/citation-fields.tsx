import { Select, TextArea, TextField, valueOf } from '../shared/fields.tsx'
import { AddNew, type ClaimFormState, withNew } from './form-state.tsx'
import { type CitationNames, MOST_CITATIONS, citationNames, rowsOf } from './fields.ts'
import { SourceFields } from '../source/source-fields.tsx'
import { wording } from '../words/wording.ts'

/** All citations of the form; it carries its own id, so the answer to a step is this element. */
export const CitationsPart = (form: ClaimFormState) => {
  const rows = rowsOf(valueOf(form.values, 'rows'))
  const kept = form.keptCitations ?? 0
  return (
    <section class="form-part" id="claim-citations" aria-labelledby="citations-title">
      <h2 id="citations-title">{wording().claimForm.whereFound}</h2>
      <input type="hidden" name="rows" value={String(rows)} />
      {Array.from({ length: rows }, (_, i) => (
        <CitationFields form={form} n={i + 1} rows={rows} />
      ))}
      {kept > 0 && <p class="hint">{wording().claimForm.keptCitations(kept)}</p>}
      <AddCitation form={form} isFull={rows >= MOST_CITATIONS} />
    </section>
  )
}

const stepButton = (form: ClaimFormState) => ({
  name: 'step',
  'hx-post': form.action,
  'hx-target': '#claim-citations',
  'hx-swap': 'outerHTML',
})

const AddCitation = ({ form, isFull }: { form: ClaimFormState; isFull: boolean }) =>
  isFull ? (
    <p class="hint">{wording().claimForm.isFull(MOST_CITATIONS)}</p>
  ) : (
    <p>
      <button {...stepButton(form)} value="add-citation" id="add-citation">
        {wording().claimForm.addCitation}
      </button>
    </p>
  )

const CitationFields = ({ form, n, rows }: { form: ClaimFormState; n: number; rows: number }) => {
  const names = citationNames(n)
  const { values, errors } = form
  const hasFocus = form.focus?.on === 'citation' && form.focus.n === n
  return (
    <div class="citation-fields" role="group" aria-labelledby={`citation-${n}`}>
      <h3 id={`citation-${n}`} tabindex={-1} autofocus={hasFocus}>
        {rows === 1 ? wording().claimForm.citation : wording().claimForm.citationNumber(n)}
      </h3>
      <SourceChoice form={form} names={names} />
      <TextArea
        name={names.quote}
        label={wording().claimForm.quotation}
        hint={wording().claimForm.quotationHint}
        optional
        quoted
        rows={4}
        value={valueOf(values, names.quote)}
        maxLength={10_000}
        errors={errors}
      />
      {errors[names.quote] !== undefined && valueOf(values, names.near) !== '' && (
        <Near form={form} n={n} />
      )}
      {valueOf(values, names.start) !== '' && (
        <input type="hidden" name={names.start} value={valueOf(values, names.start)} />
      )}
      <DetailFields form={form} names={names} />
      {rows > 1 && (
        <button
          {...stepButton(form)}
          value={`remove-citation-${n}`}
          class="button-quiet"
          id={`remove-citation-${n}`}
        >
          {wording().claimForm.removeCitation(n)}
        </button>
      )}
    </div>
  )
}

/** What stands in the source instead of the quotation; taken only by whoever presses the button. */
const Near = ({ form, n }: { form: ClaimFormState; n: number }) => {
  const { near, nearStart } = citationNames(n)
  const words = valueOf(form.values, near)
  return (
    <div class="near-quotation">
      <p>{wording().claimForm.nearest}</p>
      <blockquote class="serif" dir="auto">
        {words}
      </blockquote>
      <input type="hidden" name={near} value={words} />
      <input type="hidden" name={nearStart} value={valueOf(form.values, nearStart)} />
      <button {...stepButton(form)} value={`take-words-${n}`}>
        {wording().claimForm.quoteThese}
      </button>
    </div>
  )
}

const SourceChoice = ({ form, names }: { form: ClaimFormState; names: CitationNames }) => (
  <>
    <Select
      name={names.source}
      label={wording().claimForm.source}
      prompt={wording().claimForm.chooseSource}
      options={withNew(
        form.choices.sources.map(({ slug, title, publisher, published }) => ({
          value: slug,
          label: [title, ...(publisher === undefined ? [] : [publisher]), published].join(
            wording().explanations.comma,
          ),
        })),
        wording().claimForm.anotherSource,
      )}
      value={valueOf(form.values, names.source)}
      errors={form.errors}
    />
    <NewSource form={form} names={names} />
  </>
)

const NewSource = ({ form, names }: { form: ClaimFormState; names: CitationNames }) => {
  const { values, errors } = form
  const { title, publisher, url, published, sourceLanguage, captured } = names
  return (
    <AddNew
      form={form}
      names={[title, publisher, url, published, sourceLanguage, captured]}
      summary={wording().claimForm.addSource}
    >
      <SourceFields names={names} values={values} errors={errors} />
      <TextArea
        name={captured}
        label={wording().claimForm.captured}
        hint={wording().claimForm.capturedHint}
        optional
        quoted
        rows={6}
        value={valueOf(values, captured)}
        maxLength={200_000}
        errors={errors}
      />
    </AddNew>
  )
}

const DetailFields = ({ form, names }: { form: ClaimFormState; names: CitationNames }) => {
  const { values, errors } = form
  const { language, translation, translator, locator, credibility } = names
  return (
    <AddNew
      form={form}
      names={[language, translation, translator, locator, credibility]}
      summary={wording().claimForm.details}
    >
      <TextField
        name={language}
        label={wording().claimForm.language}
        hint={wording().claimForm.languageHint}
        optional
        width="short"
        spellcheck={false}
        value={valueOf(values, language)}
        maxLength={100}
        errors={errors}
      />
      <TextArea
        name={translation}
        label={wording().claimForm.translation}
        optional
        quoted
        rows={3}
        value={valueOf(values, translation)}
        maxLength={10_000}
        errors={errors}
      />
      <TextField
        name={translator}
        label={wording().claimForm.translator}
        optional
        width="medium"
        value={valueOf(values, translator)}
        maxLength={300}
        errors={errors}
      />
      <TextField
        name={locator}
        label={wording().claimForm.locator}
        hint={wording().claimForm.locatorHint}
        optional
        width="medium"
        value={valueOf(values, locator)}
        maxLength={500}
        errors={errors}
      />
      <Select
        name={credibility}
        label={wording().claimForm.credibility}
        hint={wording().claimForm.credibilityHint}
        optional
        prompt={wording().claimForm.notJudged}
        options={Object.entries(wording().claim.credibility).map(([value, label]) => ({
          value,
          label,
        }))}
        value={valueOf(values, credibility)}
        errors={errors}
      />
    </AddNew>
  )
}
