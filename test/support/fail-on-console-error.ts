import { afterEach, expect } from 'vitest'

/** What was written with console.error fails the test that wrote it: nobody reads a passing test's output. */
const said: string[] = []
console.error = (...words: unknown[]) => void said.push(words.map(String).join(' '))

afterEach(() => {
  expect(said.splice(0), 'console.error was called').toEqual([])
})
