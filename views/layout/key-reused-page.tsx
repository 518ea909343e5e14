import { InstantText } from '../shared/date-text.tsx'
import { type FieldValues, FormToken, HiddenValues } from '../shared/fields.tsx'

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
    <h1>This form was sent before</h1>
    <p class="lede">
      It was sent with other content and saved on <InstantText at={doneAt} />. What you sent now was
      not saved.
    </p>
    {waiting === undefined ? (
      <p>Open the page of the form anew, fill it in, and send it.</p>
    ) : (
      <form class="form" method="post" action={action}>
        <FormToken viewer={viewer} />
        <HiddenValues values={waiting} />
        <p>
          It is kept on this page. If it is meant besides what was saved, send it as a form of its
          own.
        </p>
        <div class="actions">
          <button class="button-primary">Send it as a new form</button>
        </div>
      </form>
    )}
  </div>
)
