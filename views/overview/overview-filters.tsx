import type { Child } from 'hono/jsx'
import type { ChoosableParty } from '#server/domain/comparison-choice.ts'
import type { Day } from '#server/domain/dates.ts'
import { PartyChoices } from '../comparison/filters.tsx'
import { type FieldErrors, TextField } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'

interface OverviewFiltersProps {
  /** Where the form leads, and the id of what is swapped; its head has the same id with `-head`. */
  readonly action: string
  readonly target: string
  readonly choices: readonly ChoosableParty[]
  readonly parties: readonly { readonly slug: string }[]
  readonly asOf: Day
  /** As recorded then, where the record is shown as it was. */
  readonly known: string | undefined
  readonly errors: FieldErrors
  /** Before the day. */
  readonly children?: Child
}

/** Which parties and which day, as a plain form that is sent with each change where scripts run. */
export const OverviewFilters = (props: OverviewFiltersProps) => {
  const { action, target, choices, parties, asOf, known, errors, children } = props
  const chosen = new Set(parties.map((party) => party.slug))
  return (
    <form
      class="filters"
      method="get"
      action={action}
      autocomplete="off"
      hx-get={action}
      hx-target={`#${target}`}
      hx-select={`#${target}`}
      hx-select-oob={`#${target}-head:outerHTML,#live:innerHTML`}
      hx-swap="outerHTML"
      hx-push-url="true"
      hx-trigger="change delay:150ms, submit"
      hx-sync="this:replace"
    >
      {known !== undefined && <input type="hidden" name="known" value={known} />}
      <PartyChoices parties={choices} isChosen={(slug) => chosen.has(slug)} />
      <div id="cmp-controls">
        {children}
        <TextField
          name="asof"
          label={wording().common.asOf}
          type="date"
          value={asOf}
          errors={errors}
        />
        <div class="row">
          <button type="submit">{wording().common.apply}</button>
        </div>
      </div>
    </form>
  )
}
