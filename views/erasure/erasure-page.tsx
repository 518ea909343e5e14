import { paths } from '#server/paths.ts'
import { InstantText } from '../shared/date-text.tsx'
import {
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  TextArea,
  TextField,
  valueOf,
} from '../shared/fields.tsx'
import type { ShownRequest } from './erasures-page.tsx'
import { Extent, type ShownExtent } from './extent.tsx'
import { type NamedErasable, addressOfErasable, whatGoes, wordToType } from './words.ts'

export interface ErasurePageProps {
  readonly request: ShownRequest & { readonly why: string; readonly target: NamedErasable }
  readonly extent: ShownExtent
  /** Whether the viewer may carry it out: not what they asked for, unless there is nobody else. */
  readonly decision: 'by two' | 'by one' | 'refused'
  readonly viewer: { readonly csrf: string } | undefined
  readonly values: FieldValues
  readonly errors: FieldErrors
}

/** One request: exactly what would go, and the two ways to decide. */
export const ErasurePage = (props: ErasurePageProps) => {
  const { request, extent, decision } = props
  const { target, thing } = request
  const href = addressOfErasable(thing, target)
  return (
    <div class="parts">
      <ErrorSummary errors={props.errors} />
      <h1>Erase for good</h1>
      <p class="lede">
        {whatGoes[thing]} {href === undefined ? target.label : <a href={href}>{target.label}</a>}
        {target.version !== null && `, version ${target.version}`}
      </p>
      <dl class="facts">
        <dt>Reason</dt>
        <dd>{request.reason}</dd>
        <dt>In words</dt>
        <dd>
          <bdi>{request.why}</bdi>
        </dd>
        <dt>Asked by</dt>
        <dd>
          <bdi>{request.askedBy}</bdi>, <InstantText at={request.askedAt} />
        </dd>
      </dl>
      <section aria-labelledby="extent">
        <h2 id="extent">What it takes</h2>
        <Extent extent={extent} />
      </section>
      <CarryOut {...props} />
      <Decline {...props} isOwn={decision !== 'by two'} />
    </div>
  )
}

const CarryOut = ({ request, decision, viewer, values, errors }: ErasurePageProps) => (
  <section aria-labelledby="carry-out">
    <h2 id="carry-out">Carry it out</h2>
    {decision === 'refused' ? (
      <p>You asked for this, so another owner must carry it out.</p>
    ) : (
      <form class="form" method="post" action={paths.carryOutErasure(request)} novalidate>
        <FormToken viewer={viewer} />
        <p>
          This cannot be undone: nobody can bring the words back. The history keeps the hash of what
          was there, so that nothing else can change unseen, and gains an entry that says who asked,
          who carried it out, when and why. Backups made before still hold it.
          {decision === 'by one' &&
            ' Nobody else here could ask for it: the entry says that it was done by one person.'}
        </p>
        <TextField
          name="typed"
          label={`Type ${wordToType(request.target)} to erase it`}
          value={valueOf(values, 'typed')}
          width="medium"
          autocomplete="off"
          spellcheck={false}
          errors={errors}
        />
        <div class="actions">
          <button class="button-danger">Erase for good</button>
          <a href={paths.erasures}>Back to erasures</a>
        </div>
      </form>
    )}
  </section>
)

const Decline = ({
  request,
  isOwn,
  viewer,
  values,
  errors,
}: ErasurePageProps & { isOwn: boolean }) => (
  <section aria-labelledby="decline">
    <h2 id="decline">{isOwn ? 'Take it back' : 'Decline it'}</h2>
    <form class="form" method="post" action={paths.declineErasure(request)} novalidate>
      <FormToken viewer={viewer} />
      <TextArea
        name="declined"
        label="Why the words stay"
        hint="Kept with the request, for owners."
        rows={2}
        maxLength={1000}
        value={valueOf(values, 'declined')}
        errors={errors}
      />
      <div class="actions">
        <button>{isOwn ? 'Take it back' : 'Decline'}</button>
      </div>
    </form>
  </section>
)
