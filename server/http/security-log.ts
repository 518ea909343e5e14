import type { AppContext } from './context.ts'
import { networkOf } from './client-network.ts'

/** What the log has to tell of accounts (ASVS 5.0 V16.3): one line each, under these names. */
export type SecurityEvent =
  | 'signed in'
  | 'sign-in failed'
  | 'signed out'
  | 'confirmed'
  | 'confirming failed'
  | 'joined'
  | 'invited'
  | 'invitation taken back'
  | 'password changed'
  | 'passkey added'
  | 'passkey not added'
  | 'passkey removed'
  | 'passkey counter went back'
  | 'profile changed'
  | 'session ended'
  | 'token made'
  | 'token ended'
  | 'role changed'
  | 'account disabled'
  | 'account enabled'
  | 'sign-in link made'
  | 'access to topic changed'
  | 'erasure asked for'
  | 'erasure declined'
  | 'erased'
  | 'webhook added'
  | 'webhook enabled'
  | 'webhook ended'

/** Log who did what to whom, from where, in which request; never a secret, a name or an address. */
export function noteSecurity(
  c: AppContext,
  event: SecurityEvent,
  about: Readonly<Record<string, string | number | undefined>> = {},
): void {
  c.var.log.info(event, {
    security: true,
    requestId: c.var.requestId,
    account: c.var.viewer?.accountId,
    network: networkOf(c),
    ...about,
  })
}
