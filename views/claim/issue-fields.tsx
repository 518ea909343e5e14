import type { Child } from 'hono/jsx'
import { ISSUE_KINDS, NATURES } from '#server/domain/claims.ts'
import { Select, TextField, valueOf } from '../shared/fields.tsx'
import { AddNew, type ClaimFormState, withNew } from './form-state.tsx'
import { wording } from '../words/wording.ts'

/**
 * With htmx, a choice inside brings the positions that go with it; without it, the button below does.
 * The whole form goes along, so nothing typed is lost.
 */
const BringsPositions = ({ action, children }: { action: string; children?: Child }) => (
  <div
    class="field-group"
    hx-post={action}
    hx-trigger="change"
    hx-target="#claim-position"
    hx-swap="outerHTML"
    hx-include="closest form"
    hx-vals='{"step":"positions"}'
    hx-sync="this:replace"
  >
    {children}
  </div>
)

export const IssueFields = (form: ClaimFormState) => {
  const { action, choices, values, errors } = form
  return (
    <section class="form-part" aria-labelledby="issue">
      <h2 id="issue">{wording().claimForm.onWhat}</h2>
      <BringsPositions action={action}>
        <Select
          name="issue"
          label={wording().claimForm.issue}
          prompt={wording().claimForm.chooseIssue}
          options={withNew(
            choices.issues.map((i) => ({ value: i.slug, label: i.question })),
            wording().claimForm.anotherIssue,
          )}
          value={valueOf(values, 'issue')}
          errors={errors}
        />
      </BringsPositions>
      <NewIssue {...form} />
    </section>
  )
}

const NEW_ISSUE = ['issue-question', 'issue-nature', 'issue-kind', 'issue-unit']

const NewIssue = (form: ClaimFormState) => {
  const { action, values, errors } = form
  return (
    <AddNew form={form} names={NEW_ISSUE} summary={wording().claimForm.addIssue}>
      <TextField
        name="issue-question"
        label={wording().claimForm.question}
        hint={wording().claimForm.questionHint}
        value={valueOf(values, 'issue-question')}
        maxLength={1000}
        errors={errors}
      />
      <Select
        name="issue-nature"
        label={wording().claimForm.nature}
        prompt={wording().claimForm.chooseNature}
        options={NATURES.map((n) => ({ value: n, label: wording().claimForm.natures[n] }))}
        value={valueOf(values, 'issue-nature')}
        errors={errors}
      />
      <BringsPositions action={action}>
        <Select
          name="issue-kind"
          label={wording().claimForm.kind}
          prompt={wording().claimForm.chooseKind}
          options={ISSUE_KINDS.map((k) => ({ value: k, label: wording().claimForm.kinds[k] }))}
          value={valueOf(values, 'issue-kind')}
          errors={errors}
        />
      </BringsPositions>
      <TextField
        name="issue-unit"
        label={wording().claimForm.unit}
        hint={wording().claimForm.unitHint}
        optional
        width="medium"
        value={valueOf(values, 'issue-unit')}
        maxLength={100}
        errors={errors}
      />
    </AddNew>
  )
}
