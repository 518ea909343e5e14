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
export const WithdrawPage = ({ claim, viewer, values, errors, isStale }: WithdrawPageProps) => {
  const isBack = claim.withdrawnReason !== undefined
  return (
    <>
      <ErrorSummary errors={errors} />
      {isStale === true && (
        <div class="notice claim-notice" role="alert" tabindex={-1} data-error-summary>
          Somebody changed this claim after you opened it. Nothing was saved. This is how it stands
          now; check it and press the button again.
        </div>
      )}
      <h1>{isBack ? 'Put this claim back' : 'Withdraw this claim'}</h1>
      <p class="lede">
        {isBack
          ? 'It counts again in comparisons and contradictions. The history keeps both steps.'
          : 'It stays on record, marked as withdrawn, and no longer counts in comparisons and contradictions. It can be put back.'}
      </p>
      <ClaimSummary claim={claim} />
      <form class="form" method="post" action={paths.withdrawClaim(claim)} novalidate>
        <FormToken viewer={viewer} />
        <input type="hidden" name="version" value={valueOf(values, 'version')} />
        <TextArea
          name="why"
          label={isBack ? 'Reason for putting it back' : 'Reason for withdrawing it'}
          hint={isBack ? 'Shown in the history.' : 'Shown on the claim and in its history.'}
          rows={3}
          value={valueOf(values, 'why')}
          maxLength={500}
          errors={errors}
        />
        <div class="actions">
          <button class={isBack ? 'button-primary' : 'button-danger'}>
            {isBack ? 'Put back' : 'Withdraw'}
          </button>
          <a href={paths.claim(claim)}>Cancel</a>
        </div>
      </form>
    </>
  )
}
