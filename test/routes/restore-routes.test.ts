import type { RestorableEntity } from '#server/domain/restoration.ts'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { listWritten } from '#db/queries/revisions.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { aTown, fieldsOn, openTown } from '#test/support/a-claim-form.ts'
import { aCapture, textOf } from '#test/support/a-record.ts'
import { noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'

type Town = Awaited<ReturnType<typeof openTown>>

/** The newest form of something in the town, and its version. */
async function newest(db: Db, entity: RestorableEntity, slug: string) {
  const written = (await listWritten(db, 1, entity)).get(slug)
  return { version: written?.version, form: written?.after }
}

async function change(db: Db, by: (town: Dossier) => Partial<Dossier>) {
  const town = aTown()
  const text = JSON.stringify({ ...town, ...by(town) })
  await importDossier(db, { text, file: 'later.json', now: noon })
}

async function addressIn(
  db: Db,
  table: 'issue' | 'party' | 'person' | 'source' | 'claim',
  slug: string,
): Promise<{ id: number; slug: string }> {
  const query = db.selectFrom(table).where('slug', '=', slug)
  return await query.select(['id', 'slug']).executeTakeFirstOrThrow()
}

const claimPage = (version: number, id = 1) =>
  paths.restoreVersion(paths.claimHistory({ id }), version)

/** Edit the first claim through its form. */
async function edit({ read, send }: Town, fields: Record<string, string>) {
  const {
    csrf: _,
    theme: __,
    return_to: ___,
    '': ____,
    ...form
  } = Object.fromEntries(fieldsOn(await read(paths.editClaim({ id: 1 }))))
  const sent = { ...form, step: 'save', why: 'Misread.', ...fields }
  const answer = await send(paths.editClaim({ id: 1 }), sent)
  expect(answer.status).toBe(303)
}

/** What the page of a version would send. */
async function restore(town: Town, address: string, fields: Record<string, string> = {}) {
  const { version = '' } = Object.fromEntries(fieldsOn(await town.read(address)))
  return await town.send(address, { version, why: 'It was right before.', ...fields })
}

describe('restoring an earlier version', () => {
  test('shows what would change and what it touches, asks why, and makes a new version', async ({
    db,
  }) => {
    const town = await openTown(db)
    const before = await newest(db, 'claim', 'c1')
    await edit(town, { statement: 'It should be built soon.' })
    const page = await town.read(claimPage(1))
    expect(await faultsOf(page)).toEqual([])
    expect(page).toContain(
      'Statement</th><td dir="auto"><del>It</del> should be built<del> soon</del>.</td>' +
        '<td dir="auto"><ins>The bridge </ins>should be built.</td>',
    )
    expect(textOf(page)).toContain(
      'Worked out again: 1 cell of comparisons, from 1 claim, and 1 contradiction.',
    )
    const silent = await restore(town, claimPage(1), { why: ' ' })
    expect(silent.status).toBe(422)
    expect(await silent.text()).toContain('Give the reason.')
    const answer = await restore(town, claimPage(1))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/c/1-c1/history?saved=restored')
    expect(await newest(db, 'claim', 'c1')).toEqual({ version: 3, form: before.form })
  })

  test('is told in the history with its reason, a link to the version, and a way back', async ({
    db,
  }) => {
    const town = await openTown(db)
    await edit(town, { statement: 'It should be built soon.' })
    const second = await newest(db, 'claim', 'c1')
    await restore(town, claimPage(1))
    const page = await town.read('/c/1-c1/history?saved=restored')
    expect(await faultsOf(page)).toEqual([])
    expect(textOf(page)).toContain('Reason: Restored version 1. It was right before.')
    expect(page).toContain('<a href="/c/1-c1/history#v1">See version 1</a>')
    expect(page).toContain('<span id="v1">Version 1</span>')
    expect([...page.matchAll(/history\/(\d)\/restore">Restore this/g)].map(([, n]) => n)).toEqual([
      '2',
      '1',
    ])
    const [, action = '', rest = ''] =
      /id="done".*?<form method="post" action="([^"]*)">(.*?)<\/form>/s.exec(page) ?? []
    const { csrf: _, ...fields } = Object.fromEntries(fieldsOn(rest))
    expect((await town.send(action, fields)).status).toBe(303)
    expect(await newest(db, 'claim', 'c1')).toEqual({ version: 4, form: second.form })
    const reader = await (await town.app.request('/c/1-c1/history?saved=restored')).text()
    expect(reader).not.toContain('id="done"')
    expect(reader).not.toContain('Restore this')
    expect(reader).toContain('See version 1')
  })

  test('writes nothing where the newest version says the same', async ({ db }) => {
    const town = await openTown(db)
    await edit(town, { statement: 'It should be built soon.' })
    await restore(town, claimPage(1))
    const page = await town.read(claimPage(1))
    expect(textOf(page)).toContain('says what it said in version 1 already')
    expect(page).not.toContain('<textarea')
    const again = await town.send(claimPage(1), { version: '2', why: 'Sent twice.' })
    expect(again.headers.get('Location')).toBe('/c/1-c1/history?saved=same')
    expect(await town.read('/c/1-c1/history?saved=same')).toContain('Nothing was written.')
    expect((await newest(db, 'claim', 'c1')).version).toBe(3)
    expect(textOf(await town.read(claimPage(3)))).toContain('This is the newest version.')
    expect((await town.app.request(claimPage(9), { headers: town.headers })).status).toBe(404)
  })

  test('shows both where somebody was faster, and keeps the reason', async ({ db }) => {
    const town = await openTown(db)
    await edit(town, { statement: 'It should be built soon.' })
    const { version = '' } = Object.fromEntries(fieldsOn(await town.read(claimPage(1))))
    await edit(town, { statement: 'It should be built now.' })
    const fields = { version, why: 'Mine.' }
    const program = await town.send(claimPage(1), fields, { Accept: 'application/json' })
    expect(program.status).toBe(409)
    const answer = await town.send(claimPage(1), fields)
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('Nothing was saved.')
    expect(page).toContain('<del>soon</del>')
    expect(page).toContain('<ins>now</ins>')
    expect(fieldsOn(page).get('why')).toBe('Mine.')
    expect(fieldsOn(page).get('version')).toBe('3')
    expect((await newest(db, 'claim', 'c1')).version).toBe(3)
    expect((await town.send(claimPage(1), { why: 'No version.' })).status).toBe(428)
  })

  test('from before a withdrawal puts the claim back, and says so', async ({ db }) => {
    const town = await openTown(db)
    await town.send(paths.withdrawClaim({ id: 1 }), { version: '1', why: 'Misheard.' })
    expect(textOf(await town.read(claimPage(1)))).toContain('restoring it puts the claim back')
    await restore(town, claimPage(1))
    expect((await newest(db, 'claim', 'c1')).form).not.toHaveProperty('withdrawn')
    expect(textOf(await town.read(claimPage(2)))).toContain('withdraws the claim again')
    const history = textOf(await town.read(paths.claimHistory({ id: 1 })))
    expect(history).toContain('put it back')
    await restore(town, claimPage(2))
    expect((await newest(db, 'claim', 'c1')).form).toMatchObject({
      withdrawn: { reason: 'Misheard.' },
    })
  })
})

describe('restoring a version of an issue', () => {
  const address = async (db: Db, version: number) =>
    paths.restoreVersion(paths.issueHistory(await addressIn(db, 'issue', 'where')), version)

  const withBridge = ({ issues, claims }: Dossier, isHeld: boolean): Partial<Dossier> => ({
    issues: issues.map((issue) =>
      issue.slug === 'where'
        ? {
            ...issue,
            positions: [...(issue.positions ?? []), { slug: 'gorge', label: 'Over the gorge' }],
          }
        : issue,
    ),
    claims: claims.map((c) =>
      isHeld && c.slug === 'at-mill'
        ? { ...c, position: 'gorge', statement: 'Over the gorge.' }
        : c,
    ),
  })

  test('takes a position away that nothing refers to', async ({ db }) => {
    const town = await openTown(db)
    const before = await newest(db, 'issue', 'where')
    await change(db, (t) => withBridge(t, false))
    expect(textOf(await town.read(await address(db, 1)))).toContain('Over the gorge')
    expect((await restore(town, await address(db, 1))).status).toBe(303)
    expect(await newest(db, 'issue', 'where')).toEqual({ version: 3, form: before.form })
    const { id } = await addressIn(db, 'issue', 'where')
    const slugs = await db
      .selectFrom('position')
      .where('issue_id', '=', id)
      .select('slug')
      .execute()
    expect(slugs.map((p) => p.slug).sort()).toEqual(['ford', 'mill', 'river'])
    await restore(town, await address(db, 2))
    expect(await town.read(paths.issue({ id }))).toContain('Over the gorge')
  })

  test('refuses to take away what a claim refers to, and says the way out', async ({ db }) => {
    const town = await openTown(db)
    await change(db, (t) => withBridge(t, true))
    const answer = await restore(town, await address(db, 1))
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(await faultsOf(page)).toEqual([])
    expect(textOf(page)).toContain(
      'The position “Over the gorge” is not in this version, and 1 claim on record refers to it. ' +
        'Edit it to take another position first, or restore a version that has it.',
    )
    expect((await newest(db, 'issue', 'where')).version).toBe(2)
    const program = await town.send(
      await address(db, 1),
      { version: '2', why: 'x' },
      { Accept: 'application/json' },
    )
    expect(program.status).toBe(422)
  })
})

type Form = Record<string, unknown>

const listsOf = ({ topic, parties, people, sources, issues, claims, searches = [] }: Dossier) => ({
  topic: [{ slug: topic.slug, topic }],
  party: parties,
  person: people,
  source: sources,
  issue: issues,
  claim: claims,
  search: searches.map((s) => ({ slug: `${s.party} ${s.issue} ${s.on}`, ...s })),
})

/** A town in whose history the first version of one thing said something else than what it says now. */
function withPast(
  entity: RestorableEntity,
  slug: string,
  past: (form: Form) => Form,
  town = aTown(),
): Dossier {
  const found = listsOf(town)[entity].find((thing) => thing.slug === slug)
  if (found === undefined) throw new Error(`There is no ${slug}`)
  const { slug: named, ...rest } = found as unknown as Form
  const after = entity === 'topic' || entity === 'search' ? rest : { slug: named, ...rest }
  const before = past(after)
  const told = { at: '2026-11-20T10:00:00Z', by: 'Ana', entity, slug }
  const history = [
    { seq: 1, ...told, action: 'created', after: before },
    { seq: 2, ...told, action: 'revised', before, after },
  ]
  return { ...town, history: history as never }
}

/** What is in the way of a first version, in words. */
async function obstaclesOf(db: Db, dossier: Dossier, history: string): Promise<string> {
  const town = await openTown(db, dossier)
  const revisions = await db.selectFrom('revision').select('id').execute()
  const answer = await restore(town, paths.restoreVersion(history, 1))
  expect(answer.status).toBe(422)
  expect(await db.selectFrom('revision').select('id').execute()).toEqual(revisions)
  const page = await answer.text()
  expect(await faultsOf(page)).toEqual([])
  return textOf(/error-summary.*?<\/div>/s.exec(page)?.[0] ?? '')
}

describe('what is in the way of a version', () => {
  const of = { id: 1, slug: undefined }
  const claim = paths.claimHistory(of)

  test('is a party, person, issue, position or source that is not there any more', async ({
    db,
  }) => {
    const dossier = withPast('claim', 'c1', (c) => ({
      ...c,
      party: 'ghost',
      person: 'nobody',
      position: 'never',
      citations: [{ source: 'lost' }],
    }))
    const says = await obstaclesOf(db, dossier, claim)
    for (const what of ['party “ghost”', 'person “nobody”', 'position “never”', 'source “lost”'])
      expect(says).toContain(`There is no ${what}`)
    expect(says).toContain('Record it first, or edit the claim as it is now.')
  })

  test('is a quotation that no captured text of its source has', async ({ db }) => {
    const dossier = withPast('claim', 'c1', (c) => ({
      ...c,
      citations: [{ source: 'minutes', quote: 'We never will.' }],
    }))
    const says = await obstaclesOf(db, dossier, claim)
    expect(says).toContain(
      'These words are not in the captured text of “minutes”: “We never will.”',
    )
    expect(says).toContain('Capture a text of the source that has them')
  })

  test('is a date later than the publication that reports it, on either side', async ({ db }) => {
    const dossier = withPast('claim', 'c1', (c) => ({ ...c, said: '2021-01-01' }))
    expect(await obstaclesOf(db, dossier, claim)).toContain('“2021-01-01” is later than 2020-02-01')
  })

  test('is a publication before what it reports', async ({ db }) => {
    const dossier = withPast('source', 'gazette', (s) => ({ ...s, published: '2019-01-01' }))
    const says = await obstaclesOf(db, dossier, paths.sourceHistory(of))
    expect(says).toContain(
      'is later than the publication of a source that reports it (2019-01-01).',
    )
    expect(says).toContain('Correct one of the two dates first.')
  })

  test('is relations under which nobody could hold a position', async ({ db }) => {
    const dossier = withPast('issue', 'bridge', (i) => ({
      ...i,
      kind: 'options',
      positions: [
        { slug: 'yes', label: 'Build the bridge', entails: ['ferry'] },
        { slug: 'ferry', label: 'Keep the ferry' },
      ],
      excludes: [{ pair: ['yes', 'ferry'] }],
    }))
    const says = await obstaclesOf(db, dossier, paths.issueHistory(of))
    expect(says).toContain('Restore a version with other relations.')
  })

  test('is an answer of another kind on record, and positions that are taken', async ({ db }) => {
    const { positions: _, ...valued } = { kind: 'quantity', positions: [] }
    const dossier = withPast('issue', 'bridge', ({ positions: __, ...i }) => ({ ...i, ...valued }))
    expect(await obstaclesOf(db, dossier, paths.issueHistory(of))).toContain(
      'In this version the answer is a quantity. It is a position now, and 2 claims on record give one.',
    )
  })

  test('is a party that a party, a person or the topic names and nobody recorded', async ({
    db,
  }) => {
    const role = { party: 'ghost', title: 'Envoy' }
    const dossier = withPast('person', 'mayor', (p) => ({ ...p, roles: [role] }))
    const says = await obstaclesOf(db, dossier, paths.personHistory(of))
    expect(says).toContain('There is no party “ghost” in this topic. Record it first')
  })

  test('is a party of the topic that nobody recorded', async ({ db }) => {
    const dossier = withPast('topic', 'bridge', (t) => {
      const topic = t['topic'] as Form
      return { ...t, topic: { ...topic, parties: ['north', 'ghost'] } }
    })
    const says = await obstaclesOf(db, dossier, paths.history('bridge'))
    expect(says).toContain('There is no party “ghost” in this topic.')
  })
})

describe('restoring a version of', () => {
  test('a topic brings back what it says, and leaves alone who sees it', async ({ db }) => {
    const dossier = withPast('topic', 'bridge', (t) => {
      const topic = t['topic'] as Form
      const said = {
        title: 'An old bridge',
        summary: 'Before.',
        parties: ['south'],
        observers: ['north'],
      }
      return { ...t, topic: { ...topic, ...said, visibility: 'private', reviewsToSettle: 2 } }
    })
    const town = await openTown(db, dossier)
    const address = paths.restoreVersion(paths.history('bridge'), 1)
    expect(await town.read(paths.history('bridge', { of: 'topic' }))).toContain(`href="${address}"`)
    expect(textOf(await town.read(address))).toContain('Who sees the topic, its members')
    const answer = await restore(town, address)
    const done = answer.headers.get('Location') ?? ''
    expect(done).toBe('/t/bridge/history?of=topic&saved=restored')
    const page = await town.read(done)
    expect(page).toContain('id="done"')
    expect(page).toContain(`action="${paths.restoreVersion(paths.history('bridge'), 2)}"`)
    const row = await db.selectFrom('topic').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      title: 'An old bridge',
      summary: 'Before.',
      visibility: 'public',
      reviews_to_settle: 1,
    })
    const parts = await db.selectFrom('party').select(['slug', 'part']).orderBy('slug').execute()
    expect(parts).toEqual([
      { slug: 'north', part: 'observer' },
      { slug: 'south', part: 'party' },
    ])
  })

  test('a source brings back its facts, and leaves its texts and who reads them', async ({
    db,
  }) => {
    const town = await openTown(db)
    const minutes = await addressIn(db, 'source', 'minutes')
    await change(db, ({ sources }) => ({
      sources: sources.map((s) =>
        s.slug === 'minutes'
          ? { ...s, title: 'Other minutes', capture: aCapture(`${s.capture?.text} The end.`) }
          : s,
      ),
    }))
    await town.send(paths.changeAccess(minutes), { show: 'excerpts' })
    const before = (await newest(db, 'source', 'minutes')).form as Form
    const address = paths.restoreVersion(paths.sourceHistory(minutes), 1)
    expect(textOf(await town.read(address))).toContain('The captured texts stay, the newest first')
    expect((await restore(town, address)).status).toBe(303)
    expect((await newest(db, 'source', 'minutes')).form).toEqual({
      ...before,
      title: 'Minutes of the council',
    })
    expect(before).toMatchObject({ excerptsOnly: true, earlierCaptures: [{}] })
    expect(textOf(await town.read(address))).toContain('already')
  })

  test('a party, a person and a search brings back all they said', async ({ db }) => {
    const search = {
      party: 'north',
      issue: 'cost',
      on: '2020-03-01',
      result: 'none-found' as const,
    }
    const town = await openTown(db, { ...aTown(), searches: [search] })
    await change(db, ({ parties, people }) => ({
      parties: parties.map((p) => ({ ...p, name: `New ${p.name}` })),
      people: people.map((p) => ({ ...p, name: 'Ada Lin' })),
      searches: [{ ...search, by: 'Ana', result: 'not-applicable' }],
    }))
    const things = [
      ['party', 'north', paths.partyHistory(await addressIn(db, 'party', 'north'))],
      ['person', 'mayor', paths.personHistory(await addressIn(db, 'person', 'mayor'))],
      ['search', 'north cost 2020-03-01', paths.searchHistory('bridge', 'north cost 2020-03-01')],
    ] as const
    for (const [entity, slug, history] of things) {
      const answer = await restore(town, paths.restoreVersion(history, 1))
      expect(answer.status, entity).toBe(303)
      expect((await town.read(answer.headers.get('Location') ?? '')).includes('id="done"')).toBe(
        true,
      )
      const first = await db
        .selectFrom('revision')
        .where('entity', '=', entity)
        .where('slug', '=', slug)
        .where('version', '=', 1)
        .select('after')
        .executeTakeFirstOrThrow()
      expect(await newest(db, entity, slug)).toEqual({ version: 3, form: first.after })
    }
    const page = await town.read(paths.history('bridge', { of: 'search' }))
    expect(page).toContain(
      paths.restoreVersion(paths.searchHistory('bridge', 'north cost 2020-03-01'), 2),
    )
    const row = await db.selectFrom('search').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ searched_by: null, result: 'none-found' })
  })
})
