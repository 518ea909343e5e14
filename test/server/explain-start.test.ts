import { expect, test } from 'vitest'
import { EmbeddedError } from '#db/embedded-binaries.ts'
import { MigrationError, NewerSchemaError } from '#db/migrate.ts'
import { EnvError } from '#server/env.ts'
import { explainStart } from '#server/explain-start.ts'

const system = (code: string, rest: object = {}) =>
  Object.assign(new Error(`${code} it said`), { code, ...rest })

test.each([
  [new EnvError(['PORT must be.', 'DEMO must be.']), ['PORT must be.', 'DEMO must be.'], 78],
  [new EmbeddedError('In use by 4711.', { inUse: true }), ['In use by 4711.'], 2],
  [new EmbeddedError('No package.'), ['No package.'], 1],
  [new NewerSchemaError(['later']), [expect.stringContaining('it has the migration later')], 3],
  [new MigrationError('Migration a failed'), [expect.stringContaining('Migration a failed')], 4],
  [
    system('EADDRINUSE', { address: '::1', port: 80 }),
    [expect.stringContaining('Port 80 of ::1 is in use')],
    1,
  ],
  [system('EACCES', { syscall: 'listen', port: 80 }), [expect.stringContaining('Set PORT')], 1],
  [system('ENOSPC'), [expect.stringContaining('Set DATA_DIR')], 1],
])('%s ends the start in lines that help', (error, lines, code) => {
  expect(explainStart(error, undefined)).toEqual({ lines, code })
})

test.each([
  ['ECONNREFUSED', { syscall: 'connect' }],
  ['ENOTFOUND', { syscall: 'getaddrinfo' }],
  ['28P01', {}],
  ['3D000', {}],
])('a database that answers %s is named without its password', (code, rest) => {
  const { lines } = explainStart(system(code, rest), 'postgresql://me:hush@db.example/gainsay')
  expect(lines).toEqual([
    `The database at postgresql://me@db.example/gainsay cannot be used: ${code} it said.`,
  ])
})

test('what nobody foresaw is told whole, for whoever mends it', () => {
  expect(explainStart(new TypeError('odd'), undefined).lines[0]).toMatch(/TypeError: odd\n +at/)
})
