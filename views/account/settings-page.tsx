import type { Child } from 'hono/jsx'
import type { Actor, CameBy, Scope } from '#server/domain/access.ts'
import type { PasskeySite } from '#server/domain/passkeys.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { RoleMeaning } from '../people/roles.tsx'
import { ErrorSummary, FormToken } from '../shared/fields.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
import { LanguageChoice } from './browser-choices.tsx'
import { SavedInBrowser } from './browser-pages.tsx'
import { describeBrowser } from './describe-browser.ts'
import { EmailField, type Filled, NameField, NewPasswordField, PasswordField } from './fields.tsx'
import { Passkeys, type ShownPasskey } from './passkeys.tsx'
import { SettingsNavigation, type SettingsSection } from './settings-navigation.tsx'
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
  /** Was a choice saved a moment ago that a cookie keeps? */
  readonly isSavedInBrowser?: boolean | undefined
}

/** What lets one in: password, passkeys, and where one is signed in. */
export const AccountPage = (props: SettingsPageProps) => (
  <Page {...props} section="account" title={wording().account.title}>
    <p class="lede">
      {wording().account.yourRole(props.viewer.role, <RoleMeaning role={props.viewer.role} />)}
    </p>
    {!props.hasPassword && props.passkeys.length === 0 && (
      <p class="notice">
        {wording().account.byLinksSoFar((words) => (
          <a href={paths.profile}>{words}</a>
        ))}
      </p>
    )}
    <Password {...props} />
    <Passkeys {...props} />
    <Sessions {...props} />
  </Page>
)

/** How one is named, and the language that one is spoken to in. */
export const ProfilePage = (props: SettingsPageProps) => (
  <Page {...props} section="profile" title={wording().settings.profile}>
    <SavedInBrowser isSaved={props.isSavedInBrowser === true} />
    <p class="lede">{wording().settings.profileLede}</p>
    <Profile {...props} />
    <LanguageChoice viewer={props.viewer} page={paths.profile} />
  </Page>
)

/** What programs act with in one's name. */
export const TokensPage = (props: SettingsPageProps) => (
  <Page {...props} section="tokens" title={wording().account.tokens}>
    <Tokens {...props} />
  </Page>
)

const Page = ({
  section,
  title,
  children,
  ...props
}: SettingsPageProps & { section: SettingsSection; title: string; children?: Child }) => (
  <div class="parts">
    <ErrorSummary errors={props.errors} />
    <h1>{title}</h1>
    <SettingsNavigation viewer={props.viewer} current={section} />
    {props.notice !== undefined && (
      <p class="notice" role="status">
        {props.notice}
      </p>
    )}
    {children}
  </div>
)

const Profile = ({ viewer, values, errors }: SettingsPageProps) => (
  <section aria-labelledby="profile">
    <h2 id="profile">{wording().account.profile}</h2>
    <form class="form" method="post" action={paths.profile} novalidate>
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
