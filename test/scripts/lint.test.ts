import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'

/** Below db/, so that the planted files belong to the project that types come from. */
const folder = `db/planted-${process.pid}`
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const planted = {
  'forgotten.ts': `import type { Db } from '../connect.ts'
export function forget(db: Db): void {
  db.deleteFrom('session').execute()
}
`,
  'unrun.ts': `import type { Db } from '../connect.ts'
export async function forget(db: Db): Promise<void> {
  await db.deleteFrom('session')
}
`,
  'raw-sql.ts': `import { sql } from 'kysely'
export const order = (by: string) => sql.raw(by)
`,
  'raw-markup.tsx': `import { raw } from 'hono/html'
export const Told = ({ text }: { text: string }) => <p>{raw(text)}</p>
`,
  'set-markup.tsx': `export const Told = ({ text }: { text: string }) => (
  <p dangerouslySetInnerHTML={{ __html: text }} />
)
`,
  'settings.ts': `export const code = () => process.env['CODE']\n`,
  'end.ts': `export const end = () => process.exit(1)\n`,
}

const broken = lintAll()

/** The rules that the linter finds broken, by file; one run for all of them. */
function lintAll(): Map<string, string[]> {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(planted)) writeFileSync(`${folder}/${name}`, text)
  const run = spawnSync('node_modules/.bin/oxlint', ['--type-aware', '-f', 'json', folder])
  const { diagnostics } = JSON.parse(run.stdout.toString()) as {
    diagnostics: { code: string; filename: string }[]
  }
  const rules = new Map<string, string[]>()
  for (const { code, filename } of diagnostics) {
    const name = filename.split('/').at(-1) ?? ''
    rules.set(name, [...(rules.get(name) ?? []), /\(([^)]+)\)/.exec(code)?.[1] ?? code])
  }
  return rules
}

describe('the linter refuses', () => {
  test.each<[string, keyof typeof planted, string]>([
    ['a query that nobody waits for', 'forgotten.ts', 'no-floating-promises'],
    ['a query that is built and never run', 'unrun.ts', 'await-thenable'],
    ['raw SQL', 'raw-sql.ts', 'no-restricted-properties'],
    ['markup that is not escaped', 'raw-markup.tsx', 'no-restricted-imports'],
    ['markup that is set', 'set-markup.tsx', 'no-danger'],
    ['settings read outside env.ts', 'settings.ts', 'no-process-env'],
    ['an end of the process outside main.ts', 'end.ts', 'no-restricted-properties'],
  ])('%s', (_what, name, rule) => {
    expect(broken.get(name)).toEqual([rule])
  })
})
