import { describe, expect, test } from 'vitest'
import { checkImports, findImports, readSources } from '#scripts/imports.ts'

const planted = (files: Record<string, string>): string[] =>
  checkImports(new Map(Object.entries(files)))

describe('who may import whom', () => {
  test('every room keeps to it, and no circle has crept in', async () => {
    const all = await readSources(process.cwd())
    // What lint.test.ts plants for the linter, if it runs at the same time.
    const sources = new Map([...all].filter(([path]) => !path.startsWith('db/planted-')))
    expect(sources.size).toBeGreaterThan(200)
    expect(checkImports(sources)).toEqual([])
  })

  test.each([
    ['server/domain/claims.ts', '#db/connect.ts', 'db/connect.ts'],
    ['views/topic/topic-page.tsx', '#db/queries/topics.ts', 'db/queries/topics.ts'],
    ['views/topic/topic-page.tsx', '#server/http/form.ts', 'server/http/form.ts'],
    ['db/queries/topics.ts', '#server/actions/sign-in.ts', 'server/actions/sign-in.ts'],
    ['server/actions/sign-in.ts', '../http/form.ts', 'server/http/form.ts'],
    ['server/app.tsx', '../scripts/start.ts', 'scripts/start.ts'],
  ])('%s may not import %s', (from, given, to) => {
    expect(planted({ [from]: `import { x } from '${given}'`, [to]: '' })).toEqual([
      `${from} may not import ${to}`,
    ])
  })

  test('kysely and pg stay in db, and rooms that are pure take no clock and no file', () => {
    expect(
      planted({
        'server/routes/a-routes.ts': `import { sql } from 'kysely'`,
        'server/domain/a.ts': `import { readFile } from 'node:fs/promises'`,
      }),
    ).toEqual([
      'server/routes/a-routes.ts may not import the package kysely',
      'server/domain/a.ts may not import the package node:fs/promises',
    ])
  })

  test('an import of a file that is not there is named', () => {
    expect(planted({ 'db/a.ts': `export { b } from './b.ts'` })).toEqual([
      'db/a.ts imports db/b.ts, which is not there',
    ])
  })

  test('a circle is named by the way round; types, gone when it runs, close none', () => {
    expect(
      planted({
        'db/a.ts': `import { b } from './b.ts'\nimport type { D } from './d.ts'`,
        'db/d.ts': `import { a } from './a.ts'`,
        'db/b.ts': `import { c } from '#db/c.ts'`,
        'db/c.ts': ['await import', `('./a.ts')`].join(''),
      }),
    ).toEqual(['a circle: db/a.ts -> db/b.ts -> db/c.ts -> db/a.ts'])
  })

  test('imports are found over several lines, and not in text', () => {
    const text = `import {\n  a,\n  type B,\n} from './b.ts'\nimport './c.ts'\nconst d = ' from "./d.ts"'`
    expect(findImports('db/a.ts', text).map(({ to }) => to)).toEqual(['db/b.ts', 'db/c.ts'])
  })
})
