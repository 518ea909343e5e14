import type { Dossier } from '#server/domain/dossier.ts'
import { aClaim, aDossier } from './a-dossier.ts'

/** A topic in which two parties contradict each other on so many issues, and on nothing else. */
export function manyContradictions(count: number): Dossier {
  const base = aDossier()
  const slugs = Array.from({ length: count }, (_, i) => `issue-${i + 1}`)
  const [north, south] = base.parties.map((party) => party.slug)
  const source = base.sources[0]?.slug ?? ''
  const claim = (issue: string, party: string, stance: 'affirms' | 'denies') =>
    aClaim({
      slug: `${issue}-${party}`,
      issue,
      party,
      stance,
      position: 'yes',
      form: 'paraphrase',
      said: '2020-01-01',
      statement: `${party} ${stance} ${issue}.`,
      citations: [{ source }],
    })
  return {
    ...base,
    topic: { ...base.topic, slug: 'many', title: 'Many questions' },
    issues: slugs.map((slug) => ({
      slug,
      question: `Is ${slug} so?`,
      nature: 'factual',
      kind: 'yes-no',
      positions: [{ slug: 'yes', label: `Yes, ${slug}` }],
    })),
    claims: slugs.flatMap((slug) => [
      claim(slug, north ?? '', 'affirms'),
      claim(slug, south ?? '', 'denies'),
    ]),
  }
}
