import { paths } from '#server/paths.ts'
import {
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  Radios,
  Select,
  TextField,
  valueOf,
} from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'

export interface SearchPageProps {
  readonly issue: { readonly id: number; readonly slug: string; readonly question: string }
  readonly parties: readonly { readonly slug: string; readonly name: string }[]
  readonly viewer: { readonly csrf: string } | undefined
  readonly values: FieldValues
  readonly errors: FieldErrors
}

const RESULTS = ['none-found', 'not-applicable'] as const

/** Looked, found nothing: who was looked for, where and when. */
export const SearchPage = ({ issue, parties, viewer, values, errors }: SearchPageProps) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>{wording().issueSearch.title}</h1>
    <p class="lede">
      <bdi>{issue.question}</bdi> {wording().issueSearch.lede}
    </p>
    <form class="form" method="post" action={paths.newSearch(issue)} novalidate>
      <FormToken viewer={viewer} />
      <Select
        name="party"
        label={wording().issueSearch.party}
        prompt={wording().issueSearch.chooseParty}
        options={parties.map((p) => ({ value: p.slug, label: p.name }))}
        value={valueOf(values, 'party')}
        errors={errors}
      />
      <Radios
        name="result"
        label={wording().issueSearch.result}
        options={RESULTS.map((value) => ({ value, label: wording().issueSearch.results[value] }))}
        value={valueOf(values, 'result')}
        errors={errors}
      />
      <TextField
        name="where"
        label={wording().issueSearch.where}
        hint={wording().issueSearch.whereHint}
        optional
        value={valueOf(values, 'where')}
        maxLength={500}
        errors={errors}
      />
      <TextField
        name="on"
        label={wording().issueSearch.on}
        type="date"
        width="medium"
        value={valueOf(values, 'on')}
        errors={errors}
      />
      <TextField
        name="by"
        label={wording().issueSearch.by}
        hint={wording().issueSearch.byHint}
        optional
        width="medium"
        value={valueOf(values, 'by')}
        maxLength={300}
        errors={errors}
      />
      <div class="actions">
        <button class="button-primary">{wording().issueSearch.save}</button>
        <a href={paths.issue(issue)}>{wording().issueSearch.cancel}</a>
      </div>
    </form>
  </>
)
