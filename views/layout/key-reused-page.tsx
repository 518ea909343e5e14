import { InstantText } from '../shared/date-text.tsx'
import { type FieldValues, FormToken, HiddenValues } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'

export interface KeyReusedPageProps {
  readonly viewer: { readonly csrf: string }
  /** Where the form goes. */
  readonly action: string
  /** Everything that was sent; undefined where it holds what no page may show again. */
  readonly waiting: FieldValues | undefined
  readonly doneAt: Date
}

/** A form that was saved, changed after going back, and sent once more: it can go on as a new one. */
export const KeyReusedPage = ({ viewer, action, waiting, doneAt }: KeyReusedPageProps) => (
  <div role="alert">
    <h1>{wording().problems.sentBefore}</h1>
    <p class="lede">{wording().problems.savedOn(<InstantText at={doneAt} />)}</p>
    {waiting === undefined ? (
      <p>{wording().problems.openAnew}</p>
    ) : (
      <form class="form" method="post" action={action}>
        <FormToken viewer={viewer} />
        <HiddenValues values={waiting} />
        <p>{wording().problems.isKept}</p>
        <div class="actions">
          <button class="button-primary">{wording().problems.sendAsNew}</button>
        </div>
      </form>
    )}
  </div>
)
