import type { Role } from '#server/domain/access.ts'
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
import { DoneNotice } from '../shared/done-notice.tsx'
import { DateText, InstantText } from '../shared/date-text.tsx'
import { counted } from '../shared/stance.tsx'
import { MadeLink } from './made-link.tsx'
import { roleOptions } from './roles.tsx'

export interface ShownAccount {
  readonly id: number
  readonly name: string
  /** Undefined where the viewer may not see it. */
  readonly email?: string | undefined
  readonly role: Role
  readonly disabledAt: Date | null
  readonly createdAt: Date
  readonly lastSeenAt: Date | null
  readonly claims: number
  readonly reviews: number
}

export interface PeoplePageProps {
  readonly viewer: Viewer
  readonly canManage: boolean
  readonly accounts: readonly ShownAccount[]
  readonly invitations: readonly {
    readonly id: number
    readonly role: Role
    readonly note: string | null
    readonly inviter: string
    readonly expiresAt: Date
  }[]
  /** Roles that the viewer may invite to. */
  readonly roles: readonly Role[]
  readonly log: readonly {
    readonly id: number
    readonly at: Date
    readonly actor: string
    readonly what: string
    readonly why: string | null
  }[]
  readonly values: FieldValues
  readonly errors: FieldErrors
  /** An invitation made a moment ago: its whole address, shown this once. */
  readonly madeLink?: string | undefined
  /** Who was disabled a moment ago. */
  readonly disabled?: Pick<ShownAccount, 'id' | 'name' | 'role'> | undefined
}

/** Who has an account here, who is invited, and what was done to accounts. */
export const PeoplePage = (props: PeoplePageProps) => (
  <div class="parts">
    <ErrorSummary errors={props.errors} />
    {props.disabled !== undefined && <Disabled viewer={props.viewer} account={props.disabled} />}
    <h1>People</h1>
    <p class="lede">
      {counted(props.accounts.filter((a) => a.disabledAt === null).length, 'account')}. Readers need
      none.
      {props.canManage && (
        <>
          {' '}
          <a href={paths.erasures}>Requests for erasures</a>
        </>
      )}
    </p>
    {props.madeLink !== undefined && <MadeLink address={props.madeLink} lasts="7 days" />}
    <Accounts {...props} />
    <Invite {...props} />
    <Invitations {...props} />
    <Log {...props} />
  </div>
)

const Disabled = ({
  viewer,
  account,
}: Pick<PeoplePageProps, 'viewer'> & { account: NonNullable<PeoplePageProps['disabled']> }) => (
  <DoneNotice
    undo={{
      path: paths.account(account),
      fields: { role: account.role, access: 'enabled', why: 'Undo of disabling.' },
      of: `disabling ${account.name}`,
    }}
    viewer={viewer}
  >
    <p>
      <bdi>{account.name}</bdi> may not sign in any more. Sessions and tokens have ended, and stay
      so if this is undone.
    </p>
  </DoneNotice>
)

const Accounts = ({ accounts, canManage }: PeoplePageProps) => (
  <div class="scroll" role="region" tabindex={0} aria-labelledby="accounts">
    <table class="table">
      <caption id="accounts">Accounts</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">Recorded</th>
          <th scope="col">Reviewed</th>
          <th scope="col">Last seen</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr>
            <th scope="row">
              <AccountName account={account} isLink={canManage} />
            </th>
            <td>{account.disabledAt === null ? account.role : `${account.role}, disabled`}</td>
            <td>{counted(account.claims, 'claim')}</td>
            <td>{counted(account.reviews, 'review')}</td>
            <td>
              {account.lastSeenAt === null ? (
                'Not signed in'
              ) : (
                <DateText date={account.lastSeenAt.toISOString().slice(0, 10)} short />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const AccountName = ({ account, isLink }: { account: ShownAccount; isLink: boolean }) => (
  <>
    {isLink ? (
      <a href={paths.account(account)}>
        <bdi>{account.name}</bdi>
      </a>
    ) : (
      <bdi>{account.name}</bdi>
    )}
    {account.email !== undefined && <p class="small muted">{account.email}</p>}
  </>
)

const Invite = ({ viewer, roles, values, errors }: PeoplePageProps) => (
  <section aria-labelledby="invite">
    <h2 id="invite">Invite somebody</h2>
    <p>
      You get a link to pass on. Nothing is sent by mail. Whoever opens it chooses a name, an
      address and a password.
    </p>
    <form class="form" method="post" action={paths.people} novalidate>
      <FormToken viewer={viewer} />
      <TextField
        name="note"
        label="For whom"
        optional
        hint="Only shown here, so that you know which link is whose."
        width="medium"
        maxLength={80}
        value={valueOf(values, 'note')}
        errors={errors}
      />
      <Radios
        name="role"
        label="Role"
        options={roleOptions(roles)}
        value={valueOf(values, 'role')}
        errors={errors}
      />
      <div class="actions">
        <button class="button-primary">Make an invitation</button>
      </div>
    </form>
  </section>
)

const Invitations = ({ viewer, invitations }: PeoplePageProps) =>
  invitations.length === 0 ? null : (
    <section aria-labelledby="invitations">
      <h2 id="invitations">Invitations that wait</h2>
      <ul class="list">
        {invitations.map((invitation) => (
          <li>
            <p>
              <bdi>{invitation.note ?? 'Without a name'}</bdi>, as {invitation.role}
            </p>
            <p class="small muted">
              By <bdi>{invitation.inviter}</bdi>, until <InstantText at={invitation.expiresAt} />
            </p>
            <form method="post" action={paths.revokeInvitation(invitation)}>
              <FormToken viewer={viewer} />
              <button class="button-quiet">Take it back</button>
            </form>
          </li>
        ))}
      </ul>
      <p class="small muted">
        An invitation that is taken back does not come back. Make a new one instead.
      </p>
    </section>
  )

const Log = ({ log }: PeoplePageProps) =>
  log.length === 0 ? null : (
    <section aria-labelledby="log">
      <h2 id="log">What was done to accounts</h2>
      <ol class="list">
        {log.map((event) => (
          <li>
            <bdi>{event.actor}</bdi> <bdi>{event.what}</bdi>
            {event.why !== null && (
              <>
                : <bdi>{event.why}</bdi>
              </>
            )}
            <p class="small muted">
              <InstantText at={event.at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
