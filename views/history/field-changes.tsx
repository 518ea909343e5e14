import { compareTexts, joinChanges, type TextPart } from '#server/domain/text-changes.ts'
import { wording } from '../words/wording.ts'

/** A field that differs between two versions; empty where one of them has nothing there. */
export interface FieldChange {
  readonly label: string
  readonly from: string
  readonly to: string
}

interface Props {
  readonly version: number
  /** Nothing was there before: one column, as it was recorded. */
  readonly isFirst: boolean
  readonly changes: readonly FieldChange[]
  /** What the two columns hold, where they are not before and after a revision. */
  readonly heads?: { readonly from: string; readonly to: string } | undefined
}

export const Nothing = () => <span class="muted">{wording().history.nothing}</span>

/** What a revision changed: each field from and to, what went struck out and what came underlined. */
export const FieldChanges = ({ version, isFirst, changes, heads }: Props) => {
  const w = wording().history
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={w.fieldsOfVersion(version)}>
      <table class="table revision-table">
        <caption class="visually-hidden">{w.saysOfVersion(version)}</caption>
        <thead>
          <tr>
            <th scope="col">{w.field}</th>
            {!isFirst && <th scope="col">{heads?.from ?? w.from}</th>}
            <th scope="col">{heads?.to ?? (isFirst ? w.asRecorded : w.to)}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr>
              <th scope="row">{change.label}</th>
              {isFirst ? <td dir="auto">{change.to}</td> : <FromTo {...change} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const FromTo = ({ from, to }: FieldChange) => {
  const { parts } = compareTexts(from, to)
  return (
    <>
      <td dir="auto">{from === '' ? <Nothing /> : <Parts parts={parts} without="added" />}</td>
      <td dir="auto">{to === '' ? <Nothing /> : <Parts parts={parts} without="removed" />}</td>
    </>
  )
}

const Parts = ({ parts, without }: { parts: readonly TextPart[]; without: TextPart['kind'] }) => (
  <>
    {joinChanges(parts.filter(({ kind }) => kind !== without)).map(({ kind, text }) => {
      if (kind === 'same') return text
      return kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>
    })}
  </>
)
