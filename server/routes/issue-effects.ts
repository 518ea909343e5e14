import type { Db } from '#db/connect.ts'
import { findIssueForms, listFiledOn } from '#db/queries/issue-record.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import type { EffectsProps } from '#views/issue/effects.tsx'
import { wording } from '#views/words/wording.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { Day } from '../domain/dates.ts'
import type { DossierClaim, DossierIssue, DossierSide } from '../domain/dossier.ts'
import { type EffectOnContradiction, findEffects } from '../domain/issue-effects.ts'
import { recordThen } from '../domain/record-then.ts'
import type { ContradictionKind } from '../domain/reviews.ts'
import { paths } from '../paths.ts'

/** What a change of an issue would be: its form, and claims that say something else by it. */
export interface IssueChangeToShow {
  readonly issue: DossierIssue
  readonly claims?: readonly DossierClaim[] | undefined
  /** Positions that others take the place of. */
  readonly renamed?: ReadonlyMap<string, string> | undefined
}

/** Everything that a page says of what a change would change. Nothing is written. */
export async function findIssueEffects(
  db: Db,
  topic: FoundTopic,
  { issue, claims = [], renamed }: IssueChangeToShow,
  day: Day,
): Promise<EffectsProps> {
  const forms = await findIssueForms(db, topic, issue.slug)
  const moved = new Map(claims.map((claim) => [claim.slug, claim]))
  const before = recordThen(forms)
  const after = recordThen({
    ...forms,
    issues: forms.issues.map((one) => ({ ...issue, id: one.id })),
    claims: forms.claims.map((one) => ({ ...one, form: moved.get(one.form.slug) ?? one.form })),
  })
  const words = wording().explanations
  const effects = findEffects({ before, after, slug: issue.slug, day, renamed, words })
  const filed = new Map(
    (await listFiledOn(db, topic.id, issue.slug)).map((x) => [identityOf(x), x.id]),
  )
  return {
    effects,
    asOf: day,
    topicSlug: topic.slug,
    issueSlug: issue.slug,
    names: new Map(forms.parties.map(({ slug, name }) => [slug, name])),
    hrefOf: (effect: EffectOnContradiction) => {
      const id = filed.get(identityOf(effect))
      return id === undefined ? undefined : paths.contradiction({ id })
    },
  }
}

interface Identified {
  readonly kind: ContradictionKind
  readonly a: DossierSide
  readonly b: DossierSide
}

const identityOf = ({ kind, a, b }: Identified): string =>
  [kind, ...[canonicalJson(a), canonicalJson(b)].sort()].join(' ')
