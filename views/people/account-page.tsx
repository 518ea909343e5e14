import type { Actor } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import { AdminNavigation } from '../admin/admin-navigation.tsx'
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
import { wording } from '../words/wording.ts'
import { MadeLink } from './made-link.tsx'
import { roleOptions } from './roles.tsx'
import type { ShownAccount } from './people-page.tsx'

export interface AccountPageProps {
  readonly viewer: Viewer & Actor
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
      <AdminNavigation viewer={viewer} />
      <p class="lede">
        {account.disabledAt === null
          ? wording().people.signsInAs(account.role)
          : wording().people.cannotSignIn}
        {account.email !== undefined && ` ${account.email}`}
      </p>
      {madeLink !== undefined && <MadeLink address={madeLink} to="signIn" />}
      <Change {...props} />
      {account.disabledAt === null && (
        <section aria-labelledby="link">
          <h2 id="link">{wording().people.wayBack}</h2>
          <form method="post" action={paths.accountLink(account)}>
            <FormToken viewer={viewer} />
            <p>
              {wording().people.wayBackLede} <button>{wording().people.makeLink}</button>
            </p>
          </form>
        </section>
      )}
    </div>
  )
}

const ACCESS = ['enabled', 'disabled'] as const

const Change = ({ account, viewer, values, errors }: AccountPageProps) => (
  <section aria-labelledby="change">
    <h2 id="change">{wording().people.role}</h2>
    <form class="form" method="post" action={paths.account(account)} novalidate>
      <FormToken viewer={viewer} />
      <Radios
        name="role"
        label={wording().people.role}
        options={roleOptions()}
        value={valueOf(values, 'role')}
        errors={errors}
      />
      <Radios
        name="access"
        label={wording().people.signingIn}
        options={ACCESS.map((value) => ({ value, ...wording().people.access[value] }))}
        value={valueOf(values, 'access')}
        errors={errors}
      />
      <TextField
        name="why"
        label={wording().people.reason}
        hint={wording().people.reasonHint}
        maxLength={300}
        value={valueOf(values, 'why')}
        errors={errors}
      />
      <div class="actions">
        <button class="button-primary">{wording().people.save}</button>
        <a href={paths.people}>{wording().people.back}</a>
      </div>
    </form>
  </section>
)
