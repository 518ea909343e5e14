import type { Child } from 'hono/jsx'
import { describeDate } from '#server/domain/date-words.ts'
import { type RestatableChoice, findMuchAlike } from '#server/domain/restatements.ts'
import { shorten } from '../contradiction/sentence.tsx'
import { DateText } from '../shared/date-text.tsx'
import { Select, valueOf } from '../shared/fields.tsx'
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
        Said before
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
          Show earlier statements of this side
        </button>
      </p>
    </section>
  )
}

const Nothing = ({ isKnown }: { isKnown: boolean }) => (
  <p class="muted">
    {isKnown
      ? 'No other claim of this party with this stance is on record here.'
      : 'Once party, issue, position and stance are chosen, what the party said before appears here.'}
  </p>
)

const labelOf = ({ said, statement }: RestatableChoice): string =>
  `${describeDate(said)}: ${shorten(statement, 110)}`

const HINT =
  'Where it only says the same again, with the same condition, scope and hedge. What reviewers decided then covers it.'

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
        label="Restates an earlier statement"
        hint={HINT}
        optional
        prompt="None: this is said here for the first time"
        options={restatable.map((one) => ({
          value: one.slug,
          label: one === alike ? `${labelOf(one)} (much alike)` : labelOf(one),
        }))}
        value={chosen}
        errors={errors}
      />
      {alike !== undefined && chosen !== alike.slug && (
        <p class="notice">
          Much alike: “<bdi>{shorten(alike.statement, 240)}</bdi>”, <DateText date={alike.said} />.
          If the party says the same again, choose it above.
        </p>
      )}
    </>
  )
}
