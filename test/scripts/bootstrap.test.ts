import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** What tsx does for us, without types: let Node load a .ts file. */
const tsx = `import { readFileSync } from 'node:fs'
import { register as add } from 'node:module'
const load = 'import { readFileSync } from "node:fs"; export const load = (url, context, next) =>' +
  ' url.endsWith(".ts") ? { format: "module", shortCircuit: true, source: readFileSync(new URL(url)) } : next(url, context)'
export const register = () => add('data:text/javascript,' + encodeURIComponent(load))`

/** A checkout with one command, and an npm that notes each install. */
let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gainsay-bootstrap-'))
  await mkdir(join(root, 'scripts'))
  await cp('scripts/bootstrap.mjs', join(root, 'scripts/bootstrap.mjs'))
  await writeFile(join(root, 'package.json'), '{"type": "module"}')
  await writeFile(join(root, 'package-lock.json'), '{"lockfileVersion": 3}')
  await writeFile(
    join(root, 'scripts/greet.ts'),
    `console.log('hello ' + process.argv.slice(2).join(' ')); process.exitCode = 7`,
  )
  await writeFile(
    join(root, 'npm.js'),
    `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
console.log('npm chatters')
appendFileSync('installs', process.argv.slice(2, 3) + '\\n')
await new Promise((resolve) => setTimeout(resolve, 300))
if (process.env.NPM_FAILS) process.exit(1)
mkdirSync('node_modules/tsx', { recursive: true })
writeFileSync('node_modules/tsx/package.json', '{"type": "module", "exports": {"./esm/api": "./api.js"}}')
writeFileSync('node_modules/tsx/api.js', \`${tsx}\`)`,
  )
})
afterEach(async () => await rm(root, { recursive: true, force: true }))

async function run(args: readonly string[], env = {}) {
  const child = spawn(process.execPath, [join(root, 'scripts/bootstrap.mjs'), ...args], {
    env: { PATH: process.env['PATH'], npm_execpath: join(root, 'npm.js'), ...env },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { out, err, code }
}

const installs = async () => await readFile(join(root, 'installs'), 'utf8').catch(() => '')

test('a bare checkout is installed once, then runs the command with its arguments and code', async () => {
  const first = await run(['greet', '--loud', 'you'])
  expect([first.out, first.code]).toEqual(['hello --loud you\n', 7])
  expect(first.err).toContain('Installing packages (npm ci); this happens once.\nnpm chatters')
  const second = await run(['greet'])
  expect(second).toEqual({ out: 'hello \n', err: '', code: 7 })
  expect(await installs()).toBe('ci\n')
})

test('a changed lock file installs again', async () => {
  await run(['greet'])
  await writeFile(join(root, 'package-lock.json'), '{"lockfileVersion": 3, "packages": {}}')
  await run(['greet'])
  expect(await installs()).toBe('ci\nci\n')
})

test('of three commands at once, one installs and the others wait', async () => {
  const runs = await Promise.all([run(['greet']), run(['greet']), run(['greet'])])
  expect(runs.map(({ out }) => out)).toEqual(['hello \n', 'hello \n', 'hello \n'])
  expect(await installs()).toBe('ci\n')
})

test('an install that fails says so and runs nothing', async () => {
  const { out, err, code } = await run(['greet'], { NPM_FAILS: '1' })
  expect([out, code]).toEqual(['', 69])
  expect(err).toContain('The packages could not be installed')
})

test.each([[[]], [['../evil']], [['nothing']]])('%j is no command', async (args) => {
  const { err, code } = await run(args)
  expect(code).toBe(64)
  expect(err).toMatch(/^There is no command /)
})
