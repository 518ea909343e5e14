import { createHash } from 'node:crypto'

/** What the database keeps of a token, so that a stolen copy of it lets nobody in. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A session's, a link's or an invitation's token: 256 bits in base64url. */
export const SECRET_TOKEN = /^[\w-]{43}$/

/** Tokens for programs begin with this, so that one that leaks is recognised by scanners of secrets. */
export const API_TOKEN_PREFIX = 'gainsay_'
