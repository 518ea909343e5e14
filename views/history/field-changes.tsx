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
  /** Are the words that went and came told to those who hear the page, whatever reads it to them? */
  readonly isTold?: boolean | undefined
}

export const Nothing = () => <span class="muted">{wording().history.nothing}</span>

/** What a revision changed: each field from and to, what went struck out and what came underlined. */
export const FieldChanges = ({ version, isFirst, changes, heads, isTold = false }: Props) => {
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
              {isFirst ? <td dir="auto">{change.to}</td> : <FromTo {...change} isTold={isTold} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const FromTo = ({ from, to, isTold }: FieldChange & { isTold: boolean }) => {
  const { parts } = compareTexts(from, to)
  const cell = (text: string, without: TextPart['kind']) => (
    <td dir="auto">{text === '' ? <Nothing /> : <Parts {...{ parts, without, isTold }} />}</td>
  )
  return (
    <>
      {cell(from, 'added')}
      {cell(to, 'removed')}
    </>
  )
}

interface PartsProps {
  readonly parts: readonly TextPart[]
  readonly without: TextPart['kind']
  readonly isTold: boolean
}

const Parts = ({ parts, without, isTold }: PartsProps) => (
  <>
    {joinChanges(parts.filter(({ kind }) => kind !== without)).map(({ kind, text }) => {
      if (kind === 'same') return text
      const words = isTold ? <Told kind={kind} text={text} /> : text
      return kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>
    })}
  </>
)

/** Screen readers tell insertions and deletions unevenly, so that words before and after do. */
const Told = ({ kind, text }: { kind: 'added' | 'removed'; text: string }) => {
  const { before, after } = wording().versions.told[kind]
  return (
    <>
      <span class="visually-hidden">{before}</span>
      {text}
      <span class="visually-hidden">{after}</span>
    </>
  )
}
