import { SCOPES } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import { Checkboxes, FormToken, Select, TextField, valueOf } from '../shared/fields.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
import { LastUsed } from './last-used.tsx'
import type { SettingsPageProps, ShownToken } from './settings-page.tsx'

export const TOKEN_DAYS = [30, 90, 365] as const

/** Tokens by which programs act for somebody, never for more than they may do themselves. */
export const Tokens = (props: SettingsPageProps) => (
  <div class="stack">
    <p>{wording().account.tokensLede(<code>Authorization: Bearer</code>)}</p>
    {props.madeToken !== undefined && (
      <p class="notice" role="status">
        {wording().account.tokenOnce(<code class="secret">{props.madeToken}</code>)}
      </p>
    )}
    {props.tokens.length > 0 && (
      <ul class="list">
        {props.tokens.map((token) => (
          <Token token={token} viewer={props.viewer} />
        ))}
      </ul>
    )}
    {props.tokens.length > 0 && <p class="small muted">{wording().account.endingTokens}</p>}
    <NewToken {...props} />
  </div>
)

const Token = ({ token, viewer }: { token: ShownToken } & Pick<SettingsPageProps, 'viewer'>) => (
  <li>
    <p>
      <bdi>{token.name}</bdi>: {scopesOf(token)}
      {token.hasEnded && <strong> {wording().account.tokenEnded}</strong>}
    </p>
    <p class="small muted">
      {wording().account.tokenTimes(
        <InstantText at={token.createdAt} />,
        <InstantText at={token.expiresAt} />,
        <LastUsed at={token.lastUsedAt} />,
      )}
    </p>
    <form method="post" action={paths.endApiToken(token)}>
      <FormToken viewer={viewer} />
      <button class="button-quiet">
        {token.hasEnded
          ? wording().account.removeToken(token.name)
          : wording().account.endToken(token.name)}
      </button>
    </form>
  </li>
)

const scopesOf = ({ scopes }: ShownToken): string =>
  scopes.map((scope) => wording().account.scopeNames[scope]).join(wording().explanations.comma)

const NewToken = ({ viewer, values, errors }: SettingsPageProps) => (
  <form class="form" method="post" action={paths.apiTokens} novalidate>
    <FormToken viewer={viewer} />
    <TextField
      name="tokenName"
      label={wording().account.tokenName}
      width="medium"
      maxLength={80}
      value={valueOf(values, 'tokenName')}
      errors={errors}
    />
    <Checkboxes
      name="scopes"
      label={wording().account.tokenScopes}
      options={SCOPES.map((value) => ({ value, label: wording().account.scopes[value] }))}
      values={values.get('scopes') ?? []}
      errors={errors}
    />
    <Select
      name="days"
      label={wording().account.tokenDays}
      options={TOKEN_DAYS.map((days) => ({
        value: String(days),
        label: wording().counts.days(days),
      }))}
      value={valueOf(values, 'days') || '90'}
      errors={errors}
    />
    <div class="actions">
      <button>{wording().account.makeToken}</button>
    </div>
  </form>
)
