import { existsSync, readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { fieldsOfClaim, openTown } from '#test/support/a-claim-form.ts'
import { test } from '#test/support/database.ts'
import { PLACES, plain } from '#test/support/moscow-places.ts'

const folder = '../shared/acceptance/moscow-2015'

describe.skipIf(!existsSync(folder))('an article of December 2015, pasted', () => {
  const article = () => readFileSync(`${folder}/article.txt`, 'utf8')
  const record = () => JSON.parse(readFileSync(`${folder}/record.json`, 'utf8')) as Dossier

  /** The topic without its claims, and the capture page of the article. */
  async function openArticle(db: Db) {
    const town = await openTown(db, { ...record(), sources: [], claims: [] })
    const answer = await town.send(paths.newSource('syria-2015'), {
      text: article(),
      title: 'Kerry and Putin meet in Moscow',
      publisher: 'The Washington Post',
      published: '2015-12-15',
      'source-language': 'en',
      step: 'save',
    })
    const capture = answer.headers.get('Location') ?? ''
    const items = (await town.read(capture)).split(/<li[ >]/).slice(1)
    const sentences = items.flatMap((item) => {
      const [, n, text = ''] = /id="s(\d+)"[^>]*><label[^>]*>([^<]*)/.exec(item) ?? []
      return n === undefined ? [] : [{ n, text, suggested: /Suggested: .*/s.exec(item)?.[0] ?? '' }]
    })
    return { ...town, capture, sentences }
  }

  /** For each claim coded by hand, whether its party is suggested beside the sentence it stands in. */
  test('offers at least four of five of the claims coded by hand, with the right party', async ({
    db,
  }) => {
    const { sentences } = await openArticle(db)
    const { claims, parties } = record()
    const nameOf = new Map(parties.map((party) => [party.slug, party.name]))
    const missed = claims.filter(({ slug, party, citations }) => {
      const quote = citations.find((c) => c.quote !== undefined)?.quote
      const words = plain(PLACES[slug] ?? quote ?? '').slice(0, 40)
      const sentence = sentences.find((s) => plain(s.text).includes(words))
      expect(sentence, slug).toBeDefined()
      return sentence?.suggested.includes(nameOf.get(party) ?? '') !== true
    })
    expect(missed.length / claims.length, missed.map((c) => c.slug).join()).toBeLessThan(0.2)
  })

  test('leads on to everybody who says the same, then to what follows', async ({ db }) => {
    const { capture, sentences, read, send } = await openArticle(db)
    const n = sentences.find((s) => s.text.includes('would be included on a list'))?.n
    const made: string[] = []
    for (const position of ['islamic-state', 'nusra']) {
      const fields = fieldsOfClaim(await read(`${capture}?s=${n}`))
      made.push(`${fields['person']}, ${fields['party']}`)
      const given = { ...fields, issue: 'terror-list', position, step: 'save-anyway' }
      const answer = await send(paths.newClaim('syria-2015'), given)
      expect(answer.status).toBe(303)
      made.push(answer.headers.get('Location')?.split('#')[1] ?? '')
    }
    expect(made).toEqual(['kerry, united-states', `s${n}`, 'lavrov, russia', `s${Number(n) + 1}`])
  })

  test('holds every quotation, the one broken across a line too', async ({ db }) => {
    const { read, send } = await openArticle(db)
    const { claims } = record()
    const quoted = claims.filter((c) => c.citations.some((q) => q.quote !== undefined))
    expect(quoted.length).toBeGreaterThan(4)
    for (const [i, { party, issue, position, citations, said, statement }] of quoted.entries()) {
      const answer = await send(paths.newClaim('syria-2015'), {
        key: `c-00000000000${i}`,
        rows: '1',
        bearing: 'states',
        stance: 'affirms',
        wording: 'direct quotation',
        party,
        issue,
        said,
        statement,
        position: position ?? '',
        'c1-source': 'kerry-and-putin-meet-in-moscow',
        'c1-quote': citations[0]?.quote ?? '',
        step: 'save-anyway',
      })
      expect(answer.status, statement).toBe(303)
    }
    const marks = (await read(paths.source({ id: 1 }))).match(/<mark /g) ?? []
    expect(marks.length).toBeGreaterThanOrEqual(quoted.length)
  })
})
