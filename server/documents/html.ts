import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { isDay } from '../domain/dates.ts'
import { type ReadDocument, tidy } from './document.ts'
import { decodeText, findDay, splitAuthors } from './plain.ts'

/** Web pages: the article without what stands around it, as text, and what the page says of itself. */

const DECLARED = /<meta[^>]{0,200}charset=["']?\s*([\w-]{1,40})/i

/** HTML bytes as text, in the encoding that the page declares, else the one it came with. */
export const decodeHtml = (bytes: Uint8Array, charset?: string): string =>
  decodeText(
    bytes,
    DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1] ?? charset,
  )

/** @param html - a page, or a piece of one as a clipboard holds it */
export function readHtml(html: string): ReadDocument {
  const { document } = parseHTML(
    /<body|<html/i.test(html) ? html : `<html><body>${html}</body></html>`,
  )
  const about = (selector: string, attribute: string) =>
    document.querySelector(selector)?.getAttribute(attribute)?.trim() || undefined
  const url = about('link[rel=canonical]', 'href') ?? about('meta[property="og:url"]', 'content')
  const language =
    about('html', 'lang') ?? about('meta[http-equiv="content-language" i]', 'content')
  const time = about('article time[datetime], time[datetime]', 'datetime')
  const whole = tidy(textOf(document.body))
  // Readability takes the document apart: everything else is read before.
  const article = new Readability(document).parse()
  const content = article?.content ?? undefined
  const text =
    content === undefined
      ? ''
      : tidy(textOf(parseHTML(`<html><body>${content}</body></html>`).document.body))
  return {
    // A short piece of a page is no article to Readability: then all of it is meant.
    text: text.length * 4 < whole.length ? whole : text,
    title: article?.title || undefined,
    authors: article?.byline ? splitAuthors(article.byline) : undefined,
    publisher: article?.siteName || undefined,
    published:
      dayOf(article?.publishedTime ?? undefined) ?? dayOf(time) ?? findDay(whole.slice(0, 600)),
    language: tagOf(language),
    url: url !== undefined && /^https?:\/\//.test(url) ? url : undefined,
  }
}

function dayOf(instant: string | undefined): string | undefined {
  const day = instant?.slice(0, 10)
  return day !== undefined && isDay(day) ? day : undefined
}

function tagOf(language: string | undefined): string | undefined {
  try {
    return language === undefined ? undefined : Intl.getCanonicalLocales(language)[0]
  } catch {
    return undefined
  }
}

const UNREAD = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'SVG',
  'NAV',
  'FORM',
  'BUTTON',
])

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
)

/** The words of a piece of markup: blocks apart, lines where there is a break. */
function textOf(root: Node): string {
  const pieces: string[] = []
  const read = (node: Node): void => {
    if (node.nodeType === 3) pieces.push((node.textContent ?? '').replaceAll(/\s+/g, ' '))
    if (node.nodeType !== 1) return
    const name = node.nodeName.toUpperCase()
    if (UNREAD.has(name)) return
    if (name === 'BR') pieces.push('\n')
    const apart = BLOCKS.has(name) ? '\n\n' : name === 'TD' || name === 'TH' ? ' ' : ''
    pieces.push(apart)
    for (const child of node.childNodes) read(child)
    pieces.push(apart)
  }
  read(root)
  return pieces.join('')
}
