import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { imported } from './a-dispute.ts'
import { type Session, aForm, anApp, signedIn } from './app.ts'
import { inCyrillic } from './in-cyrillic.ts'
import { untranslatedIn } from './untranslated.ts'

/** The demonstration, whose words are in Cyrillic wherever it is imported from here. */
export const demo = JSON.parse(readFileSync('db/demo/syria-talks-demo.json', 'utf8')) as Dossier

/** What of a page is looked at. */
export interface Looked {
  /** Left out, by selector: what was recorded in Latin letters. */
  readonly without?: string
  /** Text that may stand as it is, such as codes. */
  readonly keeps?: RegExp
}

/** The Latin words of ours in a page's title and in its `main`. */
export function latinIn(html: string, { without, keeps }: Looked = {}): string[] {
  const { document } = parseHTML(html)
  if (without !== undefined) for (const apart of document.querySelectorAll(without)) apart.remove()
  const main = document.querySelector('main')?.outerHTML
  expect(main).toBeDefined()
  const page = `<html><head><title>${document.title}</title></head><body>${main}</body></html>`
  return untranslatedIn(page).filter((text) => keeps?.test(text) !== true)
}

/** Expect a page in Arabic without a Latin word of ours; goes on to the next, so that all are told. */
export function expectArabic(what: string, html: string, looked: Looked = {}): void {
  expect(html).toContain('<html lang="ar" dir="rtl"')
  expect.soft({ what, latin: latinIn(html, looked) }).toEqual({ what, latin: [] })
}

/** An application with the demonstration in Cyrillic, its owner, and looks at its pages in Arabic. */
export async function openInArabic(db: Db) {
  await imported(db, inCyrillic(demo))
  const { app } = anApp({ db, webhooks: {} })
  const owner = await signedIn(app, db)
  const cookies = (by: Session | undefined) => ({
    Cookie: [...(by === undefined ? [] : [by.Cookie]), 'language=ar'].join('; '),
  })
  const check = async (path: string, answer: Response, looked: Looked): Promise<void> =>
    expectArabic(path, await answer.text(), looked)
  return {
    app,
    owner,
    /** Open a page and expect no Latin word of ours on it. @param by - readers where it is left out */
    look: async (path: string, looked: Looked & { readonly by?: Session } = {}) =>
      await check(path, await app.request(path, { headers: cookies(looked.by) }), looked),
    /** Send a form as the owner, and expect the same of the page that comes back. */
    sendAndLook: async (path: string, fields: Record<string, string>, looked: Looked = {}) => {
      const form = aForm({ csrf: owner.csrf, ...fields }, cookies(owner))
      await check(path, await app.request(path, form), looked)
    },
    /** Send a form as the owner. */
    send: async (path: string, fields: Record<string, string>) =>
      await app.request(path, aForm({ csrf: owner.csrf, ...fields }, cookies(owner))),
  }
}
