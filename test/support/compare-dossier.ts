import { type CompareJson, describeComparison } from '#server/domain/compare-json.ts'
import { compareIssue } from '#server/domain/comparison.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import { type Dossier, claimOf, modelOf } from '#server/domain/dossier.ts'
import { standOn } from '#server/domain/stands.ts'

/** The product's own compare.json of a dossier on a day, without a database. */
export function compareDossier(dossier: Dossier, asOf: string, windowDays = 30): CompareJson {
  const parties = [...dossier.topic.parties, ...dossier.topic.observers]
  const claims = dossier.claims.map((claim) => claimOf(claim, dossier.sources))
  const issues = dossier.issues.map((issue) => {
    const judge = judgeOf(modelOf(issue))
    const own = claims.filter((c) => c.issue === issue.slug)
    const standOf = (party: string) =>
      standOn(
        asOf,
        own.filter((c) => c.party === party),
        judge,
        windowDays,
      )
    const stands = new Map(parties.map((party) => [party, standOf(party)]))
    const searches = new Map(
      (dossier.searches ?? []).flatMap((s) =>
        s.issue === issue.slug ? [[s.party, s.result]] : [],
      ),
    )
    const comparison = compareIssue({ judge, parties, stands, searches })
    return { slug: issue.slug, question: issue.question, judge, comparison }
  })
  return describeComparison({
    topic: dossier.topic.slug,
    asOf,
    version: 1,
    partyNames: new Map(dossier.parties.map((p) => [p.slug, p.name])),
    parties: parties.map((slug) => ({ slug })),
    issues,
  })
}
