import { paths } from '#server/paths.ts'
import { test } from '#test/support/database.ts'
import { demo, openInArabic } from '#test/support/looks-in-arabic.ts'

const { slug } = demo.topic

/** Everybody may read these. */
const pages = [
  paths.timeline(slug),
  paths.timeline(slug, { p: ['russia'] }),
  paths.commonGround(slug),
  paths.commonGround(slug, { p: ['russia', 'united-states'], asof: '2015-99-99' }),
  paths.matrix(slug),
  paths.matrix(slug, { of: 'common', halves: 'both', p: ['никто'] }),
  paths.groups(slug),
  paths.groups(slug, {
    a: ['russia', 'united-states'],
    b: ['united-states', 'saudi-arabia'],
  }),
  paths.topic(slug),
  paths.compare(slug),
  paths.compare(slug, { p: ['russia', 'united-states'], since: '2015-10-01' }),
  paths.compare(slug, { view: 'wide', show: 'conflict' }),
  paths.compare(slug, { view: 'grid', order: 'similar' }),
  paths.compare(slug, { view: 'list', asof: '2015-11-15' }),
  paths.compare(slug, { p: ['russia'], show: 'mixed', asof: '2010-01-01' }),
]

test('pages in Arabic say nothing in another language', async ({ db }) => {
  const { look } = await openInArabic(db)
  for (const path of pages) await look(path)
})
