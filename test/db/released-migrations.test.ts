import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { migrations } from '#db/migrations/index.ts'
import { hashMigrations } from '#scripts/freeze-migrations.ts'

test('a released migration never changes: fix forward with a new one', async () => {
  const list = new URL('released-migrations.json', import.meta.url)
  const released = JSON.parse(await readFile(list, 'utf8')) as Record<string, string>
  expect(await hashMigrations()).toMatchObject(released)
})

test('every migration file is in the list, under its own name and in order', async () => {
  const files = Object.keys(await hashMigrations()).map((name) => name.replace(/\.ts$/, ''))
  expect(Object.keys(migrations)).toEqual(files)
})
