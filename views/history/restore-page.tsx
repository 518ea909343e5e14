import {
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  TextArea,
  valueOf,
} from '../shared/fields.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { counted } from '../shared/stance.tsx'
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
  /** What it is about: "claim". */
  readonly word: string
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
  const { word, wanted, newest, changes, errors } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      {props.meanwhile !== undefined && <Meanwhile {...props} changes={props.meanwhile} />}
      <h1>
        Restore version {wanted.version} of this {word}
      </h1>
      <p class="lede">
        <a href={props.href}>
          <bdi>{props.label}</bdi>
        </a>
      </p>
      <div class="stack">
        <p>
          Version {wanted.version} was made by <MadeBy made={wanted} />. Version {newest.version},
          the newest, by <MadeBy made={newest} />.
        </p>
        {changes.length === 0 ? <Same {...props} /> : <Decision {...props} />}
      </div>
    </>
  )
}

const MadeBy = ({ made }: { made: Made }) => (
  <>
    {made.by === 'dossier import' ? 'a dossier import' : <bdi>{made.by}</bdi>} on{' '}
    <InstantText at={made.at} />
  </>
)

const Same = ({ word, wanted, newest, historyAt, notes }: RestorePageProps) => (
  <>
    <p class="notice">
      {wanted.version === newest.version
        ? 'This is the newest version. There is nothing to restore.'
        : `The ${word} says what it said in version ${wanted.version} already. There is nothing to restore.`}
    </p>
    <Notes notes={notes} />
    <p>
      <a href={historyAt}>Back to the history</a>
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

const Decision = (props: RestorePageProps) => (
  <>
    <h2>What would change</h2>
    <FieldChanges
      version={props.wanted.version}
      isFirst={false}
      changes={props.changes}
      heads={{
        from: `Now, in version ${props.newest.version}`,
        to: `As in version ${props.wanted.version}`,
      }}
    />
    <Notes notes={props.notes} />
    {props.touched !== undefined && <TouchedText touched={props.touched} />}
    <p>
      The earlier versions stay. This one becomes version {props.newest.version + 1}, and can be
      undone in the same way.
    </p>
    <ReasonForm {...props} />
  </>
)

const TouchedText = ({ touched }: { touched: Touched }) => (
  <p>
    Worked out again: {counted(touched.cells, 'cell')} of comparisons, from{' '}
    {counted(touched.claims, 'claim')}, and {counted(touched.contradictions, 'contradiction')}.
    Reviews and decisions on them stay on record.
  </p>
)

const ReasonForm = (props: RestorePageProps) => (
  <form class="form" method="post" action={props.action} novalidate>
    <FormToken viewer={props.viewer} />
    <input type="hidden" name="version" value={valueOf(props.values, 'version')} />
    <TextArea
      name="why"
      label="Reason for restoring it"
      hint="Shown in the history."
      rows={3}
      value={valueOf(props.values, 'why')}
      maxLength={500}
      errors={props.errors}
    />
    <div class="actions">
      <button class="button-primary">Restore version {props.wanted.version}</button>
      <a href={props.historyAt}>Cancel</a>
    </div>
  </form>
)

/** Somebody was faster: what they did, beside what was about to be done, which is below. */
const Meanwhile = ({ word, newest, changes }: RestorePageProps) => (
  <div class="notice claim-notice stack" role="alert" tabindex={-1} data-error-summary>
    <p>
      <strong>Somebody changed this {word} after you opened this page. Nothing was saved.</strong>{' '}
      This is what version {newest.version} changed
      {newest.why === null ? '' : ' (“'}
      {newest.why !== null && <bdi>{newest.why}</bdi>}
      {newest.why === null ? '.' : '”).'} Below is what restoring would change now; look at it and
      press the button again.
    </p>
    <FieldChanges
      version={newest.version}
      isFirst={false}
      changes={changes}
      heads={{ from: 'When you opened it', to: `Now, in version ${newest.version}` }}
    />
  </div>
)
