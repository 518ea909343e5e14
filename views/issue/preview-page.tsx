import { type FieldValues, FormToken, HiddenValues } from '../shared/fields.tsx'
import { counted } from '../shared/stance.tsx'
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
    <p class="lede">
      <bdi>{question}</bdi> Nothing is saved yet.
    </p>
    {moved !== undefined && <p>{counted(moved, 'claim')} will be about another position.</p>}
    <Effects {...effects} />
    <form method="post" action={action}>
      <FormToken viewer={viewer} />
      <HiddenValues values={withoutStep(values)} />
      <div class="actions">
        <button class="button-primary" name="step" value="save-seen">
          Save
        </button>
        <button name="step" value="edit">
          Back to editing
        </button>
      </div>
    </form>
  </>
)

const withoutStep = (values: FieldValues): FieldValues =>
  new Map([...values].filter(([name]) => name !== 'step' && name !== 'csrf'))
