import { describe, expect, test } from 'vitest'
import { EnvError, parseEnv } from '#server/env.ts'

function linesOf(env: Record<string, string>): readonly string[] {
  try {
    parseEnv(env)
    return []
  } catch (error) {
    if (error instanceof EnvError) return error.lines
    throw error
  }
}

describe('settings', () => {
  test('none at all take their defaults', () => {
    expect(parseEnv({ HOME: '/root', PATH: '/usr/bin' })).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: `${process.cwd()}/data`,
      LOG_LEVEL: 'info',
      DEMO: true,
      TRUST_PROXY: 0,
      WORKERS: 1,
    })
  })

  test('an empty one is an absent one', () => {
    expect(parseEnv({ PORT: '', DATABASE_URL: '', BASE_URL: '' })).toEqual(parseEnv({}))
  })

  test('given ones are read', () => {
    const secret = 'x'.repeat(32)
    expect(
      parseEnv({
        PORT: '0',
        HOST: '::',
        DATABASE_URL: 'postgresql://gainsay@/gainsay?host=%2Frun%2Fpostgresql',
        DATABASE_REPLICA_URL: 'postgres://u:p@replica:5433/gainsay',
        BASE_URL: 'https://gainsay.example/',
        LOG_LEVEL: 'silent',
        DEMO: '0',
        SESSION_SECRET: secret,
        WORKERS: '4',
        FETCH_FROM: 'Reuters.com, un.org',
        WEBHOOKS_TO: 'Hooks.example.org',
      }),
    ).toMatchObject({
      PORT: 0,
      HOST: '::',
      BASE_URL: 'https://gainsay.example',
      LOG_LEVEL: 'silent',
      DEMO: false,
      SESSION_SECRET: secret,
      WORKERS: 4,
      FETCH_FROM: { hosts: ['reuters.com', 'un.org'] },
      WEBHOOKS_TO: { hosts: ['hooks.example.org'] },
    })
    expect(parseEnv({ FETCH_FROM: '*' }).FETCH_FROM).toEqual({})
  })

  test.each([
    [
      'WEBHOOKS_TO',
      'https://hooks.example.org',
      'WEBHOOKS_TO must be * for every public host, or host names such as hooks.example.org.',
    ],
    [
      'FETCH_FROM',
      '*, reuters',
      'FETCH_FROM must be * for every public host, or host names such as reuters.com,un.org.',
    ],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '80a', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535.'],
    ['HOST', 'a b', 'HOST must be a host name or an address, e.g. 127.0.0.1 or 0.0.0.0.'],
    [
      'DATABASE_URL',
      'mysql://a/b',
      expect.stringMatching(/^DATABASE_URL must be a PostgreSQL address/),
    ],
    [
      'DATABASE_URL',
      'gainsay',
      expect.stringMatching(/^DATABASE_URL must be a PostgreSQL address/),
    ],
    [
      'BASE_URL',
      'gainsay.example',
      expect.stringMatching(/^BASE_URL must be the address people use/),
    ],
    [
      'BASE_URL',
      'https://gainsay.example/sub',
      expect.stringMatching(/^BASE_URL must be the address people use/),
    ],
    [
      'BASE_URL',
      'ftp://gainsay.example',
      expect.stringMatching(/^BASE_URL must be the address people use/),
    ],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be debug, info, warn, error or silent.'],
    ['DEMO', 'no', 'DEMO must be 0 or 1.'],
    ['SESSION_SECRET', 'short', 'SESSION_SECRET must be at least 32 characters.'],
    ['WORKERS', '0', 'WORKERS must be a whole number from 1 to 64.'],
  ])('%s=%s is refused in one line', (name, value, line) => {
    expect(linesOf({ [name]: value })).toEqual([line])
  })

  test('every fault is told at once, and no value with it', () => {
    const lines = linesOf({ PORT: 'x', SESSION_SECRET: 'hush', WORKERS: '-3' })
    expect(lines).toHaveLength(3)
    expect(lines.join()).not.toContain('hush')
  })

  test.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_ULR', 'DATABASE_URL'],
    ['DATADIR', 'DATA_DIR'],
    ['BASE_URLS', 'BASE_URL'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['SESION_SECRET', 'SESSION_SECRET'],
    ['WORKRES', 'WORKERS'],
  ])('%s is asked about: %s?', (given, meant) => {
    expect(linesOf({ [given]: 'x' })).toEqual([`${given} is not a setting; did you mean ${meant}?`])
  })

  test('names of other programs pass', () => {
    expect(
      linesOf({ HOSTNAME: 'a', GHOST: 'a', npm_config_port: '1', LOGNAME: 'a', HOME: '/' }),
    ).toEqual([])
  })

  test('a replica of the embedded database is refused', () => {
    expect(linesOf({ DATABASE_REPLICA_URL: 'postgresql://a/b' })).toEqual([
      'DATABASE_REPLICA_URL needs DATABASE_URL: the embedded database has no replica.',
    ])
  })
})
