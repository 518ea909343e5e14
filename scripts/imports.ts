import { readdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'

/** What a room may import: rooms of ours by the start of their path, and packages by name. */
interface Room {
  readonly at: string
  readonly ours: readonly string[]
  readonly packages: readonly string[]
}

const domain = 'server/domain/'
const paths = 'server/paths.ts'
const web = 'server/web/'
const views = ['views/', domain, paths]

/**
 * Who may import whom (ARCHITECTURE.md). The first room that a file is in counts. `node:` modules are
 * a package here, and the pure rooms have none.
 */
const rooms: readonly Room[] = [
  {
    at: domain,
    ours: [domain],
    packages: [
      '@zxcvbn-ts/core',
      '@zxcvbn-ts/language-common',
      'approx-string-match',
      'zod',
      'diff',
      'edtf',
      'node:crypto',
    ],
  },
  { at: 'server/text/', ours: ['server/text/', domain], packages: ['node:fs', 'node:zlib'] },
  { at: paths, ours: [domain], packages: [] },
  { at: web, ours: [web], packages: ['ipaddr.js', 'node:*'] },
  { at: 'server/start-worker.ts', ours: [], packages: ['tsx', 'node:*'] },
  {
    at: 'server/documents/',
    ours: ['server/documents/', 'server/start-worker.ts', web, domain],
    packages: ['@mozilla/readability', 'fflate', 'franc-min', 'linkedom', 'unpdf', 'node:*'],
  },
  {
    at: 'server/pictures/',
    ours: ['server/pictures/', 'server/start-worker.ts', 'views/card/card.ts', domain],
    packages: ['@resvg/resvg-wasm', 'bidi-js', 'harfbuzzjs', 'wawoff2', 'node:*'],
  },
  {
    at: 'server/jobs/',
    ours: ['server/jobs/', 'server/http/log.ts', 'views/feed/', web, domain, paths, 'db/'],
    packages: ['node:*'],
  },
  {
    at: 'server/actions/',
    ours: ['server/actions/', domain, 'server/text/', 'db/'],
    packages: ['@node-rs/argon2', '@simplewebauthn/server', 'zod', 'node:*'],
  },
  {
    at: 'server/http/',
    ours: [
      'server/http/',
      'views/layout/',
      'views/shared/',
      'views/words/',
      domain,
      paths,
      'db/connect.ts',
      'db/once.ts',
      'db/queries/',
    ],
    packages: ['hono', 'ipaddr.js', 'zod', 'node:*'],
  },
  {
    at: 'server/routes/',
    ours: [
      'server/routes/',
      'server/http/',
      'server/actions/',
      'server/documents/',
      'server/pictures/',
      'server/text/',
      web,
      'db/',
      ...views,
    ],
    packages: ['hono', 'zod', 'node:*'],
  },
  {
    at: 'server/app.tsx',
    ours: ['server/routes/', 'server/http/', 'views/layout/'],
    packages: ['hono'],
  },
  { at: 'server/', ours: ['server/', 'db/'], packages: ['zod', '@hono/node-server', 'node:*'] },
  { at: 'db/', ours: ['db/', domain], packages: ['kysely', 'pg', 'zod', 'node:*'] },
  { at: 'views/', ours: views, packages: ['hono', 'node:*'] },
  {
    at: 'scripts/bench/',
    ours: ['scripts/', 'server/', 'db/'],
    packages: ['playwright-core', 'node:*'],
  },
  {
    at: 'scripts/',
    ours: ['scripts/', 'server/', 'db/'],
    packages: ['node:*', 'tsx', 'wink-nlp', 'wink-eng-lite-web-model'],
  },
  { at: 'test/', ours: ['test/', 'server/', 'views/', 'db/', 'scripts/'], packages: ['*'] },
]

interface Import {
  readonly from: string
  readonly to: string
  /** Of ours, as a path from the root; false for a package. */
  readonly isOurs: boolean
  /** Gone before the program runs: it can close no circle. */
  readonly isType: boolean
}

/** What names another file: imports, re-exports, and imports at run time. */
const patterns = [
  /^import\s+(?:[\w\s{},*$]+?\sfrom\s+)?['"]([^'"\n]+)['"]/gm,
  /^export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"]([^'"\n]+)['"]/gm,
  /\bimport\(\s*['"]([^'"\n]+)['"]/g,
]

/** Every import of a file's text. */
export function findImports(file: string, text: string): Import[] {
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)])
  return found.map(([statement, given = '']) => {
    const isType = /^(import|export)\s+type\s/.test(statement)
    if (given.startsWith('#')) return { from: file, to: given.slice(1), isOurs: true, isType }
    if (!given.startsWith('.')) return { from: file, to: given, isOurs: false, isType }
    return { from: file, to: posix.join(posix.dirname(file), given), isOurs: true, isType }
  })
}

/**
 * What is wrong with the imports of these files, one line each: across rooms that may not, of a file
 * that is not there, or round in a circle.
 * @param files - text by path from the root, with forward slashes
 */
export function checkImports(files: ReadonlyMap<string, string>): string[] {
  const imports = [...files].flatMap(([file, text]) => findImports(file, text))
  return [...imports.flatMap((each) => refuse(each, files)), ...findCircles(imports)]
}

function refuse({ from, to, isOurs }: Import, files: ReadonlyMap<string, string>): string[] {
  const room = rooms.find(({ at }) => from.startsWith(at))
  if (room === undefined) return [`${from} is in no room that we know`]
  if (!isOurs) {
    const fits = (name: string): boolean =>
      name === '*' ||
      to === name ||
      to.startsWith(`${name}/`) ||
      (name === 'node:*' && to.startsWith('node:'))
    return room.packages.some(fits) ? [] : [`${from} may not import the package ${to}`]
  }
  if (!files.has(to)) return [`${from} imports ${to}, which is not there`]
  return room.ours.some((start) => to.startsWith(start)) ? [] : [`${from} may not import ${to}`]
}

/** Each circle once, named by the way round. */
function findCircles(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>()
  for (const { from, to, isOurs, isType } of imports)
    if (isOurs && !isType) targets.set(from, [...(targets.get(from) ?? []), to])
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, way: readonly string[]): void => {
    const since = way.indexOf(file)
    if (since >= 0) circles.push(`a circle: ${[...way.slice(since), file].join(' -> ')}`)
    if (since >= 0 || done.has(file)) return
    for (const to of targets.get(file) ?? []) visit(to, [...way, file])
    done.add(file)
  }
  for (const file of targets.keys()) visit(file, [])
  return circles
}

/** Every source file of the project, by path from the root. */
export async function readSources(root: string): Promise<Map<string, string>> {
  const sources = new Map<string, string>()
  for (const folder of ['server', 'views', 'db', 'scripts', 'test']) {
    for (const entry of await readdir(join(root, folder), {
      recursive: true,
      withFileTypes: true,
    })) {
      if (!entry.isFile() || !/\.(tsx?|mjs)$/.test(entry.name)) continue
      const file = join(entry.parentPath, entry.name)
      sources.set(file.slice(join(root, 'x').length - 1), await readFile(file, 'utf8'))
    }
  }
  return sources
}
