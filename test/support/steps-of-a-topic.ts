import type { Db } from '#db/connect.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { type RecordParts, saveRecord } from '#server/actions/save-record.ts'
import type { Dossier, DossierClaim, DossierIssue } from '#server/domain/dossier.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import { randomDossier, randomPositions } from './random-topic.ts'
import { type Dice, diceOf } from './seeded.ts'

/**
 * A random topic that comes about step by step: imported with a few claims, then claims recorded,
 * edited, withdrawn and put back, positions and relations changed, parties renamed and moved between
 * parties and observers, sources dated anew, searches noted, and imported again. The same for the same
 * seed. What the record refuses (a claim later than its publication) changes nothing.
 */
export function stepsOfATopic(seed: number) {
  const dice = diceOf(seed)
  const whole = randomDossier(seed)
  // A claim of the other topic can take the place of one of this: slugs are the same.
  const other = new Map(randomDossier(seed + 1000).claims.map((claim) => [claim.slug, claim]))
  const [some, rest] = [whole.claims.slice(0, 8), whole.claims.slice(8)]
  const state: State = {
    dice,
    whole,
    other,
    waiting: [...rest],
    claims: [...some],
    issues: [...whole.issues],
    first: { ...whole, claims: some, searches: [] },
  }
  const take = async (db: Db, now: Date, isFirst: boolean): Promise<void> => {
    try {
      await (isFirst ? load(db, state.first, now) : takeStep(db, now, state))
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
    }
  }
  return { slug: whole.topic.slug, take }
}

interface State {
  readonly dice: Dice
  readonly whole: Dossier
  readonly other: ReadonlyMap<string, DossierClaim>
  readonly waiting: DossierClaim[]
  readonly claims: DossierClaim[]
  readonly issues: DossierIssue[]
  readonly first: Dossier
}

const load = async (db: Db, dossier: Dossier, now: Date) =>
  await importDossier(db, { text: JSON.stringify(dossier), file: 'step.json', now })

const save = async (db: Db, now: Date, slug: string, parts: RecordParts) =>
  await db
    .transaction()
    .execute(async (trx) => await saveRecord(trx, slug, parts, { by: 'Somebody', now }))

const replace = <Thing extends { readonly slug: string }>(things: Thing[], thing: Thing) =>
  things.splice(
    things.findIndex(({ slug }) => slug === thing.slug),
    1,
    thing,
  )

async function takeStep(db: Db, now: Date, state: State): Promise<void> {
  const { dice, whole, claims, issues } = state
  const { slug } = whole.topic
  const kept = dice.pick(claims)
  const { withdrawn, ...standing } = kept
  const record = async () => {
    const claim = state.waiting.pop()
    if (claim === undefined) return
    claims.push(claim)
    await save(db, now, slug, { claims: [claim] })
  }
  const edit = async () => {
    const given = state.other.get(kept.slug) ?? kept
    const { said, form, condition } = given
    const { condition: _, ...rest } = kept
    const claim = { ...rest, said, form, ...(condition !== undefined && { condition }) }
    await save(db, now, slug, { claims: [claim] })
    replace(claims, claim)
  }
  const withdraw = async () => {
    const claim = withdrawn === undefined ? { ...kept, withdrawn: { reason: 'Wrong.' } } : standing
    await save(db, now, slug, { claims: [claim] })
    replace(claims, claim)
  }
  const reshape = async () => {
    const issue = dice.pick(issues.filter(({ positions }) => (positions?.length ?? 0) > 1))
    const rules = randomPositions(dice, issue.kind)
    const said = new Map(rules.positions?.map((p) => [p.slug, p.entails ?? []]))
    const slugs = new Set(issue.positions?.map((p) => p.slug))
    const positions = issue.positions?.map((p) => ({
      slug: p.slug,
      label: dice.chance(0.3) ? `${p.label}!` : p.label,
      entails: (said.get(p.slug) ?? []).filter((to) => slugs.has(to)),
    }))
    const excludes = (rules.excludes ?? []).filter(({ pair }) => pair.every((p) => slugs.has(p)))
    const next = { ...issue, positions, excludes, question: `${issue.question}?` }
    await save(db, now, slug, { issues: [next] })
    replace(issues, next)
  }
  const rename = async () => {
    const party = dice.pick(whole.parties)
    await save(db, now, slug, { parties: [{ ...party, name: `${party.name} ${dice.int(9)}` }] })
  }
  const redate = async () => {
    const source = dice.pick(whole.sources)
    const published = dice.pick(['2016-08', '2016-12-31', '2017', '2016-02-03'])
    const { capture: _, ...facts } = source
    await save(db, now, slug, { sources: [{ ...facts, published }] })
  }
  const search = async () => {
    const [party, issue] = [dice.pick(whole.parties).slug, dice.pick(issues).slug]
    const result = dice.pick(['none-found', 'not-applicable'] as const)
    const on = `2016-01-0${1 + dice.int(9)}`
    await save(db, now, slug, { searches: [{ party, issue, on, result }] })
  }
  const again = async () => {
    const moved = dice.pick(whole.topic.parties)
    const parties = whole.topic.parties.filter((one) => one !== moved)
    await load(db, { ...state.first, topic: { ...whole.topic, parties, observers: [moved] } }, now)
  }
  const all = [record, record, record, edit, edit, withdraw, withdraw, reshape, reshape, rename]
  await dice.pick([...all, redate, search, search, again])()
}
