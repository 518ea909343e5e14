import type { Child } from 'hono/jsx'
import { type RestatableChoice, findMuchAlike } from '#server/domain/restatements.ts'
import { shorten } from '../contradiction/sentence.tsx'
import { DateText } from '../shared/date-text.tsx'
import { Select, valueOf } from '../shared/fields.tsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import type { ClaimFormState } from './form-state.tsx'

/**
 * With htmx, a choice inside brings what the claim may restate; without it, the button there does.
 * The whole form goes along, so nothing typed is lost.
 */
export const BringsRestatable = ({ action, children }: { action: string; children?: Child }) => (
  <div
    class="field-group"
    hx-post={action}
    hx-trigger="change"
    hx-target="#claim-restates"
    hx-swap="outerHTML"
    hx-include="closest form"
    hx-vals='{"step":"restates"}'
    hx-sync="this:replace"
  >
    {children}
  </div>
)

/**
 * What the claim says again: the part that depends on its side. It carries its own id, so the answer to
 * a step is this element.
 */
export const RestatesPart = (form: ClaimFormState) => {
  const { restatable, values } = form
  const chosen = valueOf(values, 'restates')
  const isListed = restatable?.some((one) => one.slug === chosen) === true
  return (
    <section class="form-part" id="claim-restates" aria-labelledby="restates">
      <h2 id="restates" tabindex={-1} autofocus={form.focus?.on === 'restates'}>
        {wording().claimForm.saidBefore}
      </h2>
      {restatable === undefined || (restatable.length === 0 && chosen === '') ? (
        <Nothing isKnown={restatable !== undefined} />
      ) : (
        <Restated form={form} restatable={restatable} chosen={isListed ? chosen : ''} />
      )}
      {!isListed && restatable === undefined && chosen !== '' && (
        <input type="hidden" name="restates" value={chosen} />
      )}
      <p>
        <button
          name="step"
          value="restates"
          id="show-restates"
          hx-post={form.action}
          hx-target="#claim-restates"
          hx-swap="outerHTML"
        >
          {wording().claimForm.showRestatable}
        </button>
      </p>
    </section>
  )
}

const Nothing = ({ isKnown }: { isKnown: boolean }) => (
  <p class="muted">
    {isKnown ? wording().claimForm.nothingBefore : wording().claimForm.onceChosen}
  </p>
)

const labelOf = ({ said, statement }: RestatableChoice): string =>
  wording().claimForm.saidThen(describeDate(said), shorten(statement, 110))

const Restated = ({
  form: { values, errors },
  restatable,
  chosen,
}: {
  form: ClaimFormState
  restatable: readonly RestatableChoice[]
  chosen: string
}) => {
  const alike = findMuchAlike(valueOf(values, 'statement'), restatable)
  return (
    <>
      <Select
        name="restates"
        label={wording().claimForm.restates}
        hint={wording().claimForm.restatesHint}
        optional
        prompt={wording().claimForm.saidFirst}
        options={restatable.map((one) => ({
          value: one.slug,
          label: one === alike ? wording().claimForm.muchAlike(labelOf(one)) : labelOf(one),
        }))}
        value={chosen}
        errors={errors}
      />
      {alike !== undefined && chosen !== alike.slug && (
        <p class="notice">
          {wording().claimForm.alike(
            <bdi>{shorten(alike.statement, 240)}</bdi>,
            <DateText date={alike.said} />,
          )}
        </p>
      )}
    </>
  )
}
