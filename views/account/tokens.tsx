import { SCOPES, type Scope } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import { Checkboxes, FormToken, Select, TextField, valueOf } from '../shared/fields.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { LastUsed } from './last-used.tsx'
import type { SettingsPageProps, ShownToken } from './settings-page.tsx'

const scopeWords: Readonly<Record<Scope, string>> = {
  read: 'Read what you may read, private topics too',
  record: 'Record and change claims and sources',
  review: 'Review contradictions',
}

export const TOKEN_DAYS = [30, 90, 365] as const

/** Tokens by which programs act for somebody, never for more than they may do themselves. */
export const Tokens = (props: SettingsPageProps) => (
  <section aria-labelledby="tokens">
    <h2 id="tokens">Tokens for programs</h2>
    <p>
      A program that sends <code>Authorization: Bearer</code> and a token acts in your name, within
      what you choose here and what your role allows at the time.
    </p>
    {props.madeToken !== undefined && (
      <p class="notice" role="status">
        This is the token. It is shown this once: <code class="secret">{props.madeToken}</code>
      </p>
    )}
    {props.tokens.length > 0 && (
      <ul class="list">
        {props.tokens.map((token) => (
          <Token token={token} viewer={props.viewer} />
        ))}
      </ul>
    )}
    {props.tokens.length > 0 && (
      <p class="small muted">Ending one cannot be undone. Make a new one instead.</p>
    )}
    <NewToken {...props} />
  </section>
)

const Token = ({ token, viewer }: { token: ShownToken } & Pick<SettingsPageProps, 'viewer'>) => (
  <li>
    <p>
      <bdi>{token.name}</bdi>: {token.scopes.join(', ')}
      {token.hasEnded && <strong> (ended)</strong>}
    </p>
    <p class="small muted">
      Made <InstantText at={token.createdAt} />, ends <InstantText at={token.expiresAt} />,{' '}
      <LastUsed at={token.lastUsedAt} />
    </p>
    <form method="post" action={paths.endApiToken(token)}>
      <FormToken viewer={viewer} />
      <button class="button-quiet">
        {token.hasEnded ? 'Remove' : 'End'}
        <span class="visually-hidden"> {token.name}</span>
      </button>
    </form>
  </li>
)

const NewToken = ({ viewer, values, errors }: SettingsPageProps) => (
  <form class="form" method="post" action={paths.apiTokens} novalidate>
    <FormToken viewer={viewer} />
    <TextField
      name="tokenName"
      label="What it is for"
      width="medium"
      maxLength={80}
      value={valueOf(values, 'tokenName')}
      errors={errors}
    />
    <Checkboxes
      name="scopes"
      label="What it may do"
      options={SCOPES.map((value) => ({ value, label: scopeWords[value] }))}
      values={values.get('scopes') ?? []}
      errors={errors}
    />
    <Select
      name="days"
      label="Ends after"
      options={TOKEN_DAYS.map((days) => ({ value: String(days), label: `${days} days` }))}
      value={valueOf(values, 'days') || '90'}
      errors={errors}
    />
    <div class="actions">
      <button>Make a token</button>
    </div>
  </form>
)
