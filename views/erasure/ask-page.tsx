import { capital } from '../people/roles.tsx'
import { ERASURE_REASONS, type ErasedThing } from '#server/domain/erasures.ts'
import { paths } from '#server/paths.ts'
import { DateText, InstantText } from '../shared/date-text.tsx'
import {
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  Radios,
  TextArea,
  valueOf,
} from '../shared/fields.tsx'
import { counted } from '../shared/stance.tsx'
import { Extent, type ShownExtent } from './extent.tsx'
import { type NamedErasable, addressOfErasable, reasonHints, whatGoes } from './words.ts'

export interface AskErasurePageProps {
  readonly thing: ErasedThing
  readonly target: NamedErasable
  readonly extent: ShownExtent
  /** A request that waits already; there is one at a time. */
  readonly pending: { readonly askedBy: string; readonly askedAt: Date } | undefined
  readonly viewer: { readonly csrf: string } | undefined
  readonly values: FieldValues
  readonly errors: FieldErrors
}

/** Ask for words to be erased; an owner decides. */
export const AskErasurePage = (props: AskErasurePageProps) => {
  const { thing, target, extent, pending } = props
  const href = addressOfErasable(thing, target)
  return (
    <div class="parts">
      <ErrorSummary errors={props.errors} />
      <h1>Ask for an erasure</h1>
      <p class="lede">
        {whatGoes[thing]} {href === undefined ? target.label : <a href={href}>{target.label}</a>}
        {target.version !== null && `, version ${target.version}`}
      </p>
      <div class="notice" role="note">
        <p>
          Erased words are gone for good, here and in every export, and cannot be brought back. A
          gap stays that says who erased them, when and why. To take a claim back and keep its
          words, withdraw it. Backups made before still hold them.
        </p>
      </div>
      <section aria-labelledby="extent">
        <h2 id="extent">What it takes</h2>
        <Extent extent={extent} />
      </section>
      {pending === undefined ? (
        <Form {...props} />
      ) : (
        <p>
          <bdi>{pending.askedBy}</bdi> asked for this on <InstantText at={pending.askedAt} />. An
          owner who did not ask carries it out or declines it.
        </p>
      )}
    </div>
  )
}

const Form = ({ thing, target, extent, viewer, values, errors }: AskErasurePageProps) => (
  <form class="form" method="post" action={paths.askErasure(thing, target)} novalidate>
    <FormToken viewer={viewer} />
    {extent.of === 'source' && (
      <Checkboxes
        name="texts"
        label="Which texts"
        options={extent.source.texts.map(({ version, sha256, capturedAt, length }) => ({
          value: sha256,
          label: `Version ${version}`,
          hint: (
            <>
              Captured <DateText date={capturedAt} />, {counted(length, 'character')}
            </>
          ),
        }))}
        values={values.get('texts')}
        errors={errors}
      />
    )}
    <Radios
      name="reason"
      label="Reason, public once it is erased"
      options={ERASURE_REASONS.map((value) => ({
        value,
        label: capital(value),
        hint: reasonHints[value],
      }))}
      value={valueOf(values, 'reason')}
      errors={errors}
    />
    <TextArea
      name="why"
      label="In words"
      hint="Public once it is erased, in the gap and in the history: do not repeat what has to go. Name the order or the request, such as its number and date."
      rows={3}
      maxLength={1000}
      value={valueOf(values, 'why')}
      errors={errors}
    />
    <div class="actions">
      <button class="button-primary">Ask for it</button>
      <a href={addressOfErasable(thing, target) ?? paths.home}>Cancel</a>
    </div>
  </form>
)
