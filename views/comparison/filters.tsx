import type { Asked, ChoosableIssue, ChoosableParty } from '#server/domain/comparison-choice.ts'
import { MOST_PARTIES, ORDERS, VIEWS } from '#server/domain/comparison-choice.ts'
import { SHOWN } from '#server/domain/comparison-summary.ts'
import { paths } from '#server/paths.ts'
import { type FieldErrors, Select, TextField } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { type PartyView, type Table, addressWith } from './comparison-view.ts'

export interface FiltersProps {
  readonly table: Table
  readonly asked: Asked
  readonly choices: {
    readonly parties: readonly ChoosableParty[]
    readonly issues: readonly ChoosableIssue[]
  }
  readonly errors: FieldErrors
}

/** A list longer than this is folded away: it would push the comparison off the screen. */
const FOLDED_FROM = 12

/**
 * What is compared, as a plain form. Each change is sent at once and the address follows; without
 * scripts Apply does the same. The parties are never swapped, so the focus and the place in a long list
 * stay; what depends on them (#cmp-controls) is swapped beside the table.
 */
export const Filters = (props: FiltersProps) => {
  const action = paths.compare(props.table.topic.slug)
  return (
    <form
      class="filters"
      id="cmp-form"
      method="get"
      action={action}
      autocomplete="off"
      hx-get={action}
      hx-target="#cmp"
      hx-select="#cmp"
      hx-select-oob="#cmp-head:outerHTML,#cmp-controls:outerHTML,#live:innerHTML"
      hx-swap="outerHTML"
      hx-push-url="true"
      hx-trigger="change delay:150ms, submit"
      hx-sync="this:replace"
    >
      {props.asked.known !== undefined && (
        <input type="hidden" name="known" value={props.asked.known} />
      )}
      <Parties {...props} />
      <Controls {...props} />
    </form>
  )
}

const Parties = ({ table, choices }: FiltersProps) => (
  <PartyChoices parties={choices.parties} isChosen={(slug) => table.partyBySlug.has(slug)} />
)

/** Which parties are looked at: all that are listed or say something, folded away where they are many. */
export const PartyChoices = ({
  parties,
  isChosen,
  field = { name: 'p', legend: wording().common.parties },
}: {
  parties: readonly ChoosableParty[]
  isChosen: (slug: string) => boolean
  /** Where a form has two such lists. */
  field?: { readonly name: string; readonly legend: string }
}) => {
  const listed = parties.filter(
    (party) => party.part !== null || party.claims > 0 || isChosen(party.slug),
  )
  const boxes = (
    <div class="party-choices">
      {listed.map(({ slug, name }) => (
        <div class="choice">
          <input
            type="checkbox"
            id={`${field.name}-${slug}`}
            name={field.name}
            value={slug}
            checked={isChosen(slug)}
          />
          <label for={`${field.name}-${slug}`}>
            <bdi>{name}</bdi>
          </label>
        </div>
      ))}
    </div>
  )
  return (
    <fieldset>
      <legend>{field.legend}</legend>
      {listed.length > FOLDED_FROM ? (
        <details>
          <summary>{wording().common.chooseAmong(listed.length)}</summary>
          {boxes}
        </details>
      ) : (
        boxes
      )}
    </fieldset>
  )
}

const optionsOf = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: words[value] }))

const Controls = ({ table, asked, choices, errors }: FiltersProps) => (
  <div id="cmp-controls">
    <Select
      name="base"
      shortcut="b"
      label={wording().comparison.against}
      value={table.baseline?.slug}
      options={table.parties.map(({ slug, name }: PartyView) => ({ value: slug, label: name }))}
    />
    <Select
      name="show"
      label={wording().comparison.show}
      value={asked.show}
      options={SHOWN.map((value) => ({
        value,
        label: `${wording().comparison.shown[value]} (${table.counts[value]})`,
      }))}
    />
    <Select
      name="issue"
      label={wording().comparison.issue}
      prompt={wording().comparison.shown.all}
      value={asked.issue}
      options={choices.issues.map(({ slug, question }) => ({ value: slug, label: question }))}
    />
    <Select
      name="view"
      label={wording().comparison.view}
      value={asked.view}
      options={optionsOf(VIEWS, wording().comparison.views)}
    />
    <Select
      name="order"
      label={wording().comparison.order}
      value={asked.order}
      options={optionsOf(ORDERS, wording().comparison.orders)}
    />
    <TextField
      name="asof"
      label={wording().common.asOf}
      type="date"
      value={table.asOf}
      errors={errors}
    />
    <TextField
      name="since"
      label={wording().comparison.changesSince}
      type="date"
      value={asked.since ?? ''}
      errors={errors}
    />
    <div class="row">
      <button type="submit">{wording().common.apply}</button>
      <AllParties table={table} asked={asked} choices={choices} />
    </div>
  </div>
)

/** A plain link: the whole page comes back with every box checked. */
const AllParties = ({ table, asked, choices }: Omit<FiltersProps, 'errors'>) => {
  const all = choices.parties.filter((party) => party.part !== null).map((party) => party.slug)
  if (all.length <= table.parties.length || all.length < 2) return null
  const isTooMany = all.length > MOST_PARTIES
  return (
    <a href={addressWith(table.topic.slug, asked, { p: all.slice(0, MOST_PARTIES), view: 'auto' })}>
      {isTooMany
        ? wording().comparison.firstParties(MOST_PARTIES)
        : wording().comparison.allParties(all.length)}
    </a>
  )
}
