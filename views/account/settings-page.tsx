import { type Actor, type CameBy, type Scope, may } from '#server/domain/access.ts'
import type { PasskeySite } from '#server/domain/passkeys.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { RoleMeaning } from '../people/roles.tsx'
import { ErrorSummary, FormToken } from '../shared/fields.tsx'
import { InstantText } from '../shared/date-text.tsx'
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
    <h1>Your account</h1>
    {props.notice !== undefined && (
      <p class="notice" role="status">
        {props.notice}
      </p>
    )}
    <p class="lede">
      Your role is {props.viewer.role}. <RoleMeaning role={props.viewer.role} />
    </p>
    {!props.hasPassword && props.passkeys.length === 0 && (
      <p class="notice">
        You sign in by links so far. Give an address and a password below, or add a passkey, to sign
        in without one.
      </p>
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
    <h2 id="webhooks">Webhooks</h2>
    <p>
      What happens in a topic can be sent to a program of yours as it happens.{' '}
      <a href={paths.webhooks}>See your webhooks</a>
    </p>
  </section>
)

const Profile = ({ viewer, values, errors }: SettingsPageProps) => (
  <section aria-labelledby="profile">
    <h2 id="profile">Name and address</h2>
    <form class="form" method="post" action={paths.settings} novalidate>
      <FormToken viewer={viewer} />
      <NameField values={values} errors={errors} />
      <EmailField
        values={values}
        errors={errors}
        hint="You sign in with it. Readers never see it."
      />
      <div class="actions">
        <button>Save name and address</button>
      </div>
    </form>
  </section>
)

const Password = ({ viewer, errors, hasPassword, asksForPassword, email }: SettingsPageProps) => (
  <section aria-labelledby="password">
    <h2 id="password">Password</h2>
    <form class="form" method="post" action={paths.changePassword} novalidate>
      <FormToken viewer={viewer} />
      <input type="hidden" autocomplete="username" value={email ?? ''} />
      {asksForPassword && (
        <PasswordField name="currentPassword" label="Password in use" errors={errors} />
      )}
      <NewPasswordField
        errors={errors}
        after={hasPassword ? 'Every other session of yours ends.' : undefined}
      />
      <div class="actions">
        <button>{hasPassword ? 'Change the password' : 'Set a password'}</button>
      </div>
    </form>
  </section>
)

const cameByWords: Readonly<Record<CameBy, string>> = {
  link: 'by a sign-in link',
  invitation: 'by an invitation',
  password: 'with a password',
  passkey: 'with a passkey',
}

const Sessions = ({ viewer, sessions }: SettingsPageProps) => (
  <section aria-labelledby="sessions">
    <h2 id="sessions">Where you are signed in</h2>
    <ul class="list">
      {sessions.map((session) => (
        <li>
          <p>
            <bdi>{describeBrowser(session.browser)}</bdi>
            {session.isThis && <strong> (this one)</strong>}
          </p>
          <p class="small muted">
            Signed in {cameByWords[session.cameBy]} on <InstantText at={session.createdAt} />, last
            used <InstantText at={session.lastSeenAt} />
          </p>
          {!session.isThis && (
            <form method="post" action={paths.endSession(session)}>
              <FormToken viewer={viewer} />
              <button class="button-quiet">End this session</button>
            </form>
          )}
        </li>
      ))}
    </ul>
    {sessions.length > 1 && (
      <form method="post" action={paths.endOtherSessions}>
        <FormToken viewer={viewer} />
        <button>End all others</button>
      </form>
    )}
    {sessions.length > 1 && (
      <p class="small muted">Ending one cannot be undone. Sign in there again instead.</p>
    )}
  </section>
)
