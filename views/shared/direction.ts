export type Direction = 'ltr' | 'rtl'

const RIGHT_TO_LEFT_LANGUAGES = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'glk',
  'he',
  'iw',
  'ks',
  'lrc',
  'mzn',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])
const RIGHT_TO_LEFT_SCRIPTS = new Set([
  'adlm',
  'arab',
  'aran',
  'hebr',
  'mand',
  'mend',
  'nkoo',
  'rohg',
  'samr',
  'syrc',
  'thaa',
])

/**
 * Which way a language is written, from its BCP 47 tag. A script in the tag decides (`az-Arab` is
 * right to left, `ar-Latn` is not); else the language does.
 */
export function directionOf(language: string): Direction {
  const [primary = '', ...rest] = language.toLowerCase().split('-')
  const script = rest.find((part) => /^[a-z]{4}$/.test(part))
  const isRightToLeft =
    script === undefined ? RIGHT_TO_LEFT_LANGUAGES.has(primary) : RIGHT_TO_LEFT_SCRIPTS.has(script)
  return isRightToLeft ? 'rtl' : 'ltr'
}
