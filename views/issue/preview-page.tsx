import { type FieldValues, FormToken, HiddenValues } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { Effects, type EffectsProps } from './effects.tsx'

export interface PreviewPageProps extends EffectsProps {
  readonly title: string
  readonly question: string
  /** Claims that will be about another position. */
  readonly moved?: number | undefined
  /** Where the form posts to. */
  readonly action: string
  readonly viewer: { readonly csrf: string } | undefined
  /** What was typed: it goes along, whichever button is pressed. */
  readonly values: FieldValues
}

/** What a change would change, with what was typed: saved only from here. */
export const PreviewPage = ({
  title,
  question,
  action,
  viewer,
  values,
  moved,
  ...effects
}: PreviewPageProps) => (
  <>
    <h1>{title}</h1>
    <p class="lede">{wording().issueForm.notSaved(<bdi>{question}</bdi>)}</p>
    {moved !== undefined && <p>{wording().issueForm.moved(moved)}</p>}
    <Effects {...effects} />
    <form method="post" action={action}>
      <FormToken viewer={viewer} />
      <HiddenValues values={withoutStep(values)} />
      <div class="actions">
        <button class="button-primary" name="step" value="save-seen">
          {wording().issueForm.saveSeen}
        </button>
        <button name="step" value="edit">
          {wording().issueForm.backToEditing}
        </button>
      </div>
    </form>
  </>
)

const withoutStep = (values: FieldValues): FieldValues =>
  new Map([...values].filter(([name]) => name !== 'step' && name !== 'csrf'))
