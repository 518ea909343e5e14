import { BROKEN_BYTES, HOSTILE_STRINGS } from './hostile-strings.ts'
import type { Dice } from './seeded.ts'

/** One thing done to a document, for the message of a test that fails. */
export interface Change {
  readonly how: string
  readonly path: string
}

type Node = Record<string, unknown>

/** Where something stands: what holds it, and under which key. */
interface Place {
  readonly holder: Node
  readonly key: string
  readonly path: string
}

/** The JSON of a document with one to three things in it changed at random. */
export function mutateJson(
  json: string,
  dice: Dice,
): { readonly text: string; readonly changes: readonly Change[] } {
  const root: Node = { document: JSON.parse(json) }
  const changes = Array.from({ length: 1 + dice.int(dice.chance(0.5) ? 1 : 3) }, () => {
    const place = dice.pick(placesIn(root))
    const how = dice.pick(HOW)
    how(place, dice)
    const now = JSON.stringify(place.holder[place.key]) ?? 'nothing'
    return { how: `${how.name}, now ${now.slice(0, 100)},`, path: place.path }
  })
  // A lone surrogate is written as an escape, as JSON.stringify does; `undefined` is no JSON.
  return { text: JSON.stringify(root.document) ?? '', changes }
}

function placesIn(root: Node): Place[] {
  const places: Place[] = []
  const visit = (holder: Node, path: string): void => {
    for (const key of Object.keys(holder)) {
      const here = `${path}/${key}`
      places.push({ holder, key, path: here })
      const value = holder[key]
      if (typeof value === 'object' && value !== null) visit(value as Node, here)
    }
  }
  visit(root, '')
  // Not the whole document each time: its parts are what matters.
  return places.slice(1).length === 0 ? places : places.slice(1)
}

/** Each does one thing, or nothing where it does not fit. */
type How = (place: Place, dice: Dice) => void

const HOW: readonly How[] = [
  function remove({ holder, key }) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  },
  function retype({ holder, key }, dice) {
    holder[key] = dice.pick<unknown>([
      null,
      true,
      0,
      -1,
      1.5,
      1e300,
      Number.MAX_SAFE_INTEGER,
      2 ** 31,
      '',
      'x',
      [],
      {},
      [holder[key]],
      { [key]: holder[key] },
      String(holder[key]),
    ])
  },
  writeHostile,
  writeHostile,
  function appendHostile({ holder, key }, dice) {
    if (typeof holder[key] !== 'string') return
    holder[key] = `${holder[key]}${dice.pick(HOSTILE_STRINGS)}`
  },
  function writeSurrogate({ holder, key }, dice) {
    holder[key] = dice.pick(['a\uD800b', '\uDC00', '\uDFFF\uD800', ...BROKEN_BYTES])
  },
  function addField({ holder }, dice) {
    if (Array.isArray(holder)) return
    const key = dice.pick([...HOSTILE_STRINGS.slice(0, 60), 'id', 'version', 'isOwner', 'slug'])
    Object.defineProperty(holder, key, { value: 'x', enumerable: true, configurable: true })
  },
  function repeat({ holder, key }) {
    if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
  },
  function swap({ holder }, dice) {
    if (Array.isArray(holder)) holder.sort(() => dice.int(3) - 1)
  },
  // A slug that is another's, or nobody's.
  function repoint({ holder, key }, dice) {
    if (typeof holder[key] !== 'string') return
    holder[key] = dice.pick([
      'north',
      'yes',
      'gazette',
      'bridge',
      'nobody',
      'alpha',
      'c1',
      '+',
      '.',
    ])
  },
  function deepen({ holder, key }, dice) {
    for (let depth = dice.pick([1, 20, 40, 2000]); depth > 0; depth--)
      holder[key] = depth % 2 === 0 ? [holder[key]] : { deeper: holder[key] }
  },
  function redate({ holder, key }, dice) {
    if (typeof holder[key] !== 'string') return
    holder[key] = dice.pick(DATES)
  },
  function enlarge({ holder, key }, dice) {
    if (Array.isArray(holder[key])) {
      const items = holder[key] as unknown[]
      const times = dice.pick([2, 50, 500])
      holder[key] = Array.from({ length: times }, () => structuredClone(items)).flat()
    } else if (typeof holder[key] === 'number') {
      holder[key] = dice.pick([2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 1e21, -1e300, 1e-320])
    }
  },
]

function writeHostile({ holder, key }: Place, dice: Dice): void {
  holder[key] = dice.pick(HOSTILE_STRINGS)
}

const DATES = [
  '2015-02-30',
  '2015-13',
  '0000',
  '10000-01-01',
  '-0001',
  '2015-12-15/2014',
  '..',
  '../..',
  '2015/..',
  '/2015',
  '2015?',
  '2015-12~',
  '201X',
  '15/12/2015',
  'yesterday',
  '9999-12-31',
  '0001-01-01',
  '2015-12-15T25:00:00Z',
  '2015-12-15T23:59:59.999999999+14:00',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-12:00',
]

/** The text of a document damaged at random, as no JSON library would write it. */
export function mutateText(
  json: string,
  dice: Dice,
): { readonly text: string; readonly changes: readonly Change[] } {
  const at = dice.int(json.length)
  const [before, after] = [json.slice(0, at), json.slice(at)]
  const [how, text] = dice.pick<readonly [string, () => string]>([
    ['cut off', () => before],
    ['a character gone', () => before + after.slice(1)],
    ['a character twice', () => before + (after[0] ?? '') + after],
    ['hostile text in it', () => before + dice.pick(HOSTILE_STRINGS) + after],
    ['an escape in it', () => before + dice.pick(ESCAPES) + after],
    ['NUL in it', () => `${before}\0${after}`],
    ['half a pair in it', () => `${before}\uD83D${after}`],
    ['a byte order mark', () => `\uFEFF${json}`],
    ['something after it', () => json + dice.pick(['x', '{}', ',', '\0', '//', '\n\n'])],
    ['a field twice', () => json.replace(/("\w+":)("[^"]*")/, '$1$2,$1$2')],
    [
      'CRLF for line ends',
      () => JSON.stringify(JSON.parse(json), null, 1).replaceAll('\n', '\r\n'),
    ],
    ['numbers written at length', () => json.replace(/:(\d+)/g, ':$1.0e0')],
  ])
  return { text: text(), changes: [{ how, path: `character ${at}` }] }
}

const ESCAPES = ['\\u0000', '\\uD800', '\\u202E', '\\x', '\\u00', '\\', '\\"', '\\uDC00\\uD800']
