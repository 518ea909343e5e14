import { resolve } from 'node:path'
import { z } from 'zod'

/** Settings that stop the start: one line each, naming the variable and what it must be. */
export class EnvError extends Error {
  override readonly name = 'EnvError'
  readonly lines: readonly string[]
  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((n) => n >= least && n <= most, `must be a whole number from ${least} to ${most}`)

const isUrl = (text: string, protocols: readonly string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol)

/** A socket's URL has no host, which URL does not take: `postgresql://user@/database?host=/folder`. */
const isPostgresUrl = (text: string): boolean =>
  isUrl(text.replace('@/', '@localhost/'), ['postgres:', 'postgresql:'])

const postgresUrl = z
  .string()
  .refine(
    isPostgresUrl,
    'must be a PostgreSQL address, e.g. postgresql://user:password@host/database',
  )

const isOrigin = (text: string): boolean =>
  isUrl(text, ['http:', 'https:']) && new URL(text).origin === text.replace(/\/$/, '')

const isHostList = (text: string): boolean =>
  text.trim() === '*' || text.split(',').every((host) => HOST_NAME.test(host.trim()))

const HOST_NAME = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d-]{2,}$/i

/** `*` for every public host, which is no list; or names. */
const hostList = (example: string) =>
  z
    .string()
    .refine(isHostList, `must be * for every public host, or host names such as ${example}`)
    .transform((text): { readonly hosts?: readonly string[] } =>
      text.trim() === '*'
        ? {}
        : { hosts: text.split(',').map((host) => host.trim().toLowerCase()) },
    )

/** Every setting, by the name of its variable; an absent one takes its default. */
const Settings = z.object({
  PORT: whole(0, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an address, e.g. 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((folder) => resolve(folder)),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URL: postgresUrl.optional(),
  BASE_URL: z
    .string()
    .refine(
      isOrigin,
      'must be the address people use, without a path, e.g. https://gainsay.example',
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be debug, info, warn, error or silent',
    })
    .default('info'),
  DEMO: z
    .enum(['0', '1'], { error: 'must be 0 or 1' })
    .default('1')
    .transform((digit) => digit === '1'),
  FETCH_FROM: hostList('reuters.com,un.org').optional(),
  WEBHOOKS_TO: hostList('hooks.example.org').optional(),
  TRUST_PROXY: whole(0, 9).default(0),
  SESSION_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  WORKERS: whole(1, 64).default(1),
})

/** What the program was told, checked. `DATA_DIR` is absolute; no `DATABASE_URL` means embedded. */
export type Settings = z.output<typeof Settings>

/**
 * Read the settings once, at the start. An empty value counts as absent.
 * @throws {EnvError} for a value that cannot be, and for a name that is nearly one of ours
 */
export function parseEnv(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(given)
  const lines = [
    ...misspelt(Object.keys(given)),
    ...(parsed.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}.`) ?? []),
    ...(parsed.success ? contradictions(parsed.data) : []),
  ]
  if (lines.length > 0 || !parsed.success) throw new EnvError(lines)
  return parsed.data
}

const names = Object.keys(Settings.shape)

/** Programs for other purposes use names near the short ones of ours. */
const others = new Set(['HOSTS', 'GHOST', 'SPORT', 'POST', 'PORTS', 'WORKER', 'DEMOS', 'MEMO'])

const misspelt = (given: readonly string[]): string[] =>
  given.flatMap((name) => {
    if (names.includes(name) || others.has(name)) return []
    const meant = names.find((ours) => isNearly(name, ours))
    return meant === undefined ? [] : [`${name} is not a setting; did you mean ${meant}?`]
  })

const contradictions = (settings: Settings): string[] => {
  if (settings.DATABASE_REPLICA_URL === undefined || settings.DATABASE_URL !== undefined) return []
  return ['DATABASE_REPLICA_URL needs DATABASE_URL: the embedded database has no replica.']
}

/** One letter more, less or other, or two neighbours swapped. */
function isNearly(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  )
}
