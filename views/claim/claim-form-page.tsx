import type { Child } from 'hono/jsx'
import type { LinkedClaim } from '#server/domain/recorded-claim.ts'
import type { RestatableChoice } from '#server/domain/restatements.ts'
import { Nothing } from '../history/field-changes.tsx'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { ErrorSummary, TextArea, valueOf } from '../shared/fields.tsx'
import type { Words } from '../words/english.ts'
import { wording } from '../words/wording.ts'
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
    <h1>{wording().claimForm.add}</h1>
    <p class="lede">{wording().claimForm.addLede}</p>
    <ClaimForm
      {...form}
      submit={wording().claimForm.save}
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
    <h1>{wording().claimForm.edit}</h1>
    <p class="lede">{wording().claimForm.editLede(paths.claimHistory(claim))}</p>
    <ClaimForm {...form} submit={wording().claimForm.saveChanges} cancel={paths.claim(claim)}>
      <section class="form-part" aria-labelledby="why">
        <h2 id="why">{wording().claimForm.why}</h2>
        <input type="hidden" name="version" value={valueOf(form.values, 'version')} />
        <TextArea
          name="why"
          label={wording().claimForm.reason}
          hint={wording().claimForm.shownInHistory}
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
    <FocusedNotice title={wording().claimForm.noticeTitles[notice.says]}>
      <ul class="list">
        {claims.map((claim) => (
          <li>
            <ClaimLink claim={claim} />
            {notice.says === 'similar' && restatable.some((one) => one.slug === claim.slug) && (
              <p>
                <button form={CLAIM_FORM} name="step" value={`restating-${claim.slug}`}>
                  {wording().claimForm.asRestatement(claim.statement)}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      <p>{wording().claimForm.notices[notice.says]}</p>
    </FocusedNotice>
  )
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

/** What two people made of one version, side by side. */
export const StaleNotice = ({
  what = 'claim',
  changes,
}: {
  what?: keyof Words['claimForm']['staleTitles']
  changes: readonly FieldChange[]
}) => (
  <FocusedNotice title={wording().claimForm.staleTitles[what]}>
    <p>{wording().claimForm.stale}</p>
    {changes.length > 0 && (
      <div class="scroll" role="region" tabindex={0} aria-label={wording().claimForm.bothVersions}>
        <table class="table">
          <caption>{wording().claimForm.versionsDiffer}</caption>
          <thead>
            <tr>
              <th scope="col">{wording().claimForm.field}</th>
              <th scope="col">{wording().claimForm.yourVersion}</th>
              <th scope="col">{wording().claimForm.savedMeanwhile}</th>
              <th scope="col">{wording().claimForm.inTheForm}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr>
                <th scope="row">{labelOf(change.name)}</th>
                <td dir="auto">{change.typed === '' ? <Nothing /> : change.typed}</td>
                <td dir="auto">{change.saved === '' ? <Nothing /> : change.saved}</td>
                <td>{change.isKept ? wording().claimForm.yours : wording().claimForm.theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </FocusedNotice>
)
