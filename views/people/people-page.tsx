import type { Actor, Role } from '#server/domain/access.ts'
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
import { AdminNavigation } from '../admin/admin-navigation.tsx'
import { DoneNotice } from '../shared/done-notice.tsx'
import { DateText, InstantText } from '../shared/date-text.tsx'
import { translated } from '../words/messages.ts'
import { wording } from '../words/wording.ts'
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
  readonly viewer: Viewer & Actor
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
    <h1>{wording().people.title}</h1>
    <AdminNavigation viewer={props.viewer} current="people" />
    <p class="lede">
      {wording().people.lede(props.accounts.filter((a) => a.disabledAt === null).length)}
    </p>
    {props.madeLink !== undefined && <MadeLink address={props.madeLink} to="invitation" />}
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
      of: wording().people.disabling(account.name),
    }}
    viewer={viewer}
  >
    <p>{wording().people.disabled(<bdi>{account.name}</bdi>)}</p>
  </DoneNotice>
)

const Accounts = ({ accounts, canManage }: PeoplePageProps) => (
  <div class="scroll" role="region" tabindex={0} aria-labelledby="accounts">
    <table class="table">
      <caption id="accounts">{wording().people.accounts}</caption>
      <thead>
        <tr>
          <th scope="col">{wording().people.name}</th>
          <th scope="col">{wording().people.role}</th>
          <th scope="col">{wording().people.recorded}</th>
          <th scope="col">{wording().people.reviewed}</th>
          <th scope="col">{wording().people.lastSeen}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr>
            <th scope="row">
              <AccountName account={account} isLink={canManage} />
            </th>
            <td>{wording().people.roleOf(account.role, account.disabledAt !== null)}</td>
            <td>{wording().counts.claims(account.claims)}</td>
            <td>{wording().counts.reviews(account.reviews)}</td>
            <td>
              {account.lastSeenAt === null ? (
                wording().people.notSignedIn
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
    <h2 id="invite">{wording().people.invite}</h2>
    <p>{wording().people.inviteLede}</p>
    <form class="form" method="post" action={paths.people} novalidate>
      <FormToken viewer={viewer} />
      <TextField
        name="note"
        label={wording().people.forWhom}
        optional
        hint={wording().people.forWhomHint}
        width="medium"
        maxLength={80}
        value={valueOf(values, 'note')}
        errors={errors}
      />
      <Radios
        name="role"
        label={wording().people.role}
        options={roleOptions(roles)}
        value={valueOf(values, 'role')}
        errors={errors}
      />
      <div class="actions">
        <button class="button-primary">{wording().people.makeInvitation}</button>
      </div>
    </form>
  </section>
)

const Invitations = ({ viewer, invitations }: PeoplePageProps) =>
  invitations.length === 0 ? null : (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{wording().people.invitations}</h2>
      <ul class="list">
        {invitations.map((invitation) => (
          <li>
            <p>
              {wording().people.invitedAs(
                <bdi>{invitation.note ?? wording().people.withoutName}</bdi>,
                invitation.role,
              )}
            </p>
            <p class="small muted">
              {wording().people.invitedBy(
                <bdi>{invitation.inviter}</bdi>,
                <InstantText at={invitation.expiresAt} />,
              )}
            </p>
            <form method="post" action={paths.revokeInvitation(invitation)}>
              <FormToken viewer={viewer} />
              <button class="button-quiet">{wording().people.takeBack}</button>
            </form>
          </li>
        ))}
      </ul>
      <p class="small muted">{wording().people.takingBack}</p>
    </section>
  )

const Log = ({ log }: PeoplePageProps) =>
  log.length === 0 ? null : (
    <section aria-labelledby="log">
      <h2 id="log">{wording().people.log}</h2>
      <ol class="list">
        {log.map((event) => (
          <li>
            {wording().people.logged(
              <bdi>{event.actor}</bdi>,
              <bdi>{translated(event.what)}</bdi>,
              event.why === null ? undefined : <bdi>{event.why}</bdi>,
            )}
            <p class="small muted">
              <InstantText at={event.at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
