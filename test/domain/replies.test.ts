import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate } from '#server/domain/dates.ts'
import {
  type Dossier,
  type DossierReply,
  checkDossier,
  claimDays,
  writeDossier,
} from '#server/domain/dossier.ts'
import { isBeforeClaim } from '#server/domain/replies.ts'
import { aDispute } from '#test/support/a-dispute.ts'
import { aReply } from '#test/support/a-reply.ts'

const given = (...replies: DossierReply[]): Dossier => ({ ...aDispute(), replies })

const faultsOf = (value: unknown): string[] => {
  const checked = checkDossier(value)
  return checked.ok ? [] : checked.errors.map(({ path, message }) => `${path} ${message}`)
}

describe('replies in a dossier', () => {
  test('are read and written, after the claims; without any the file is as it was', () => {
    const dossier = given(aReply({ slug: 'r', claim: 'only', person: 'ana' }))
    expect(faultsOf(dossier)).toEqual([])
    const text = writeDossier(dossier)
    expect(JSON.parse(text)).toEqual(dossier)
    expect(Object.keys(JSON.parse(text) as object).slice(-2)).toEqual(['claims', 'replies'])
    expect(writeDossier(aDispute())).not.toContain('replies')
  })

  test.each<[string, Partial<DossierReply> & Record<string, unknown>, string]>([
    ['a claim that is not there', { claim: 'x' }, '/claim There is no claim “x” in this dossier.'],
    ['a party that is not there', { party: 'x' }, '/party There is no party “x” in this dossier.'],
    ['a person nobody named', { person: 'x' }, '/person There is no person “x” in this dossier.'],
    ['no source', { citations: [] }, '/citations A reply needs at least one citation.'],
    [
      'a source that is not there',
      { citations: [{ source: 'x' }] },
      '/citations/0/source There is no source “x” in this dossier.',
    ],
    [
      'words that nobody captured',
      { citations: [{ source: 'english', quote: 'Never said.' }] },
      '/citations/0/quote These words are not in the captured text of “english”: “Never said.”.',
    ],
    [
      'a day after the source that reports it',
      { said: '2015-12-21' },
      '/said “2015-12-21” is later than 2015-12-20, when a source that reports it was published.',
    ],
    [
      'a day before the claim',
      { said: '2015-12-14' },
      '/said “2015-12-14” is before 2015-12-15, when the claim that it answers was made.',
    ],
    [
      'a month before the claim',
      { said: '2015-11' },
      '/said “2015-11” is before 2015-12-15, when the claim that it answers was made.',
    ],
    [
      'a stance',
      { stance: 'denies' },
      '/stance There is no such field. Take it away, or correct its name.',
    ],
  ])('with %s are refused with their place', (_, wrong, message) => {
    const reply = { ...aReply({ slug: 'r', claim: 'only' }), ...wrong }
    expect(faultsOf({ ...aDispute(), replies: [reply] })).toEqual([`/replies/0${message}`])
  })

  test('with one slug twice are refused', () => {
    const reply = aReply({ slug: 'r', claim: 'only' })
    expect(faultsOf(given(reply, reply))).toEqual(['/replies/1/slug “r” is there twice.'])
  })

  test('whose date overlaps that of the claim are taken: their order is not known', () => {
    expect(faultsOf(given(aReply({ slug: 'r', claim: 'only', said: '2015-12' })))).toEqual([])
    expect(faultsOf(given(aReply({ slug: 'r', claim: 'only', said: '2015-12-15' })))).toEqual([])
  })
})

/** Every day of a few weeks, by number. */
const day = (n: number): string => new Date(Date.UTC(2015, 11, n)).toISOString().slice(0, 10)
const span = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 10 }))
  .map(([from, more]) => ({ from, to: from + more }))
const daysIn = ({ from, to }: { from: number; to: number }) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

test('a reply is before a claim exactly when no days of both put it on the claim’s day or later', () => {
  fc.assert(
    fc.property(span, span, fc.integer({ min: 1, max: 31 }), (reply, claim, published) => {
      const text = ({ from, to }: typeof reply) => `${day(from)}/${day(to)}`
      const days = claimDays(parseDate(text(reply)), [day(published)])
      const possible = daysIn(reply).filter((d) => d <= published)
      expect(days === undefined).toBe(possible.length === 0)
      if (days === undefined) return
      const mayFollow = possible.some((r) => daysIn(claim).some((c) => r >= c))
      expect(isBeforeClaim(days, parseDate(text(claim)))).toBe(!mayFollow)
    }),
  )
})
