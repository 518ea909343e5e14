import { type Actor, type CameBy, type Scope, may } from '#server/domain/access.ts'
import type { PasskeySite } from '#server/domain/passkeys.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { RoleMeaning } from '../people/roles.tsx'
import { ErrorSummary, FormToken } from '../shared/fields.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
import { describeBrowser } from './describe-browser.ts'
import { EmailField, type Filled, NameField, NewPasswordField, PasswordField } from './fields.tsx'
import { Passkeys, type ShownPasskey } from './passkeys.tsx'
import { Tokens } from './tokens.tsx'

export interface ShownSession {
  readonly id: number
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly browser: string | null
  readonly cameBy: CameBy
  readonly isThis: boolean
}

export interface ShownToken {
  readonly id: number
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
  readonly hasEnded: boolean
}

export interface SettingsPageProps extends Filled {
  readonly viewer: Viewer & Actor
  readonly email: string | null
  readonly hasPassword: boolean
  /** Is the password in use asked for before it is replaced? */
  readonly asksForPassword: boolean
  /** Whether this site can have passkeys. */
  readonly passkeySite: PasskeySite
  readonly passkeys: readonly ShownPasskey[]
  readonly sessions: readonly ShownSession[]
  readonly tokens: readonly ShownToken[]
  /** A token made a moment ago: shown this once. */
  readonly madeToken?: string | undefined
  /** What was saved a moment ago. */
  readonly notice?: string | undefined
}

/** Everything about one's own account. */
export const SettingsPage = (props: SettingsPageProps) => (
  <div class="parts">
    <ErrorSummary errors={props.errors} />
    <h1>{wording().account.title}</h1>
    {props.notice !== undefined && (
      <p class="notice" role="status">
        {props.notice}
      </p>
    )}
    <p class="lede">
      {wording().account.yourRole(props.viewer.role, <RoleMeaning role={props.viewer.role} />)}
    </p>
    {!props.hasPassword && props.passkeys.length === 0 && (
      <p class="notice">{wording().account.byLinksSoFar}</p>
    )}
    <Profile {...props} />
    <Password {...props} />
    <Passkeys {...props} />
    <Sessions {...props} />
    <Tokens {...props} />
    {may(props.viewer, 'send webhooks') && <Webhooks />}
  </div>
)

const Webhooks = () => (
  <section aria-labelledby="webhooks">
    <h2 id="webhooks">{wording().account.webhooks}</h2>
    <p>
      {wording().account.webhooksLede} <a href={paths.webhooks}>{wording().account.seeWebhooks}</a>
    </p>
  </section>
)

const Profile = ({ viewer, values, errors }: SettingsPageProps) => (
  <section aria-labelledby="profile">
    <h2 id="profile">{wording().account.profile}</h2>
    <form class="form" method="post" action={paths.settings} novalidate>
      <FormToken viewer={viewer} />
      <NameField values={values} errors={errors} />
      <EmailField values={values} errors={errors} hint={wording().account.emailHint} />
      <div class="actions">
        <button>{wording().account.saveProfile}</button>
      </div>
    </form>
  </section>
)

const Password = ({ viewer, errors, hasPassword, asksForPassword, email }: SettingsPageProps) => (
  <section aria-labelledby="password">
    <h2 id="password">{wording().account.password}</h2>
    <form class="form" method="post" action={paths.changePassword} novalidate>
      <FormToken viewer={viewer} />
      <input type="hidden" autocomplete="username" value={email ?? ''} />
      {asksForPassword && (
        <PasswordField
          name="currentPassword"
          label={wording().account.passwordInUse}
          errors={errors}
        />
      )}
      <NewPasswordField
        errors={errors}
        after={hasPassword ? wording().account.otherSessionsEnd : undefined}
      />
      <div class="actions">
        <button>
          {hasPassword ? wording().account.changePassword : wording().account.setPassword}
        </button>
      </div>
    </form>
  </section>
)

const Sessions = ({ viewer, sessions }: SettingsPageProps) => (
  <section aria-labelledby="sessions">
    <h2 id="sessions">{wording().account.sessions}</h2>
    <ul class="list">
      {sessions.map((session) => (
        <li>
          <p>
            <bdi>{describeBrowser(session.browser)}</bdi>
            {session.isThis && <strong> {wording().account.thisSession}</strong>}
          </p>
          <p class="small muted">
            {wording().account.signedIn(
              session.cameBy,
              <InstantText at={session.createdAt} />,
              <InstantText at={session.lastSeenAt} />,
            )}
          </p>
          {!session.isThis && (
            <form method="post" action={paths.endSession(session)}>
              <FormToken viewer={viewer} />
              <button class="button-quiet">{wording().account.endSession}</button>
            </form>
          )}
        </li>
      ))}
    </ul>
    {sessions.length > 1 && (
      <form method="post" action={paths.endOtherSessions}>
        <FormToken viewer={viewer} />
        <button>{wording().account.endOthers}</button>
      </form>
    )}
    {sessions.length > 1 && <p class="small muted">{wording().account.endingSessions}</p>}
  </section>
)
