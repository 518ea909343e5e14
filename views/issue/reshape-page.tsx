import type { Child } from 'hono/jsx'
import { letterOf } from '#server/domain/letters.ts'
import { PAIR_RELATIONS } from '#server/domain/pair-relations.ts'
import { describeDate } from '#server/domain/date-words.ts'
import { paths } from '#server/paths.ts'
import { FocusedNotice } from '../claim/claim-form-page.tsx'
import {
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  Select,
  TextArea,
  TextField,
  valueOf,
} from '../shared/fields.tsx'
import { pairWords } from './issue-form.tsx'

/** A position of the issue, in its order. */
interface Choice {
  readonly slug: string
  readonly label: string
}

export interface ReshapePageProps {
  readonly issue: { readonly id: number; readonly slug: string; readonly question: string }
  readonly positions: readonly Choice[]
  readonly values: FieldValues
  readonly errors: FieldErrors
  readonly viewer: { readonly csrf: string } | undefined
  /** Somebody changed the issue since the form was opened. */
  readonly isStale: boolean
}

const labelled = (positions: readonly Choice[]) =>
  positions.map(({ slug, label }, i) => ({ value: slug, label: `${letterOf(i)}: ${label}` }))

const Frame = ({
  title,
  lede,
  children,
  ...props
}: ReshapePageProps & { title: string; lede: string; children?: Child }) => (
  <>
    <ErrorSummary errors={props.errors} />
    {props.isStale && (
      <FocusedNotice title="Somebody changed this issue after you opened it">
        <p>
          Nothing was saved. The form below is about the issue as it is now; check it and send it
          again. <a href={paths.issueHistory(props.issue)}>What was changed</a>
        </p>
      </FocusedNotice>
    )}
    <h1>{title}</h1>
    <p class="lede">
      <bdi>{props.issue.question}</bdi> {lede}
    </p>
    {children}
  </>
)

const Why = ({ values, errors }: ReshapePageProps) => (
  <>
    <input type="hidden" name="version" value={valueOf(values, 'version')} />
    <TextArea
      name="why"
      label="Reason"
      hint="Shown in the history of the issue and of each claim that moves."
      rows={2}
      value={valueOf(values, 'why')}
      maxLength={500}
      errors={errors}
    />
  </>
)

const Actions = ({ issue }: ReshapePageProps) => (
  <div class="actions">
    <button class="button-primary" name="step" value="preview">
      Preview
    </button>
    <a href={paths.issue(issue)}>Cancel</a>
  </div>
)

/** Merging one position into another: which goes, which stays, and why. */
export const MergePage = (props: ReshapePageProps) => {
  const { issue, positions, values, errors, viewer } = props
  const title = 'Merge positions'
  if (positions.length < 2)
    return (
      <Frame {...props} title={title} lede="It has fewer than two positions.">
        <p>
          There is nothing to merge. <a href={paths.issue(issue)}>Back to the issue</a>
        </p>
      </Frame>
    )
  return (
    <Frame
      {...props}
      title={title}
      lede="Claims about the position that goes become claims about the one that stays. What was filed and decided about it keeps its address."
    >
      <form class="form" method="post" action={paths.mergePositions(issue)} novalidate>
        <FormToken viewer={viewer} />
        <Select
          name="from"
          label="Position that goes"
          prompt="Choose a position"
          options={labelled(positions)}
          value={valueOf(values, 'from')}
          errors={errors}
        />
        <Select
          name="into"
          label="Position that stays"
          prompt="Choose a position"
          options={labelled(positions)}
          value={valueOf(values, 'into')}
          errors={errors}
        />
        <Checkboxes
          name="relations"
          label="Relations"
          options={[
            {
              value: 'take',
              label: 'The one that stays takes over relations to others',
              hint: 'Where it has none of its own to them.',
            },
          ]}
          values={values.get('relations') ?? []}
          errors={errors}
        />
        <Why {...props} />
        <Actions {...props} />
      </form>
    </Frame>
  )
}

/** A claim that can move to the new position. */
export interface MovableClaim {
  readonly slug: string
  readonly partyName: string
  readonly statement: string
  readonly said: string
  readonly isWithdrawn: boolean
}

export interface SplitPageProps extends ReshapePageProps {
  /** Those about the position that is split. */
  readonly claims: readonly MovableClaim[]
}

/** Splitting a position in two: what the new one says, which claims are about it, and why. */
export const SplitPage = (props: SplitPageProps) => {
  const { issue, positions, values, errors, viewer, claims } = props
  const place = positions.findIndex((p) => p.slug === valueOf(values, 'of'))
  const a = letterOf(Math.max(0, place))
  const c = letterOf(positions.length)
  if (positions.length === 0)
    return (
      <Frame {...props} title="Split a position" lede="It has no positions.">
        <p>
          There is nothing to split. <a href={paths.issue(issue)}>Back to the issue</a>
        </p>
      </Frame>
    )
  return (
    <Frame
      {...props}
      title={`Split position ${a}`}
      lede={`A new position ${c} is added, and the claims that you choose become claims about it.`}
    >
      <form class="form" method="post" action={paths.splitPosition(issue)} novalidate>
        <FormToken viewer={viewer} />
        <input type="hidden" name="of" value={valueOf(values, 'of')} />
        <p>
          {a}: <bdi>{positions[place]?.label}</bdi>
        </p>
        <TextField
          name="label"
          label={`What ${c} says`}
          value={valueOf(values, 'label')}
          maxLength={500}
          errors={errors}
        />
        <Select
          name="relation"
          label={`${a} … ${c}`}
          prompt="no relation"
          options={PAIR_RELATIONS.map((r) => ({ value: r, label: pairWords[r](a, c) }))}
          value={valueOf(values, 'relation')}
          errors={errors}
        />
        <Checkboxes
          name="relations"
          label="Relations"
          options={[{ value: 'take', label: `${c} has the relations of ${a} to other positions` }]}
          values={values.get('relations') ?? []}
          errors={errors}
        />
        {claims.length === 0 && (
          <p class="hint">
            No claim is about this position, so there is nothing to split. A further position is
            added where the issue is edited.
          </p>
        )}
        <Checkboxes
          name="claim"
          label={`Claims that go to ${c}`}
          options={claims.map((claim) => ({
            value: claim.slug,
            label: `${claim.partyName}: ${claim.statement}`,
            hint: `${describeDate(claim.said)}${claim.isWithdrawn ? ', withdrawn' : ''}`,
          }))}
          values={values.get('claim') ?? []}
          errors={errors}
        />
        <Why {...props} />
        <Actions {...props} />
      </form>
    </Frame>
  )
}
