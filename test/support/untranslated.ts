import { parseHTML } from 'linkedom'

/** Names that are the same in every language. */
const NAMES =
  /\b(?:Gainsay|CSV|JSON-LD|JSON|Atom|UTC|SHA-256|HTML|Markdown|Word|RIS|BibTeX|APA|URL)\b/g

/** Attributes that are read to people. */
const READ = ['aria-label', 'title', 'alt', 'placeholder', 'data-copied']

/**
 * The words of a page in Latin letters: of one about a dossier in Cyrillic and in Arabic, those that
 * nobody translated. What stands in `code`, `kbd` or an element of another language is left out.
 */
export function untranslatedIn(html: string): string[] {
  const { document } = parseHTML(html)
  for (const apart of document.querySelectorAll(
    'script, style, code, kbd, samp, bdi[lang], button[lang], [data-as-written]',
  ))
    apart.remove()
  const texts = [
    document.title,
    document.querySelector('meta[name="description"]')?.getAttribute('content') ?? '',
    ...READ.flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map(
        (element) => element.getAttribute(name) ?? '',
      ),
    ),
    ...textsOf(document.body),
  ]
  return texts
    .map((text) =>
      text
        .replace(/https?:\/\/\S+/g, '')
        .replace(NAMES, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => /[A-Za-z]{2,}/.test(text))
}

function textsOf(node: { readonly childNodes: Iterable<unknown> }): string[] {
  return [...node.childNodes].flatMap((child) => {
    const { nodeType, textContent } = child as { nodeType: number; textContent: string | null }
    if (nodeType === 3) return [textContent ?? '']
    return nodeType === 1 ? textsOf(child as { childNodes: Iterable<unknown> }) : []
  })
}
