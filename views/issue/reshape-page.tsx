import type { Child } from 'hono/jsx'
import { letterOf } from '#server/domain/letters.ts'
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
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { pairOptions } from './issue-form.tsx'

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
  positions.map(({ slug, label }, i) => ({
    value: slug,
    label: wording().issueReshape.lettered(letterOf(i), label),
  }))

const Frame = ({
  title,
  lede,
  children,
  ...props
}: ReshapePageProps & { title: string; lede: string; children?: Child }) => (
  <>
    <ErrorSummary errors={props.errors} />
    {props.isStale && (
      <FocusedNotice title={wording().issueReshape.staleTitle}>
        <p>
          {wording().issueReshape.stale((text) => (
            <a href={paths.issueHistory(props.issue)}>{text}</a>
          ))}
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
      label={wording().issueReshape.reason}
      hint={wording().issueReshape.reasonHint}
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
      {wording().issueReshape.preview}
    </button>
    <a href={paths.issue(issue)}>{wording().issueForm.cancel}</a>
  </div>
)

/** Merging one position into another: which goes, which stays, and why. */
export const MergePage = (props: ReshapePageProps) => {
  const { issue, positions, values, errors, viewer } = props
  const w = wording().issueReshape
  if (positions.length < 2)
    return (
      <Frame {...props} title={w.mergeTitle} lede={w.fewerThanTwo}>
        <p>
          {w.nothingToMerge((text) => (
            <a href={paths.issue(issue)}>{text}</a>
          ))}
        </p>
      </Frame>
    )
  return (
    <Frame {...props} title={w.mergeTitle} lede={w.mergeLede}>
      <form class="form" method="post" action={paths.mergePositions(issue)} novalidate>
        <FormToken viewer={viewer} />
        <Select
          name="from"
          label={w.goes}
          prompt={w.choosePosition}
          options={labelled(positions)}
          value={valueOf(values, 'from')}
          errors={errors}
        />
        <Select
          name="into"
          label={w.stays}
          prompt={w.choosePosition}
          options={labelled(positions)}
          value={valueOf(values, 'into')}
          errors={errors}
        />
        <Checkboxes
          name="relations"
          label={w.relations}
          options={[{ value: 'take', label: w.takesOver, hint: w.takesOverHint }]}
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
  const w = wording().issueReshape
  const { issue, positions, values, errors, viewer, claims } = props
  const place = positions.findIndex((p) => p.slug === valueOf(values, 'of'))
  const a = letterOf(Math.max(0, place))
  const c = letterOf(positions.length)
  if (positions.length === 0)
    return (
      <Frame {...props} title={w.splitTitle} lede={w.noPositions}>
        <p>
          {w.nothingToSplit((text) => (
            <a href={paths.issue(issue)}>{text}</a>
          ))}
        </p>
      </Frame>
    )
  return (
    <Frame {...props} title={w.split(a)} lede={w.splitLede(c)}>
      <form class="form" method="post" action={paths.splitPosition(issue)} novalidate>
        <FormToken viewer={viewer} />
        <input type="hidden" name="of" value={valueOf(values, 'of')} />
        <p>{w.before(a, <bdi>{positions[place]?.label}</bdi>)}</p>
        <TextField
          name="label"
          label={wording().issueForm.says(c)}
          value={valueOf(values, 'label')}
          maxLength={500}
          errors={errors}
        />
        <Select
          name="relation"
          label={wording().issueForm.pair(a, c)}
          prompt={wording().issueForm.noRelation}
          options={pairOptions(a, c)}
          value={valueOf(values, 'relation')}
          errors={errors}
        />
        <Checkboxes
          name="relations"
          label={w.relations}
          options={[{ value: 'take', label: w.takesAlso(c, a) }]}
          values={values.get('relations') ?? []}
          errors={errors}
        />
        {claims.length === 0 && <p class="hint">{w.noClaims}</p>}
        <Checkboxes
          name="claim"
          label={w.goTo(c)}
          options={claims.map((claim) => ({
            value: claim.slug,
            label: w.claim(claim.partyName, claim.statement),
            hint: w.said(describeDate(claim.said), claim.isWithdrawn),
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
