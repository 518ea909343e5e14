import { expect } from 'vitest'
import { importDossier } from '#server/actions/import-dossier.ts'
import { editClaim } from '#server/actions/edit-claim.ts'
import { recordClaim } from '#server/actions/record-claim.ts'
import { withdrawClaim } from '#server/actions/withdraw-claim.ts'
import type { ClaimDraft } from '#server/domain/new-claim.ts'
import { aTown } from '#test/support/a-claim-form.ts'
import { noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const change = { by: 'Owner', now: noon }

const aDraft = (given: Partial<ClaimDraft> & { slug: string }): ClaimDraft => ({
  party: { slug: 'south' },
  issue: { slug: 'where' },
  position: { slug: 'ford' },
  stance: 'affirms',
  form: 'paraphrase',
  said: '2020-01-10',
  statement: 'At the ford.',
  citations: [{ source: { slug: 'gazette' } }],
  ...given,
})

const town = { text: JSON.stringify(aTown()), file: 'town.json', now: noon }
const given = (draft: ClaimDraft) => ({ topicSlug: 'bridge', draft, evenIfSimilar: false, change })

test('claims that arrive at the same moment do not miss each other', async ({ db }) => {
  await importDossier(db, town)
  const onSafety = (slug: string, party: string, stance: 'affirms' | 'denies') =>
    aDraft({ slug, party: { slug: party }, stance, position: { slug: 'river' } })
  await Promise.all([
    recordClaim(db, given(onSafety('a', 'north', 'affirms'))),
    recordClaim(db, given(onSafety('b', 'south', 'denies'))),
  ])
  const filed = await db
    .selectFrom('contradiction')
    .select('kind')
    .where('issue_id', '=', 2)
    .execute()
  expect(filed).toEqual([{ kind: 'opposed' }])
})

test('a party that two forms bring along at the same moment is one party', async ({ db }) => {
  await importDossier(db, town)
  const added = { added: { name: 'East', kind: 'district' } }
  const drafts = ['a', 'b', 'c'].map((slug, i) =>
    aDraft({ slug, party: added, said: `2020-01-1${i}`, statement: `Time ${i}.` }),
  )
  const saved = await Promise.all(drafts.map(async (draft) => await recordClaim(db, given(draft))))
  expect(saved.map((s) => s.as)).toEqual(['saved', 'saved', 'saved'])
  expect(await db.selectFrom('party').select('slug').where('name', '=', 'East').execute()).toEqual([
    { slug: 'east' },
  ])
})

test('an import and forms that change the same claims at the same moment are all kept', async ({
  db,
}) => {
  await importDossier(db, town)
  const dossier = aTown()
  const claims = dossier.claims.map((c) => ({ ...c, statement: `${c.statement} Imported.` }))
  const again = { ...town, text: JSON.stringify({ ...dossier, claims }) }
  const { id: claimId } = await db
    .selectFrom('claim')
    .where('slug', '=', 'at-mill')
    .select('id')
    .executeTakeFirstOrThrow()
  const edit = async (version: number) =>
    await editClaim(db, {
      claimId,
      version,
      draft: aDraft({ slug: '', statement: `Edited ${version}.` }),
      change,
    })
  const [, edited, added] = await Promise.all([
    importDossier(db, again),
    edit(1),
    recordClaim(db, given(aDraft({ slug: 'a' }))),
    importDossier(db, again),
  ])
  expect(added.as).toBe('saved')
  const versions = await db
    .selectFrom('revision')
    .where('slug', '=', 'at-mill')
    .select('version')
    .orderBy('version')
    .execute()
  // Whoever came second either saw the first or was told of it.
  expect(versions.map((v) => v.version)).toEqual(edited.as === 'saved' ? [1, 2, 3] : [1, 2])
})

test('an issue keeps what it says when a position is added to it', async ({ db }) => {
  await importDossier(db, town)
  const position = { added: { label: 'By the church', entails: ['river'], excludes: ['mill'] } }
  await recordClaim(db, given(aDraft({ slug: 'a', position })))
  const row = await db
    .selectFrom('revision')
    .select('after')
    .where('entity', '=', 'issue')
    .where('version', '=', 2)
    .executeTakeFirstOrThrow()
  expect(row.after).toMatchObject({
    slug: 'where',
    positions: [
      { slug: 'mill' },
      { slug: 'ford' },
      { slug: 'river' },
      { slug: 'by-the-church', entails: ['river'] },
    ],
    excludes: [{ pair: ['mill', 'ford'] }, { pair: ['by-the-church', 'mill'] }],
  })
})

test('a claim of a topic that is not there is refused, and so is one that is not there', async ({
  db,
}) => {
  await importDossier(db, town)
  const nowhere = { ...given(aDraft({ slug: 'a' })), topicSlug: 'nowhere' }
  await expect(recordClaim(db, nowhere)).rejects.toMatchObject({ code: 'topic-not-found' })
  const none = { claimId: 99, version: 1, change }
  await expect(editClaim(db, { ...none, draft: aDraft({ slug: '' }) })).rejects.toMatchObject({
    code: 'claim-not-found',
  })
  await expect(withdrawClaim(db, { ...none, withdraw: true, reason: 'No.' })).rejects.toMatchObject(
    {
      code: 'claim-not-found',
    },
  )
})

test('an edit that moves a withdrawn claim leaves it withdrawn', async ({ db }) => {
  await importDossier(db, town)
  await withdrawClaim(db, { claimId: 3, version: 1, withdraw: true, reason: 'Misheard.', change })
  const draft = aDraft({ slug: '', party: { slug: 'north' }, statement: 'Moved.' })
  expect(await editClaim(db, { claimId: 3, version: 2, draft, change })).toEqual({ as: 'saved' })
  const row = await db
    .selectFrom('claim')
    .select(['statement', 'withdrawn_reason'])
    .where('id', '=', 3)
    .executeTakeFirst()
  expect(row).toEqual({ statement: 'Moved.', withdrawn_reason: 'Misheard.' })
})
