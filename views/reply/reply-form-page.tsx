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
import { wording } from '../words/wording.ts'

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
    <h1>{form.isEdit ? wording().reply.editTitle : wording().reply.addTitle}</h1>
    <p class="lede">
      {wording().reply.lede} <a href={`${paths.help}#replies`}>{wording().reply.more}</a>
    </p>
    <ClaimSummary claim={claim} />
    <form class="form claim-form" method="post" action={form.action} novalidate>
      {/* Enter in a field saves: the first button of a form is the one it presses. */}
      <button class="visually-hidden" name="step" value="save" tabindex={-1} aria-hidden="true">
        {wording().reply.save}
      </button>
      <FormToken viewer={form.viewer} />
      <input type="hidden" name="key" value={valueOf(form.values, 'key')} />
      <Answer {...form} />
      <CitationsPart {...form} />
      <p class="hint reply-sources">
        {wording().reply.longText((words) => (
          <a href={paths.newSource(topicSlug)}>{words}</a>
        ))}
      </p>
      {form.isEdit && <WhyPart {...form} />}
      <div class="actions">
        <button class="button-primary" name="step" value="save">
          {form.isEdit ? wording().reply.saveChanges : wording().reply.save}
        </button>
        <a href={paths.claim(claim)}>{wording().reply.cancel}</a>
      </div>
    </form>
  </>
)

const Answer = (form: ClaimFormState) => {
  const { choices, values, errors } = form
  return (
    <section class="form-part" aria-labelledby="answer">
      <h2 id="answer">{wording().reply.answer}</h2>
      <Select
        name="party"
        label={wording().reply.party}
        hint={wording().reply.partyHint}
        prompt={wording().reply.chooseParty}
        options={choices.parties.map((p) => ({ value: p.slug, label: p.name }))}
        value={valueOf(values, 'party')}
        errors={errors}
      />
      <PersonFields form={form} label={wording().reply.person} />
      <TextArea
        name="statement"
        label={wording().reply.statement}
        hint={wording().reply.statementHint}
        rows={2}
        value={valueOf(values, 'statement')}
        maxLength={2000}
        errors={errors}
      />
      <TextField
        name="said"
        label={wording().reply.said}
        hint={wording().reply.saidHint}
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
      <FocusedNotice title={wording().reply.onRecord}>
        <p>
          {wording().reply.nothingSaved} <a href={notice.href}>{wording().reply.seeReply}</a>
        </p>
      </FocusedNotice>
    )
  return (
    <FocusedNotice title={wording().reply.savedBefore}>
      <p>{wording().reply.savedBeforeLede}</p>
    </FocusedNotice>
  )
}
