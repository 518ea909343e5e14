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

export interface SearchPageProps {
  readonly issue: { readonly id: number; readonly slug: string; readonly question: string }
  readonly parties: readonly { readonly slug: string; readonly name: string }[]
  readonly viewer: { readonly csrf: string } | undefined
  readonly values: FieldValues
  readonly errors: FieldErrors
}

/** Looked, found nothing: who was looked for, where and when. */
export const SearchPage = ({ issue, parties, viewer, values, errors }: SearchPageProps) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Record a search</h1>
    <p class="lede">
      <bdi>{issue.question}</bdi> Where nothing is on record of a party, this says who looked for
      it.
    </p>
    <form class="form" method="post" action={paths.newSearch(issue)} novalidate>
      <FormToken viewer={viewer} />
      <Select
        name="party"
        label="Party"
        prompt="Choose a party"
        options={parties.map((p) => ({ value: p.slug, label: p.name }))}
        value={valueOf(values, 'party')}
        errors={errors}
      />
      <Radios
        name="result"
        label="What came of it"
        options={[
          { value: 'none-found', label: 'Looked, found nothing' },
          { value: 'not-applicable', label: 'The question does not apply to this party' },
        ]}
        value={valueOf(values, 'result')}
        errors={errors}
      />
      <TextField
        name="where"
        label="Where was looked"
        hint="Archives, sites, search terms."
        optional
        value={valueOf(values, 'where')}
        maxLength={500}
        errors={errors}
      />
      <TextField
        name="on"
        label="On"
        type="date"
        width="medium"
        value={valueOf(values, 'on')}
        errors={errors}
      />
      <TextField
        name="by"
        label="By"
        hint="Left empty, it is you."
        optional
        width="medium"
        value={valueOf(values, 'by')}
        maxLength={300}
        errors={errors}
      />
      <div class="actions">
        <button class="button-primary">Save search</button>
        <a href={paths.issue(issue)}>Cancel</a>
      </div>
    </form>
  </>
)
