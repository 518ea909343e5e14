import { expect } from 'vitest'
import { loadDemo } from '#server/actions/load-demo.ts'
import { paths } from '#server/paths.ts'
import { expectAccessible, looks, test } from '#test/support/browser.ts'

/** Each page in one look, so that every look meets every kind of page over the four of them. */
test.for(looks)('what a reader meets holds at $width px, $scheme', async (look, { site }) => {
  await loadDemo(site.db, new Date())
  const page = await site.open('/', { look })
  await expectAccessible(page)
  const topic = await page.locator('a[href^="/t/"]').first().getAttribute('href')
  const slug = topic?.split('/')[2] ?? ''
  expect(slug).not.toBe('')
  for (const path of [`/t/${slug}`, `/t/${slug}/compare`, paths.help, '/no-such-page']) {
    await page.goto(site.origin + path)
    await expectAccessible(page)
  }
})
