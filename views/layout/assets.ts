import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/**
 * The files a page may ask for: read once when the process starts, named by their content, and known
 * by a fixed list, so that no request ever walks a folder. The stylesheet is kept in readable parts
 * and served as one file.
 */
export interface Asset {
  readonly address: string
  readonly type: string
  readonly body: Buffer
  /** Worth compressing; woff2 already is. */
  readonly compressible: boolean
}

const folder = new URL('../assets/', import.meta.url)
const read = (name: string): Buffer => readFileSync(new URL(name, folder))

const fonts = [
  'inter-latin',
  'inter-latin-ext',
  'inter-cyrillic',
  'source-serif-4-latin',
  'source-serif-4-latin-ext',
  'source-serif-4-cyrillic',
  'noto-naskh-arabic',
  'vazirmatn',
].map((name) => `fonts/${name}.woff2`)

/** In this order: layers are declared in the first. */
const styleParts = [
  'tokens',
  'fonts',
  'base',
  'layout',
  'components',
  'forms',
  'comparison',
  'contradictions',
  'claim',
  'record',
]

/** The sheet of every page, and those of pages where claims are made, where people decide, of overviews, of issues. */
const styles = {
  'app.css': styleParts,
  'capture.css': ['capture'],
  'review.css': ['review'],
  'overview.css': ['overview'],
  'timeline.css': ['timeline'],
  'grid.css': ['grid'],
  'found.css': ['found'],
  'palette.css': ['palette'],
  'embed.css': ['embed'],
  // Loaded by every page for what it says of itself: paper, and readers who ask for more contrast.
  'print.css': ['print'],
  'contrast.css': ['contrast'],
  'issue.css': ['issue', 'timeline'],
}

const types: Record<string, string> = {
  woff2: 'font/woff2',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

const hashOf = (body: Buffer): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 12)

/** `app.css` -> `/assets/app.3f2a….css` */
function anAsset(name: string, body: Buffer): Asset {
  const dot = name.lastIndexOf('.')
  const extension = name.slice(dot + 1)
  return {
    address: `/assets/${name.slice(0, dot)}.${hashOf(body)}.${extension}`,
    type: types[extension] ?? 'application/octet-stream',
    body,
    compressible: extension !== 'woff2',
  }
}

function readAll(): Map<string, Asset> {
  const all = new Map<string, Asset>()
  for (const name of [
    ...fonts,
    'htmx.js',
    'gainsay.js',
    'palette.js',
    'capture.js',
    'passkeys.js',
    'icon.svg',
  ])
    all.set(name, anAsset(name, read(name)))
  for (const [name, parts] of Object.entries(styles)) {
    const style = parts
      .map((part) => read(`css/${part}.css`).toString('utf8'))
      .join('\n')
      // Comments and white space are for us; readers need not load them.
      .replace(/\/\*[\s\S]*?\*\/|^\s+/gm, '')
      .replace(/\s*([{};])\s*/g, '$1')
      .replace(/url\("([^"]+)"\)/g, (_, file: string) => `url("${all.get(file)?.address ?? file}")`)
    all.set(name, anAsset(name, Buffer.from(style)))
  }
  return all
}

const byName = readAll()

/** Every asset by the address it is served at. */
export const assets: ReadonlyMap<string, Asset> = new Map(
  [...byName.values()].map((a) => [a.address, a]),
)

/**
 * The address of an asset, with its content in its name.
 * @throws {Error} for a name that is not on the list: a page would otherwise lose its style silently
 */
export function assetPath(name: string): string {
  const asset = byName.get(name)
  if (asset === undefined) throw new Error(`No asset is named ${name}`)
  return asset.address
}

/** Changes whenever a served file does; part of every page's ETag. */
export const assetsVersion: string = hashOf(Buffer.from([...assets.keys()].join()))
