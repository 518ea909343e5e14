/**
 * Stands in front of every npm script: `node scripts/bootstrap.mjs NAME ARGUMENTS...` installs what is
 * missing, then runs scripts/NAME.ts in this same process, so that signals and exit codes are its own.
 *
 * Plain JavaScript with built-ins only, since before the install there is nothing else. Writes to
 * standard error alone: standard output belongs to the command.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.gainsay-installed')
const say = (line) => process.stderr.write(`${line}\n`)

refuseOldNode()
const [name, ...rest] = process.argv.slice(2)
if (!/^[a-z-]+$/.test(name ?? '') || !existsSync(join(root, 'scripts', `${name}.ts`))) {
  say(`There is no command ${name ?? '(none given)'}; see "scripts" in package.json.`)
  process.exit(64)
}
await installOnce()
await hand(name, rest)

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  say(
    `Gainsay needs Node 20.19 or later; this is ${process.versions.node}. See https://nodejs.org.`,
  )
  process.exit(69)
}

/** `npm ci`, unless node_modules is from the present lock file; of several commands at once, one installs. */
async function installOnce() {
  if (isInstalled()) return
  const lock = join(tmpdir(), `gainsay-install-${hash(root).slice(0, 16)}`)
  await takeTurn(lock)
  const ok = isInstalled() || (await install())
  rmSync(lock, { recursive: true, force: true })
  if (ok) return
  say(
    'The packages could not be installed: npm ci failed, see above. Is the npm registry reachable?',
  )
  process.exit(69)
}

function isInstalled() {
  if (!existsSync(modules)) return false
  const wanted = readFileSync(join(root, 'package-lock.json'))
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === hash(wanted)
  // Installed by hand: npm notes what it did in a lock file of its own.
  const own = join(modules, '.package-lock.json')
  return (
    existsSync(own) && statSync(own).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  )
}

async function takeTurn(lock) {
  let told = false
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true })
    else if (!told) say('Waiting for another command to install the packages.')
    told = true
    await sleep(200)
  }
}

/** Left by a process that is gone; one that names no process yet gets a moment to do so. */
function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
    process.kill(pid, 0)
    return false
  } catch (error) {
    if (error.code !== 'ENOENT') return error.code === 'ESRCH'
    const { mtimeMs } = statSync(lock, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() }
    return Date.now() - mtimeMs > 5000
  }
}

async function install() {
  say('Installing packages (npm ci); this happens once.')
  const npm = process.env.npm_execpath
  const options = ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
  const [command, args] = npm?.endsWith('.js')
    ? [process.execPath, [npm, ...options]]
    : ['npm', options]
  // The command's standard output goes to our standard error.
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(127))
    child.once('close', resolve)
  })
  if (code !== 0) return false
  writeFileSync(stamp, hash(readFileSync(join(root, 'package-lock.json'))))
  return true
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex')
}

/** Run the command as if Node had been started with it. */
async function hand(command, args) {
  const script = join(root, 'scripts', `${command}.ts`)
  process.argv = [process.argv[0], script, ...args]
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(script).href)
}
