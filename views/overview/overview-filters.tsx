import type { Child } from 'hono/jsx'
import type { ChoosableParty } from '#server/domain/comparison-choice.ts'
import type { Day } from '#server/domain/dates.ts'
import { PartyChoices } from '../comparison/filters.tsx'
import { type FieldErrors, TextField } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'

interface FilterFormProps {
  /** Where the form leads, and the id of what is swapped; its head has the same id with `-head`. */
  readonly action: string
  readonly target: string
  readonly asOf: Day
  /** As recorded then, where the record is shown as it was. */
  readonly known: string | undefined
  readonly errors: FieldErrors
  /** Whom it is about. */
  readonly boxes: Child
  /** Before the day. */
  readonly children?: Child
}

/** What is looked at and as of which day, as a plain form that is sent with each change where scripts run. */
export const FilterForm = (props: FilterFormProps) => {
  const { action, target, asOf, known, errors, boxes, children } = props
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
      {boxes}
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

interface OverviewFiltersProps extends Omit<FilterFormProps, 'boxes'> {
  readonly choices: readonly ChoosableParty[]
  readonly parties: readonly { readonly slug: string }[]
}

/** The same for pages about one choice of parties. */
export const OverviewFilters = ({ choices, parties, ...form }: OverviewFiltersProps) => {
  const chosen = new Set(parties.map((party) => party.slug))
  return (
    <FilterForm
      {...form}
      boxes={<PartyChoices parties={choices} isChosen={(slug) => chosen.has(slug)} />}
    />
  )
}
