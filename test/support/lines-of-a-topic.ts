import type { Claim } from '#server/domain/claims.ts'
import { type Judge, judgeOf } from '#server/domain/conflicts.ts'
import { type Dossier, claimOf, modelOf } from '#server/domain/dossier.ts'

/** One issue of a dossier: its judge, and what each party said on it as the logic sees it. */
export interface TopicLine {
  readonly issue: string
  readonly judge: Judge
  readonly claims: ReadonlyMap<string, readonly Claim[]>
}

/** Every issue of a dossier with the claims of all its parties, some of them none. */
export function linesOf(dossier: Dossier): TopicLine[] {
  const sources = new Map(dossier.sources.map((source) => [source.slug, source]))
  return dossier.issues.map((issue) => ({
    issue: issue.slug,
    judge: judgeOf(modelOf(issue)),
    claims: new Map(
      dossier.parties.map(({ slug }) => [
        slug,
        dossier.claims
          .filter((claim) => claim.issue === issue.slug && claim.party === slug)
          .map((claim) =>
            claimOf(
              claim,
              claim.citations.flatMap(({ source }) => sources.get(source) ?? []),
            ),
          ),
      ]),
    ),
  }))
}
