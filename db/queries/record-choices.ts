import { groupBy } from '#server/domain/grouping.ts'
import type {
  ChosenIssue,
  ChosenPerson,
  ChosenSource,
  RecordChoices,
} from '#server/domain/new-claim.ts'
import type { Db } from '../connect.ts'

/** Everything of a topic that a claim's form can refer to, each in the topic's order. */
export async function listRecordChoices(db: Db, topicId: number): Promise<RecordChoices> {
  const parties = await db
    .selectFrom('party')
    .where('topic_id', '=', topicId)
    .select(['slug', 'name'])
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return {
    parties,
    people: await listPeople(db, topicId),
    issues: await listIssues(db, topicId),
    sources: await listSources(db, topicId),
  }
}

async function listPeople(db: Db, topicId: number): Promise<ChosenPerson[]> {
  const roles = await db
    .selectFrom('person_role')
    .where('topic_id', '=', topicId)
    .select(['person_id', 'title'])
    .orderBy('ordinal')
    .execute()
  const titles = groupBy(roles, (r) => r.person_id)
  const people = await db
    .selectFrom('person')
    .where('topic_id', '=', topicId)
    .select(['id', 'slug', 'name'])
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return people.map(({ id, ...person }) => ({
    ...person,
    roles: (titles.get(id) ?? []).map((r) => r.title),
  }))
}

async function listIssues(db: Db, topicId: number): Promise<ChosenIssue[]> {
  const issues = await db
    .selectFrom('issue')
    .where('topic_id', '=', topicId)
    .select(['id', 'slug', 'question', 'kind', 'unit', 'exclusive'])
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  const positions = await db
    .selectFrom('position as p')
    .innerJoin('issue as i', 'i.id', 'p.issue_id')
    .where('i.topic_id', '=', topicId)
    .where('p.merged_into_id', 'is', null)
    .select(['p.issue_id', 'p.slug', 'p.label'])
    .orderBy('p.ordinal')
    .orderBy('p.id')
    .execute()
  const byIssue = groupBy(positions, (p) => p.issue_id)
  return issues.map(({ id, unit, ...issue }) => ({
    ...issue,
    unit: unit ?? undefined,
    positions: (byIssue.get(id) ?? []).map(({ slug, label }) => ({ slug, label })),
  }))
}

/** Newest first: what somebody just added is what they go on citing. */
async function listSources(db: Db, topicId: number): Promise<ChosenSource[]> {
  const sources = await db
    .selectFrom('source')
    .where('topic_id', '=', topicId)
    .select(['slug', 'title', 'publisher', 'published', 'language', 'url'])
    .orderBy('published_latest', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return sources.map((s) => ({
    ...s,
    publisher: s.publisher ?? undefined,
    url: s.url ?? undefined,
  }))
}
