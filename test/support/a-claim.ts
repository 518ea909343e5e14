import type { Claim, IssueKind, IssueModel } from '#server/domain/claims.ts'
import { parseDate } from '#server/domain/dates.ts'
import type { Relation } from '#server/domain/positions.ts'

type Given = Omit<Partial<Claim>, 'scope'> & { readonly scope?: string | undefined }

/** A claim as the logic sees it; name only what matters. `said` and `scope` are EDTF. */
export function heldClaim(given: Given = {}): Claim {
  const said = given.said ?? '2015-12-15'
  const { earliest, latest } = parseDate(said)
  const scope = given.scope === undefined ? undefined : parseDate(given.scope)
  return {
    slug: 'c1',
    issue: 'q',
    party: 'north',
    position: given.value === undefined ? 'p' : undefined,
    stance: 'affirms',
    bearing: 'states',
    form: 'direct quotation',
    withdrawn: false,
    earliest,
    latest,
    ...given,
    said,
    scope,
  }
}

/** An issue as the logic sees it, with the positions that its relations name and `p`. */
export function anIssue(
  relations: readonly Relation[] = [],
  kind: IssueKind = 'options',
): IssueModel {
  const slugs = new Set(['p', ...relations.flatMap((r) => [r.from, r.to])])
  const isByValue = kind === 'quantity' || kind === 'date'
  return {
    slug: 'q',
    kind,
    unit: kind === 'quantity' ? 'months' : undefined,
    positions: isByValue ? [] : [...slugs].map((slug) => ({ slug, label: slug.toUpperCase() })),
    relations,
  }
}
