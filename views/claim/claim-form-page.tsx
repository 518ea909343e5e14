import type { Child } from 'hono/jsx'
import type { LinkedClaim } from '#server/domain/recorded-claim.ts'
import type { RestatableChoice } from '#server/domain/restatements.ts'
import { Nothing } from '../history/field-changes.tsx'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { ErrorSummary, TextArea, valueOf } from '../shared/fields.tsx'
import { CLAIM_FORM, ClaimForm, type ClaimFormProps } from './claim-form.tsx'
import { labelOf } from './fields.ts'

/** What keeps a form that is in order from being saved. */
export type FormNotice =
  | { readonly says: 'similar'; readonly claims: readonly LinkedClaim[] }
  | { readonly says: 'duplicate'; readonly claim: LinkedClaim }
  | { readonly says: 'form-used'; readonly claim: LinkedClaim }
  | { readonly says: 'stale'; readonly changes: readonly FieldChange[] }

/** One field, as it was typed and as somebody else saved it meanwhile. */
export interface FieldChange {
  readonly name: string
  readonly typed: string
  readonly saved: string
  /** Which of the two the form below holds. */
  readonly isKept: boolean
}

type PageProps = Omit<ClaimFormProps, 'submit' | 'cancel' | 'offersAnyway' | 'children'> & {
  readonly notice?: FormNotice | undefined
}

export const NewClaimPage = ({ notice, topicSlug, ...form }: PageProps & { topicSlug: string }) => (
  <>
    <ErrorSummary errors={form.errors} />
    <Notice notice={notice} restatable={form.restatable} />
    <h1>Add a claim</h1>
    <p class="lede">
      A claim is one thing that one party said on one issue, with the source it was found in.
    </p>
    <ClaimForm
      {...form}
      submit="Save claim"
      cancel={paths.topic(topicSlug)}
      offersAnyway={notice?.says === 'similar'}
    />
  </>
)

export interface EditClaimPageProps extends PageProps {
  readonly claim: { readonly id: number; readonly slug: string }
}

export const EditClaimPage = ({ notice, claim, ...form }: EditClaimPageProps) => (
  <>
    <ErrorSummary errors={form.errors} />
    <Notice notice={notice} />
    <h1>Edit claim</h1>
    <p class="lede">
      The earlier version stays in the <a href={paths.claimHistory(claim)}>history</a>.
    </p>
    <ClaimForm {...form} submit="Save changes" cancel={paths.claim(claim)}>
      <section class="form-part" aria-labelledby="why">
        <h2 id="why">Why</h2>
        <input type="hidden" name="version" value={valueOf(form.values, 'version')} />
        <TextArea
          name="why"
          label="Reason for this change"
          hint="Shown in the history."
          rows={2}
          value={valueOf(form.values, 'why')}
          maxLength={500}
          errors={form.errors}
        />
      </section>
    </ClaimForm>
  </>
)

const Notice = ({
  notice,
  restatable = [],
}: {
  notice: FormNotice | undefined
  restatable?: readonly RestatableChoice[] | undefined
}) => {
  if (notice === undefined) return null
  if (notice.says === 'stale') return <StaleNotice changes={notice.changes} />
  const claims = notice.says === 'similar' ? notice.claims : [notice.claim]
  return (
    <FocusedNotice title={titles[notice.says]}>
      <ul class="list">
        {claims.map((claim) => (
          <li>
            <ClaimLink claim={claim} />
            {notice.says === 'similar' && restatable.some((one) => one.slug === claim.slug) && (
              <p>
                <button form={CLAIM_FORM} name="step" value={`restating-${claim.slug}`}>
                  Record it as a restatement
                  <span class="visually-hidden"> of: {claim.statement}</span>
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      <p>{explanations[notice.says]}</p>
    </FocusedNotice>
  )
}

const titles = {
  similar: 'This looks like a claim that is on record',
  duplicate: 'This claim is on record already',
  'form-used': 'This form was saved before, as another claim',
}

const explanations = {
  similar:
    'It is the same stance on the same date, or the same words in the same source. If yours is another claim, press “Save anyway” at the end of the form; if it says the same again on another occasion, record it as a restatement.',
  duplicate: 'Everything is the same, so nothing was saved.',
  'form-used':
    'Nothing more was saved. What you typed is below; press “Save claim” to record it as a claim of its own.',
}

/** Like the error summary it takes the focus: see gainsay.js. */
export const FocusedNotice = ({ title, children }: { title: string; children?: Child }) => (
  <div
    class="notice claim-notice stack"
    role="alert"
    tabindex={-1}
    data-error-summary
    aria-labelledby="notice-title"
  >
    <h2 id="notice-title">{title}</h2>
    {children}
  </div>
)

export const ClaimLink = ({ claim }: { claim: LinkedClaim }) => (
  <>
    <a href={paths.claim(claim)}>
      <bdi>{claim.partyName}</bdi>: <bdi>{claim.statement}</bdi>
    </a>{' '}
    <span class="muted">
      (<DateText date={claim.said} />)
    </span>
  </>
)

/** What two people made of one version, side by side. @param what - "claim" */
export const StaleNotice = ({
  what = 'claim',
  changes,
}: {
  what?: string
  changes: readonly FieldChange[]
}) => (
  <FocusedNotice title={`Somebody changed this ${what} after you opened it`}>
    <p>
      Nothing was saved. The form below holds what you typed, together with what they changed and
      you did not. Check it and save again.
    </p>
    {changes.length > 0 && (
      <div class="scroll" role="region" tabindex={0} aria-label="Both versions">
        <table class="table">
          <caption>Where the two versions differ</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Your version</th>
              <th scope="col">Saved meanwhile</th>
              <th scope="col">In the form below</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr>
                <th scope="row">{labelOf(change.name)}</th>
                <td dir="auto">{change.typed === '' ? <Nothing /> : change.typed}</td>
                <td dir="auto">{change.saved === '' ? <Nothing /> : change.saved}</td>
                <td>{change.isKept ? 'Yours' : 'The saved one'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </FocusedNotice>
)
