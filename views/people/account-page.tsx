import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import {
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  Radios,
  TextField,
  valueOf,
} from '../shared/fields.tsx'
import { MadeLink } from './made-link.tsx'
import { roleOptions } from './roles.tsx'
import type { ShownAccount } from './people-page.tsx'

export interface AccountPageProps {
  readonly viewer: Viewer
  readonly account: Omit<ShownAccount, 'createdAt' | 'lastSeenAt' | 'claims' | 'reviews'>
  readonly values: FieldValues
  readonly errors: FieldErrors
  /** A sign-in link made a moment ago: its whole address, shown this once. */
  readonly madeLink?: string | undefined
}

/** One account, for owners: its role, whether it may sign in, and a way back in. */
export const AccountPage = (props: AccountPageProps) => {
  const { account, viewer, madeLink } = props
  return (
    <div class="parts">
      <ErrorSummary errors={props.errors} />
      <h1>
        <bdi>{account.name}</bdi>
      </h1>
      <p class="lede">
        {account.disabledAt === null ? `Signs in as ${account.role}.` : 'Disabled: cannot sign in.'}
        {account.email !== undefined && ` ${account.email}`}
      </p>
      {madeLink !== undefined && <MadeLink address={madeLink} lasts="30 minutes" />}
      <Change {...props} />
      {account.disabledAt === null && (
        <section aria-labelledby="link">
          <h2 id="link">A way back in</h2>
          <form method="post" action={paths.accountLink(account)}>
            <FormToken viewer={viewer} />
            <p>
              For somebody who lost their password: a link that signs them in once.{' '}
              <button>Make a sign-in link</button>
            </p>
          </form>
        </section>
      )}
    </div>
  )
}

const Change = ({ account, viewer, values, errors }: AccountPageProps) => (
  <section aria-labelledby="change">
    <h2 id="change">Role</h2>
    <form class="form" method="post" action={paths.account(account)} novalidate>
      <FormToken viewer={viewer} />
      <Radios
        name="role"
        label="Role"
        options={roleOptions()}
        value={valueOf(values, 'role')}
        errors={errors}
      />
      <Radios
        name="access"
        label="Signing in"
        options={[
          { value: 'enabled', label: 'May sign in' },
          {
            value: 'disabled',
            label: 'May not sign in',
            hint: 'Sessions and tokens end at once. What was recorded and reviewed stays, under the same name.',
          },
        ]}
        value={valueOf(values, 'access')}
        errors={errors}
      />
      <TextField
        name="why"
        label="Reason"
        hint="Kept in the log and shown to everybody under Moderation. Name nobody in it."
        maxLength={300}
        value={valueOf(values, 'why')}
        errors={errors}
      />
      <div class="actions">
        <button class="button-primary">Save</button>
        <a href={paths.people}>Back to people</a>
      </div>
    </form>
  </section>
)
