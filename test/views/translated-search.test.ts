import { parseHTML } from 'linkedom'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { recorded } from '#test/support/a-record.ts'
import { aSearchable } from '#test/support/a-searchable.ts'
import { anApp, later } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { untranslatedIn } from '#test/support/untranslated.ts'

type Asked = Parameters<typeof paths.search>[0]

/** Two disputes in Cyrillic letters, whose clock moves on with each search. */
async function aSearch(db: Db, language = 'ar') {
  await recorded(db, inCyrillic(aSearchable()))
  await recorded(db, inCyrillic(aSearchable({ slug: 'tunnel' })))
  let minutes = 0
  const { app } = anApp({ db, now: () => later((minutes += 2)) })
  const headers = { Cookie: `language=${language}` }
  return async (asked: Asked) => await (await app.request(paths.search(asked), { headers })).text()
}

/** A whole page without what was typed: operators are Latin in every language. */
function leftIn(html: string): string[] {
  const { document } = parseHTML(html)
  for (const typed of document.querySelectorAll('.found-tips li a, .notice')) typed.remove()
  return untranslatedIn(document.toString())
}

const noticesIn = (html: string): string[] =>
  [...parseHTML(html).document.querySelectorAll('.notice')].map(({ textContent }) => textContent)

describe('a search in Arabic', () => {
  test('says nothing in another language', async ({ db }) => {
    const search = await aSearch(db)
    const asked: readonly Asked[] = [
      {},
      { q: 'бридге' },
      { q: 'Петров' },
      { q: 'таннел' },
      { q: 'туннел' },
      { q: 'Мост' },
      { q: 'бридге', type: 'claims' },
      { q: 'бридге', type: 'sources' },
      { q: 'бридге', topic: ['tunnel'], lang: ['ru'] },
      { q: 'ничегонет' },
      { q: 'ничегонет', topic: ['tunnel'], lang: ['ru'], type: 'claims', from: '2020' },
      { q: 'Петровв' },
      { p: ['Север'] },
    ]
    for (const one of asked) {
      const left = leftIn(await search(one))
      expect.soft({ asked: one, left }).toEqual({ asked: one, left: [] })
    }
  })

  test('says how much was found in the form that the number takes', async ({ db }) => {
    const search = await aSearch(db)
    const said = (html: string) =>
      parseHTML(html).document.querySelector('.found-said')?.textContent ?? ''
    expect(await search({ q: 'Петровв' })).toContain('هل تقصد ')
    expect(await search({ q: 'туннел' })).toContain('<span class="tag">مسحوب</span>')
    expect(said(await search({ q: 'ничегонет' }))).toBe('لا نتائج للبحث عن «\u2068ничегонет\u2069».')
    const two = await search({ q: 'Мост', type: 'claims' })
    expect(said(two)).toBe('قولان للبحث عن «\u2068Мост\u2069».')
    expect(two).toMatch(/<div id="live"[^>]*>قولان للبحث عن «\u2068Мост\u2069»\.<\/div>/u)
    expect(two).toContain('<title>Мост - بحث - Gainsay</title>')
  })

  test('says what a filter asks for, and what could not be read', async ({ db }) => {
    const search = await aSearch(db)
    const html = await search({ q: 'stance:denies цвет', lang: ['ru'], type: 'claims' })
    const filters = [...parseHTML(html).document.querySelectorAll('.found-active li')]
    const words = filters.map(({ textContent }) => textContent.split('×', 1)[0])
    expect(words).toEqual(['اللغة: الروسية', 'النوع: الأقوال', 'الاتجاه: يرفض'])
    const odd = await search({ q: 'colour:red party:кто -party:x stance:maybe type:song before:x' })
    const left = noticesIn(odd).map((notice) =>
      notice.replace(/«[^»]*»/g, '«»').replaceAll(/[\u200F\u2066\u2069]/g, ''),
    )
    expect(left).toHaveLength(6)
    expect(left.slice(1)).toEqual([
      'تُرك «»: لا تُستبعد بالعلامة «» إلا الكلمات والعبارات.',
      'تُرك «»: الاتجاه واحد من affirms، denies، leaves-open، declines.',
      'تُرك «»: النوع واحد من topic، issue، party، person، claim، source.',
      'تُرك «»: «» ليس تاريخًا. استعمل 2015-12-15 أو 2015-12 أو 2015، أو مدة مثل 2015-10/2015-12.',
      'لا طرف مما يمكنك رؤيته باسم «».',
    ])
    expect(left[0]).toContain('topic:\u200E، party:\u200E')
  })

  test('answers programs in English', async ({ db }) => {
    await recorded(db, aSearchable())
    const { app } = anApp({ db })
    const of = async (language: string) =>
      await (
        await app.request(paths.searchJson({ q: 'bridge' }), {
          headers: { Cookie: `language=${language}` },
        })
      ).json()
    expect(await of('ar')).toEqual(await of('en'))
  })
})
