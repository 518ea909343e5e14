/** Slugs for things that people add in forms: readable where the name is, and new in their topic. Pure. */

/** Letters that have no plain form of their own under Unicode's decomposition. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  є: 'ye',
}

const LONGEST = 40

/** Latin letters, digits and hyphens; what has no simple Latin form is dropped. */
function transliterate(name: string): string {
  const plain = Array.from(name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, ''), (letter) =>
    letter in PLAIN ? (PLAIN[letter] ?? '') : letter,
  ).join('')
  return plain
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** At most {@link LONGEST} characters, whole words where there are several. */
function shorten(slug: string): string {
  if (slug.length <= LONGEST) return slug
  const cut = slug.slice(0, LONGEST + 1)
  const end = cut.lastIndexOf('-')
  return end > 0 ? cut.slice(0, end) : slug.slice(0, LONGEST)
}

/**
 * A slug for a new thing.
 * @param kind - what to call it by where the name has no simple Latin form: `party-12`
 * @param taken - slugs of that kind in the topic
 */
export function slugFor(name: string, kind: string, taken: ReadonlySet<string>): string {
  const letters = name.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const readable = shorten(transliterate(name))
  const isReadable =
    readable.replaceAll('-', '').length * 2 >= Math.min(letters, LONGEST) && readable !== ''
  const stem = isReadable ? readable : kind
  if (isReadable && !taken.has(stem)) return stem
  let n = isReadable ? 2 : taken.size + 1
  while (taken.has(`${stem}-${n}`)) n++
  return `${stem}-${n}`
}
