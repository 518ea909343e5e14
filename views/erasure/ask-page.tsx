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
import { wording } from '../words/wording.ts'
import { Extent, type ShownExtent } from './extent.tsx'
import { type NamedErasable, addressOfErasable } from './words.ts'

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
  const name = href === undefined ? target.label : <a href={href}>{target.label}</a>
  const w = wording().erasure
  return (
    <div class="parts">
      <ErrorSummary errors={props.errors} />
      <h1>{w.askTitle}</h1>
      <p class="lede">{w.whatGoes[thing](name, target.version)}</p>
      <div class="notice" role="note">
        <p>{w.forGood}</p>
      </div>
      <section aria-labelledby="extent">
        <h2 id="extent">{w.whatItTakes}</h2>
        <Extent extent={extent} />
      </section>
      {pending === undefined ? (
        <Form {...props} />
      ) : (
        <p>{w.waitsAlready(<bdi>{pending.askedBy}</bdi>, <InstantText at={pending.askedAt} />)}</p>
      )}
    </div>
  )
}

const Form = ({ thing, target, extent, viewer, values, errors }: AskErasurePageProps) => {
  const w = wording().erasure
  return (
    <form class="form" method="post" action={paths.askErasure(thing, target)} novalidate>
      <FormToken viewer={viewer} />
      {extent.of === 'source' && (
        <Checkboxes
          name="texts"
          label={w.whichTexts}
          options={extent.source.texts.map(({ version, sha256, capturedAt, length }) => ({
            value: sha256,
            label: w.version(version),
            hint: w.captured(<DateText date={capturedAt} />, length),
          }))}
          values={values.get('texts')}
          errors={errors}
        />
      )}
      <Radios
        name="reason"
        label={w.publicReason}
        options={ERASURE_REASONS.map((value) => ({
          value,
          label: w.reasonChoices[value],
          hint: w.reasonHints[value],
        }))}
        value={valueOf(values, 'reason')}
        errors={errors}
      />
      <TextArea
        name="why"
        label={w.inWords}
        hint={w.inWordsHint}
        rows={3}
        maxLength={1000}
        value={valueOf(values, 'why')}
        errors={errors}
      />
      <div class="actions">
        <button class="button-primary">{w.askForIt}</button>
        <a href={addressOfErasable(thing, target) ?? paths.home}>{w.cancel}</a>
      </div>
    </form>
  )
}
