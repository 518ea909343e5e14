import { hash, verify } from '@node-rs/argon2'

/**
 * Argon2id, the library's default variant, as OWASP and ASVS 5.0 V11.4.2 ask for: 19 MiB, two passes, one lane; about 50 ms.
 * @see https://www.rfc-editor.org/rfc/rfc9106
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** So many at once: a flood of sign-ins must take neither the memory nor every thread. */
const MOST_AT_ONCE = 4

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resume) => waiting.push(resume))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }
}

/** What is kept of a password; the salt is new each time. */
export const hashPassword = async (password: string): Promise<string> =>
  await inTurn(async () => await hash(password, COST))

let nobodys: Promise<string> | undefined

/**
 * Is this the password? Takes as long where there is none to compare with, so that time does not tell
 * which accounts exist (ASVS 5.0 V6.3.8).
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const against = kept ?? (await (nobodys ??= hashPassword('nobody has this password')))
  const isSame = await inTurn(async () => await verify(against, password))
  return isSame && kept !== null
}
