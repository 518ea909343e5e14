import type { RestorableEntity } from '#server/domain/restoration.ts'
import {
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  TextArea,
  valueOf,
} from '../shared/fields.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
import { type FieldChange, FieldChanges } from './field-changes.tsx'

/** How much of what is derived is worked out again. */
interface Touched {
  readonly claims: number
  /** What one party holds on one issue. */
  readonly cells: number
  readonly contradictions: number
}

/** Who made a version, when and why. */
interface Made {
  readonly version: number
  readonly at: Date
  readonly by: string
  readonly why: string | null
}

export interface RestorePageProps {
  /** What it is about. */
  readonly entity: RestorableEntity
  readonly label: string
  readonly href: string
  readonly historyAt: string
  /** Where the form posts to. */
  readonly action: string
  readonly viewer: { readonly csrf: string } | undefined
  readonly wanted: Made
  readonly newest: Made
  /** From the newest version to what restoring would write; empty where they say the same. */
  readonly changes: readonly FieldChange[]
  /** What restoring means for the thing beyond its fields, and what of it stays as it is. */
  readonly notes: readonly string[]
  readonly touched: Touched | undefined
  /** What somebody else changed since the page was opened. */
  readonly meanwhile: readonly FieldChange[] | undefined
  readonly values: FieldValues
  readonly errors: FieldErrors
}

/** Bring an earlier version back: what that changes, what it touches, and why it is done. */
export const RestorePage = (props: RestorePageProps) => {
  const { entity, wanted, newest, changes, errors } = props
  const w = wording().history
  return (
    <>
      <ErrorSummary errors={errors} />
      {props.meanwhile !== undefined && <Meanwhile {...props} changes={props.meanwhile} />}
      <h1>{w.restore(wanted.version, entity)}</h1>
      <p class="lede">
        <a href={props.href}>
          <bdi>{props.label}</bdi>
        </a>
      </p>
      <div class="stack">
        <p>
          {w.madeBy(
            wanted.version,
            <MadeBy made={wanted} />,
            newest.version,
            <MadeBy made={newest} />,
          )}
        </p>
        {changes.length === 0 ? <Same {...props} /> : <Decision {...props} />}
      </div>
    </>
  )
}

const MadeBy = ({ made }: { made: Made }) => {
  const w = wording().history
  const by = made.by === 'dossier import' ? w.importer.within : <bdi>{made.by}</bdi>
  return w.byOn(by, <InstantText at={made.at} />)
}

const Same = ({ entity, wanted, newest, historyAt, notes }: RestorePageProps) => (
  <>
    <p class="notice">
      {wanted.version === newest.version
        ? wording().history.isNewest
        : wording().history.isSame(entity, wanted.version)}
    </p>
    <Notes notes={notes} />
    <p>
      <a href={historyAt}>{wording().history.back}</a>
    </p>
  </>
)

const Notes = ({ notes }: Pick<RestorePageProps, 'notes'>) => (
  <>
    {notes.map((note) => (
      <p>{note}</p>
    ))}
  </>
)

const Decision = (props: RestorePageProps) => {
  const w = wording().history
  return (
    <>
      <h2>{w.wouldChange}</h2>
      <FieldChanges
        version={props.wanted.version}
        isFirst={false}
        changes={props.changes}
        heads={{
          from: w.nowIn(props.newest.version),
          to: w.asIn(props.wanted.version),
        }}
      />
      <Notes notes={props.notes} />
      {props.touched !== undefined && <TouchedText touched={props.touched} />}
      <p>{w.becomes(props.newest.version + 1)}</p>
      <ReasonForm {...props} />
    </>
  )
}

const TouchedText = ({ touched }: { touched: Touched }) => (
  <p>{wording().history.touched(touched.cells, touched.claims, touched.contradictions)}</p>
)

const ReasonForm = (props: RestorePageProps) => (
  <form class="form" method="post" action={props.action} novalidate>
    <FormToken viewer={props.viewer} />
    <input type="hidden" name="version" value={valueOf(props.values, 'version')} />
    <TextArea
      name="why"
      label={wording().history.whyRestore}
      hint={wording().history.whyRestoreHint}
      rows={3}
      value={valueOf(props.values, 'why')}
      maxLength={500}
      errors={props.errors}
    />
    <div class="actions">
      <button class="button-primary">
        {wording().history.restoreVersion(props.wanted.version)}
      </button>
      <a href={props.historyAt}>{wording().history.cancel}</a>
    </div>
  </form>
)

/** Somebody was faster: what they did, beside what was about to be done, which is below. */
const Meanwhile = ({ entity, newest, changes }: RestorePageProps) => {
  const w = wording().history
  const why = newest.why === null ? undefined : <bdi>{newest.why}</bdi>
  return (
    <div class="notice claim-notice stack" role="alert" tabindex={-1} data-error-summary>
      <p>
        <strong>{w.meanwhile(entity)}</strong> {w.meanwhileChanged(newest.version, why)}
      </p>
      <FieldChanges
        version={newest.version}
        isFirst={false}
        changes={changes}
        heads={{ from: w.whenOpened, to: w.nowIn(newest.version) }}
      />
    </div>
  )
}
