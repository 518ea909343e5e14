import type { Role } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import { ErrorSummary, FormKey } from '../shared/fields.tsx'
import { RoleMeaning } from '../people/roles.tsx'
import { wording } from '../words/wording.ts'
import { EmailField, type Filled, NameField, NewPasswordField } from './fields.tsx'

export interface JoinPageProps extends Filled {
  readonly token: string
  readonly invitation: { readonly role: Role; readonly inviter: string }
}

/** Accepting an invitation: an account of one's own. */
export const JoinPage = ({ token, invitation, values, errors }: JoinPageProps) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>{wording().account.makeAccount}</h1>
    <p class="lede">
      {wording().account.invited(
        <bdi>{invitation.inviter}</bdi>,
        invitation.role,
        <RoleMeaning role={invitation.role} />,
      )}
    </p>
    <form class="form" method="post" action={paths.join(token)} novalidate>
      <FormKey />
      <NameField values={values} errors={errors} />
      <EmailField values={values} errors={errors} hint={wording().account.joinEmailHint} />
      <NewPasswordField errors={errors} label={wording().account.password} />
      <div class="actions">
        <button class="button-primary">{wording().account.makeTheAccount}</button>
      </div>
    </form>
  </>
)
