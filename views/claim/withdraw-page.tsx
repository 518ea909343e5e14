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
import { wording } from '../words/wording.ts'
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
    lede={{ withdraw: wording().claim.withdrawLede, putBack: wording().claim.putBackLede }}
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
  const { isBack, viewer, values, errors } = props
  const words = wording().claim
  const about = words.withdrawing[props.what]
  return (
    <>
      <ErrorSummary errors={errors} />
      {props.isStale === true && (
        <div class="notice claim-notice" role="alert" tabindex={-1} data-error-summary>
          {about.stale}
        </div>
      )}
      <h1>{isBack ? about.putBack : about.withdraw}</h1>
      <p class="lede">{isBack ? props.lede.putBack : props.lede.withdraw}</p>
      {props.children}
      <form class="form" method="post" action={props.action} novalidate>
        <FormToken viewer={viewer} />
        <input type="hidden" name="version" value={valueOf(values, 'version')} />
        <TextArea
          name="why"
          label={isBack ? words.whyPutBack : words.whyWithdraw}
          hint={isBack ? words.shownInHistory : about.shown}
          rows={3}
          value={valueOf(values, 'why')}
          maxLength={500}
          errors={errors}
        />
        <div class="actions">
          <button class={isBack ? 'button-primary' : 'button-danger'}>
            {isBack ? words.putBackAction : words.withdraw}
          </button>
          <a href={props.cancel}>{words.cancel}</a>
        </div>
      </form>
    </>
  )
}
