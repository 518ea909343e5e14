import type { Dossier } from '#server/domain/dossier.ts'
import type { Deps } from '#server/http/context.ts'
import { aDispute, imported } from './a-dispute.ts'

/**
 * The dispute on record twice, the second time with everything but its claims in other words.
 * @param more - of the second time
 */
export async function revisedDispute(
  db: Deps['db'],
  more: Pick<Partial<Dossier>, 'claims' | 'replies'> = {},
): Promise<void> {
  const dispute = aDispute()
  const search = { party: 'gamma', issue: 'talks', on: '2015-12-20' }
  await imported(db, { ...dispute, searches: [{ ...search, result: 'none-found' }] })
  await imported(db, {
    ...dispute,
    topic: { ...dispute.topic, title: 'The narrows' },
    parties: dispute.parties.map((party) => ({ ...party, aliases: ['Another name'] })),
    people: dispute.people.map((person) => ({ ...person, aliases: ['Another name'] })),
    sources: dispute.sources.map((source) => ({ ...source, publisher: 'Another' })),
    issues: dispute.issues.map((issue) => ({ ...issue, question: `Now: ${issue.question}` })),
    searches: [{ ...search, result: 'not-applicable' }],
    ...more,
  })
}
