import type { Child } from 'hono/jsx'
import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import { paths } from '#server/paths.ts'
import { CitationsPart } from '../claim/citation-fields.tsx'
import { type FieldChange, FocusedNotice, StaleNotice } from '../claim/claim-form-page.tsx'
import { ClaimSummary } from '../claim/claim-summary.tsx'
import type { ClaimFormState } from '../claim/form-state.tsx'
import { PersonFields } from '../claim/who-fields.tsx'
import { ErrorSummary, FormToken, Select, TextArea, TextField, valueOf } from '../shared/fields.tsx'
import { WhyPart } from '../shared/why-part.tsx'

/** What keeps a form that is in order from being saved. */
export type ReplyNotice =
  | { readonly says: 'duplicate'; readonly href: string }
  | { readonly says: 'form-used' }
  | { readonly says: 'stale'; readonly changes: readonly FieldChange[] }

export interface ReplyFormPageProps extends ClaimFormState {
  readonly claim: RecordedClaim
  readonly topicSlug: string
  readonly viewer: { readonly csrf: string } | undefined
  readonly notice?: ReplyNotice | undefined
  /** A reply on record is changed, which takes a reason. */
  readonly isEdit: boolean
}

/** The form of a reply, new or on record, below the claim that it answers. */
export const ReplyFormPage = ({ claim, topicSlug, notice, ...form }: ReplyFormPageProps) => (
  <>
    <ErrorSummary errors={form.errors} />
    <Notice notice={notice} />
    <h1>{form.isEdit ? 'Edit reply' : 'Add a reply'}</h1>
    <p class="lede">
      A reply is what a party answers to this claim. It is shown with the claim, whatever it says,
      and changes no verdict. <a href={`${paths.help}#replies`}>More on replies</a>
    </p>
    <ClaimSummary claim={claim} />
    <form class="form claim-form" method="post" action={form.action} novalidate>
      {/* Enter in a field saves: the first button of a form is the one it presses. */}
      <button class="visually-hidden" name="step" value="save" tabindex={-1} aria-hidden="true">
        Save reply
      </button>
      <FormToken viewer={form.viewer} />
      <input type="hidden" name="key" value={valueOf(form.values, 'key')} />
      <Answer {...form} />
      <CitationsPart {...form} />
      <p class="hint reply-sources">
        To keep a long text, a file or a page,{' '}
        <a href={paths.newSource(topicSlug)}>add it as a source</a> first; it can then be chosen
        here.
      </p>
      {form.isEdit && <WhyPart {...form} />}
      <div class="actions">
        <button class="button-primary" name="step" value="save">
          {form.isEdit ? 'Save changes' : 'Save reply'}
        </button>
        <a href={paths.claim(claim)}>Cancel</a>
      </div>
    </form>
  </>
)

const Answer = (form: ClaimFormState) => {
  const { choices, values, errors } = form
  return (
    <section class="form-part" aria-labelledby="answer">
      <h2 id="answer">The answer</h2>
      <Select
        name="party"
        label="Party that answers"
        hint="Whose claim it is, or another party that the claim is about."
        prompt="Choose a party"
        options={choices.parties.map((p) => ({ value: p.slug, label: p.name }))}
        value={valueOf(values, 'party')}
        errors={errors}
      />
      <PersonFields form={form} label="Person who answered" />
      <TextArea
        name="statement"
        label="Statement"
        hint="What the party answers, in one neutral sentence of your own."
        rows={2}
        value={valueOf(values, 'statement')}
        maxLength={2000}
        errors={errors}
      />
      <TextField
        name="said"
        label="Answered on"
        hint="As exactly as it is known: 2016-01-03, 2016-01, about 2016-01~. Not before the claim."
        width="medium"
        spellcheck={false}
        value={valueOf(values, 'said')}
        errors={errors}
      />
    </section>
  )
}

const Notice = ({ notice }: { notice: ReplyNotice | undefined }): Child => {
  if (notice === undefined) return null
  if (notice.says === 'stale') return <StaleNotice what="reply" changes={notice.changes} />
  if (notice.says === 'duplicate')
    return (
      <FocusedNotice title="This reply is on record already">
        <p>
          Everything is the same, so nothing was saved. <a href={notice.href}>See the reply</a>
        </p>
      </FocusedNotice>
    )
  return (
    <FocusedNotice title="This form was saved before, as another reply">
      <p>
        Nothing more was saved. What you typed is below; press “Save reply” to record it as a reply
        of its own.
      </p>
    </FocusedNotice>
  )
}
