import type { Child } from 'hono/jsx'
import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import { paths } from '#server/paths.ts'
import {
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  TextArea,
  valueOf,
} from '../shared/fields.tsx'
import { ClaimSummary } from './claim-summary.tsx'

export interface WithdrawPageProps {
  readonly claim: RecordedClaim
  readonly viewer: { readonly csrf: string } | undefined
  readonly values: FieldValues
  readonly errors: FieldErrors
  /** Somebody changed the claim since the form was opened; this shows it as it is now. */
  readonly isStale?: boolean | undefined
}

/** Withdraw a claim, or put it back: the same form, the other way round. */
export const WithdrawPage = ({ claim, ...form }: WithdrawPageProps) => (
  <WithdrawForm
    {...form}
    what="claim"
    isBack={claim.withdrawnReason !== undefined}
    lede={{
      withdraw:
        'It stays on record, marked as withdrawn, and no longer counts in comparisons and contradictions. It can be put back.',
      putBack: 'It counts again in comparisons and contradictions. The history keeps both steps.',
    }}
    action={paths.withdrawClaim(claim)}
    cancel={paths.claim(claim)}
  >
    <ClaimSummary claim={claim} />
  </WithdrawForm>
)

export interface WithdrawFormProps extends Omit<WithdrawPageProps, 'claim'> {
  readonly what: 'claim' | 'reply'
  /** It is withdrawn, and can be put back. */
  readonly isBack: boolean
  /** What follows from either. */
  readonly lede: { readonly withdraw: string; readonly putBack: string }
  readonly action: string
  readonly cancel: string
  /** The thing in brief. */
  readonly children?: Child
}

/** Withdraw something, or put it back. */
export const WithdrawForm = (props: WithdrawFormProps) => {
  const { what, isBack, viewer, values, errors } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      {props.isStale === true && (
        <div class="notice claim-notice" role="alert" tabindex={-1} data-error-summary>
          Somebody changed this {what} after you opened it. Nothing was saved. This is how it stands
          now; check it and press the button again.
        </div>
      )}
      <h1>{isBack ? `Put this ${what} back` : `Withdraw this ${what}`}</h1>
      <p class="lede">{isBack ? props.lede.putBack : props.lede.withdraw}</p>
      {props.children}
      <form class="form" method="post" action={props.action} novalidate>
        <FormToken viewer={viewer} />
        <input type="hidden" name="version" value={valueOf(values, 'version')} />
        <TextArea
          name="why"
          label={isBack ? 'Reason for putting it back' : 'Reason for withdrawing it'}
          hint={isBack ? 'Shown in the history.' : `Shown on the ${what} and in its history.`}
          rows={3}
          value={valueOf(values, 'why')}
          maxLength={500}
          errors={errors}
        />
        <div class="actions">
          <button class={isBack ? 'button-primary' : 'button-danger'}>
            {isBack ? 'Put back' : 'Withdraw'}
          </button>
          <a href={props.cancel}>Cancel</a>
        </div>
      </form>
    </>
  )
}
