import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { loadDemo } from '#server/actions/load-demo.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { type TimelineQuery, paths } from '#server/paths.ts'
import { HOSTILE, aDispute, imported } from '#test/support/a-dispute.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { textOf } from '#test/support/a-record.ts'
import { anApp, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

const DEMO = 'syria-talks-demo'
const RUSSIA = ['united-states', 'russia']

interface TimelineJson {
  readonly parties: string[]
  readonly since: string | null
  readonly steps: {
    readonly claim: string
    readonly grade: string
    readonly from: string | null
    readonly until: string | null
  }[]
  readonly gaps: { readonly parties: string[]; readonly counts: Record<string, unknown>[] }[]
}

const get = async (db: Db, path: string) => await (await anApp({ db })).app.request(path)

const jsonOf = async (db: Db, query: TimelineQuery, slug = DEMO) =>
  (await (await get(db, paths.timelineJson(slug, query))).json()) as TimelineJson

const pageOf = async (db: Db, query: TimelineQuery, slug = DEMO) =>
  await (await get(db, paths.timeline(slug, query))).text()

describe('the timeline', () => {
  test('grades what was said and says what it is measured against', async ({ db }) => {
    await loadDemo(db, noon)
    const { steps, parties } = await jsonOf(db, { p: RUSSIA })
    expect(parties).toEqual(RUSSIA)
    expect(steps.filter(({ grade }) => grade === 'reversed')).toEqual([
      expect.objectContaining({ claim: 'c16', from: 'c15', until: null }),
    ])
    expect(steps.find(({ claim }) => claim === 'c15')?.until).toBe('2015-12-15')
    const page = await pageOf(db, { p: RUSSIA })
    expect(await faultsOf(page)).toEqual([])
    expect(textOf(page)).toMatch(/Reversed ?Before: .*Not while the terrorist threat dominates/)
    expect(textOf(page)).toContain('1 reversed what was held before')
  })

  test('has every statement that it draws in its table, each with its source', async ({ db }) => {
    await loadDemo(db, noon)
    const { steps } = await jsonOf(db, { p: RUSSIA })
    const page = await pageOf(db, { p: RUSSIA })
    const rows = page.split('<tr').filter((row) => row.includes('class="source-link"'))
    expect(rows.length).toBe(steps.length)
    expect(rows.every((row) => /href="\/s\/[^"]+#c-/.test(row))).toBe(true)
    expect(page).toContain('role="img"')
  })

  test('tells in counts whether a gap narrowed, and counts an issue once', async ({ db }) => {
    await loadDemo(db, noon)
    const { gaps } = await jsonOf(db, { p: RUSSIA })
    expect(gaps).toEqual([
      {
        parties: RUSSIA,
        counts: [
          { day: '2015-10-31', conflict: 0, common: 0, compatible: 0, apart: 10 },
          { day: '2015-12-15', conflict: 2, common: 3, compatible: 0, apart: 5 },
        ],
      },
    ])
    const page = textOf(await pageOf(db, { p: RUSSIA }))
    expect(page).toContain('Conflicts: 0, then 2; common ground: 0, then 3')
    const all = textOf(await pageOf(db, {}))
    expect(all).toContain('6 pairs on 10 issues')
  })

  test('begins where it is asked to, with the counts of that day', async ({ db }) => {
    await loadDemo(db, noon)
    const { steps, gaps, since } = await jsonOf(db, { p: RUSSIA, since: '2015-12-01' })
    expect(since).toBe('2015-12-01')
    expect(steps.map(({ claim }) => claim)).not.toContain('c15')
    expect(gaps[0]?.counts[0]).toEqual({
      day: '2015-12-01',
      conflict: 0,
      common: 0,
      compatible: 0,
      apart: 10,
    })
    expect(textOf(await pageOf(db, { since: '2015-12-20' }))).toContain(
      'Nothing said in this period',
    )
  })

  test('says beside the field what is wrong with a day, and shows all of time', async ({ db }) => {
    await loadDemo(db, noon)
    const answer = await get(db, paths.timeline(DEMO, { since: 'yesterday' }))
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(textOf(page)).toContain('“yesterday” is not a day. Give one such as 2015-12-15.')
    expect(textOf(page)).toContain('Not while the terrorist threat dominates')
    const late = await get(db, paths.timeline(DEMO, { since: '2016-01-01', asof: '2015-12-31' }))
    expect(late.status).toBe(422)
    expect(textOf(await late.text())).toContain('2016-01-01 is after 2015-12-31')
    expect((await get(db, paths.timelineJson(DEMO, { since: 'yesterday' }))).status).toBe(400)
  })

  test('of one party draws all its issues, of one issue all who spoke', async ({ db }) => {
    await loadDemo(db, noon)
    const own = await pageOf(db, { p: ['russia'] })
    expect(own.match(/role="img"/g)?.length).toBe(1)
    expect(own).not.toContain('Did the gap narrow?')
    const one = await pageOf(db, { issue: 'talks-when' })
    expect(one.match(/<h3 /g)?.length).toBe(1)
  })

  test('keeps what was withdrawn, marked, and lets it stand on no day', async ({ db }) => {
    const dispute = aDispute()
    const [first] = dispute.claims
    if (first === undefined) throw new Error('the dispute has claims')
    await imported(db, {
      ...dispute,
      claims: dispute.claims.map((claim) =>
        claim === first ? { ...claim, withdrawn: { reason: 'misheard' } } : claim,
      ),
    } satisfies Dossier)
    const slug = dispute.topic.slug
    const { steps } = await jsonOf(db, { p: [first.party] }, slug)
    expect(steps.find(({ claim }) => claim === first.slug)?.grade).toBe('withdrawn')
    expect(textOf(await pageOf(db, { p: [first.party] }, slug))).toContain(
      'Withdrawn from the record',
    )
  })

  test('of nothing says so', async ({ db }) => {
    const empty = { ...aDossier(), claims: [], reviews: [], contradictions: [] }
    await imported(db, empty)
    const page = await pageOf(db, {}, empty.topic.slug)
    expect(await faultsOf(page)).toEqual([])
    expect(textOf(page)).toContain('Nothing')
  })

  test('shows names as text and never as markup', async ({ db }) => {
    const dispute = aDispute()
    await imported(db, {
      ...dispute,
      parties: dispute.parties.map((party) => ({ ...party, name: HOSTILE })),
      issues: dispute.issues.map((issue) => ({ ...issue, question: HOSTILE })),
    })
    const page = await pageOf(db, {}, dispute.topic.slug)
    expect(page).not.toContain('<img')
    const csv = await (await get(db, paths.timelineCsv(dispute.topic.slug))).text()
    expect(csv.split('\n')[0]).toContain('"said","party"')
  })

  test('shows the record as it was known', async ({ db }) => {
    await loadDemo(db, noon)
    const now = await jsonOf(db, { p: RUSSIA })
    const then = await jsonOf(db, { p: RUSSIA, known: noon.toISOString() })
    expect(then.steps).toEqual(now.steps)
    expect(then.gaps).toEqual(now.gaps)
  })
})

describe('pages of issues and parties', () => {
  test('draw what was said over time, now and as it was recorded', async ({ db }) => {
    await loadDemo(db, noon)
    for (const [table, slug, lane] of [
      ['issue', 'talks-when', 'Russia'],
      ['party', 'russia', 'When should a political settlement be negotiated?'],
    ] as const) {
      const { id } = await db
        .selectFrom(table)
        .where('slug', '=', slug)
        .select('id')
        .executeTakeFirstOrThrow()
      const address = table === 'issue' ? paths.issue({ id }) : paths.party({ id })
      for (const known of ['', `?known=${noon.toISOString()}`]) {
        const page = await (await get(db, `${address}${known}`)).text()
        expect(await faultsOf(page)).toEqual([])
        const drawing = page.slice(page.indexOf('<svg viewBox="0 0 960'))
        expect(drawing).toContain(`class="lane-name"`)
        expect(drawing.slice(0, drawing.indexOf('</svg>'))).toContain(`>${lane}</text>`)
        expect(page).toContain('Each step, with its source')
      }
    }
  })
})
