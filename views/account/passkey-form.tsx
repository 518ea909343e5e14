import type { Child } from 'hono/jsx'
import type { PasskeySite } from '#server/domain/passkeys.ts'
import { wording } from '../words/wording.ts'

/** Why there are no passkeys at the address of this site. */
export type PasskeyObstacle = Extract<PasskeySite, { ok: false }>

export interface PasskeyFormProps {
  /** What the browser is asked to do, and where the challenge for it comes from. */
  readonly use: { readonly kind: 'create' | 'get'; readonly challenge: string }
  readonly action: string
  /** The field that takes what the passkey signed. */
  readonly field: string
  readonly label: string
  /** Is it the one thing to do on its page? */
  readonly isMain?: boolean
  readonly children?: Child
}

/**
 * A form that a passkey fills in. passkeys.js shows it where the browser can, asks for a challenge, has it
 * signed, and sends the form; what went wrong before that is said in its last line, in words of `data-words`.
 */
export const PasskeyForm = ({ use, isMain = false, ...form }: PasskeyFormProps) => (
  <form
    class="form"
    method="post"
    action={form.action}
    data-passkey={use.kind}
    data-challenge={use.challenge}
    data-words={JSON.stringify(wording().passkeys)}
    hidden
    novalidate
  >
    {form.children}
    <input type="hidden" name={form.field} value="" data-signed />
    <div class="actions">
      <button class={isMain ? 'button-primary' : undefined}>{form.label}</button>
    </div>
    <p role="status" data-says />
  </form>
)

/** What to do instead; passkeys.js takes it away where passkeys work. */
export const WithoutPasskey = ({ children }: { children?: Child }) => (
  <p class="hint" data-without-passkey>
    {children}
  </p>
)

/** Browsers have passkeys for names over https, and for this machine. */
export const WhyNoPasskey = ({
  obstacle,
  children,
}: {
  obstacle: PasskeyObstacle
  children?: Child
}) => (
  <p class="hint">
    {wording().account.passkeyObstacles[obstacle.lacks]}
    {obstacle.instead !== undefined && (
      <> {wording().account.passkeyInstead(<a href={obstacle.instead}>{obstacle.instead}</a>)}</>
    )}{' '}
    {children}
  </p>
)
