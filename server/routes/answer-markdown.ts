import type { MarkdownState } from '#views/export/page-markdown.ts'
import { speaking } from '#views/words/wording.ts'
import type { Known } from '../domain/known.ts'
import { type AppContext, ownOrigin } from '../http/context.ts'
import { markMemento } from '../http/known.ts'

/**
 * Answer with a page in Markdown, in English whatever the reader's language: it is for programs too.
 * @param of - the record that is shown, and the instant that its permalink names
 * @param permalink - path and query that stay with what is shown
 */
export function answerMarkdown(
  c: AppContext,
  { known, shownAt }: { readonly known: Known | undefined; readonly shownAt: string },
  permalink: string,
  write: (state: MarkdownState) => string,
): Response {
  if (known !== undefined) markMemento(c, known)
  const origin = ownOrigin(c)
  const state = { recorded: shownAt, permalink: origin + permalink, origin }
  const text = speaking('en', () => write(state))
  return c.body(text, 200, { 'Content-Type': 'text/markdown; charset=utf-8' })
}
