import type { Child } from 'hono/jsx'
import { translated } from '../words/messages.ts'
import { wording } from '../words/wording.ts'
import { FormToken } from './fields.tsx'

/** The reverse of something, as the form of the ordinary route that does it. */
export interface UndoForm {
  readonly path: string
  /** What the form sends besides. */
  readonly fields?: Readonly<Record<string, string>> | undefined
  /** What is undone, for those who hear the button alone: "withdrawing this claim". */
  readonly of: string
}

interface Props {
  /** What was done a moment ago; left out where `children` say it. */
  readonly says?: string | undefined
  /** Left out where it cannot be undone, or not by whoever reads this. */
  readonly undo?: UndoForm | undefined
  readonly viewer: { readonly csrf: string } | undefined
  readonly children?: Child
}

/**
 * What was done a moment ago, with the way back. It stays until the page is left: nothing that matters
 * disappears by itself. It takes the focus, so that a screen reader hears it first.
 */
export const DoneNotice = ({ says, undo, viewer, children }: Props) => (
  <div class="notice done no-print" role="status" tabindex={-1} autofocus id="done">
    <div class="stack">
      {says !== undefined && <p>{translated(says)}</p>}
      {children}
    </div>
    {undo !== undefined && <Undo undo={undo} viewer={viewer} />}
  </div>
)

/** A plain form with one button, which does exactly the reverse. */
export const Undo = ({ undo, viewer }: Required<Pick<Props, 'viewer'>> & { undo: UndoForm }) => (
  <form method="post" action={undo.path}>
    <FormToken viewer={viewer} />
    {Object.entries(undo.fields ?? {}).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button>
      {wording().shared.undo}
      <span class="visually-hidden">{wording().shared.undoOf(translated(undo.of))}</span>
    </button>
  </form>
)
