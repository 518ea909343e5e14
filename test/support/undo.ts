import { fieldsOn } from './a-claim-form.ts'

/**
 * The Undo of a page: where its form posts to, and what a browser would send with it.
 * @throws {Error} where the page offers none
 */
export function undoOn(page: string): { path: string; fields: Record<string, string> } {
  const notice = /id="done".*?<form method="post" action="([^"]*)">(.*?)<\/form>/s.exec(page)
  const [, path, content = ''] = notice ?? []
  if (path === undefined || !content.includes('<button>Undo'))
    throw new Error('This page offers no undo')
  const { csrf: _, ...fields } = Object.fromEntries(fieldsOn(content))
  return { path: path.replaceAll('&amp;', '&'), fields }
}
