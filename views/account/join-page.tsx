import type { Role } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import { ErrorSummary, FormKey } from '../shared/fields.tsx'
import { RoleMeaning } from '../people/roles.tsx'
import { EmailField, type Filled, NameField, NewPasswordField } from './fields.tsx'

export interface JoinPageProps extends Filled {
  readonly token: string
  readonly invitation: { readonly role: Role; readonly inviter: string }
}

/** Accepting an invitation: an account of one's own. */
export const JoinPage = ({ token, invitation, values, errors }: JoinPageProps) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Make your account</h1>
    <p class="lede">
      <bdi>{invitation.inviter}</bdi> invites you to Gainsay as {invitation.role}.{' '}
      <RoleMeaning role={invitation.role} />
    </p>
    <form class="form" method="post" action={paths.join(token)} novalidate>
      <FormKey />
      <NameField values={values} errors={errors} />
      <EmailField
        values={values}
        errors={errors}
        hint="You sign in with it. Only the owners of this site see it; nothing is sent to it."
      />
      <NewPasswordField errors={errors} label="Password" />
      <div class="actions">
        <button class="button-primary">Make the account</button>
      </div>
    </form>
  </>
)
