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
import { wording } from '../words/wording.ts'
import type { ShownRequest } from './erasures-page.tsx'
import { Extent, type ShownExtent } from './extent.tsx'
import { type NamedErasable, addressOfErasable, wordToType } from './words.ts'

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
  const name = href === undefined ? target.label : <a href={href}>{target.label}</a>
  const w = wording().erasure
  return (
    <div class="parts">
      <ErrorSummary errors={props.errors} />
      <h1>{w.eraseTitle}</h1>
      <p class="lede">{w.whatGoes[thing](name, target.version)}</p>
      <dl class="facts">
        <dt>{w.reason}</dt>
        <dd>{w.reasons[request.reason]}</dd>
        <dt>{w.inWords}</dt>
        <dd>
          <bdi>{request.why}</bdi>
        </dd>
        <dt>{w.askedBy}</dt>
        <dd>{w.byAt(<bdi>{request.askedBy}</bdi>, <InstantText at={request.askedAt} />)}</dd>
      </dl>
      <section aria-labelledby="extent">
        <h2 id="extent">{w.whatItTakes}</h2>
        <Extent extent={extent} />
      </section>
      <CarryOut {...props} />
      <Decline {...props} isOwn={decision !== 'by two'} />
    </div>
  )
}

const CarryOut = ({ request, decision, viewer, values, errors }: ErasurePageProps) => {
  const w = wording().erasure
  return (
    <section aria-labelledby="carry-out">
      <h2 id="carry-out">{w.carryOut}</h2>
      {decision === 'refused' ? (
        <p>{w.anotherOwner}</p>
      ) : (
        <form class="form" method="post" action={paths.carryOutErasure(request)} novalidate>
          <FormToken viewer={viewer} />
          <p>
            {w.cannotBeUndone}
            {decision === 'by one' && ` ${w.byOnePerson}`}
          </p>
          <TextField
            name="typed"
            label={w.typeToErase(wordToType(request.target))}
            value={valueOf(values, 'typed')}
            width="medium"
            autocomplete="off"
            spellcheck={false}
            errors={errors}
          />
          <div class="actions">
            <button class="button-danger">{w.eraseTitle}</button>
            <a href={paths.erasures}>{w.backToErasures}</a>
          </div>
        </form>
      )}
    </section>
  )
}

const Decline = ({
  request,
  isOwn,
  viewer,
  values,
  errors,
}: ErasurePageProps & { isOwn: boolean }) => {
  const w = wording().erasure
  return (
    <section aria-labelledby="decline">
      <h2 id="decline">{isOwn ? w.takeBack : w.declineIt}</h2>
      <form class="form" method="post" action={paths.declineErasure(request)} novalidate>
        <FormToken viewer={viewer} />
        <TextArea
          name="declined"
          label={w.whyItStays}
          hint={w.whyItStaysHint}
          rows={2}
          maxLength={1000}
          value={valueOf(values, 'declined')}
          errors={errors}
        />
        <div class="actions">
          <button>{isOwn ? w.takeBack : w.decline}</button>
        </div>
      </form>
    </section>
  )
}
