import { paths } from '#server/paths.ts'
import { wording } from '../words/wording.ts'

/** What merging positions made of a contradiction. */
export interface MergedProps {
  readonly merged: readonly { readonly label: string; readonly into: string }[]
  readonly kin: readonly { readonly id: number; readonly isSuccessor: boolean }[]
}

/** Where a contradiction went on, or came from, when positions were merged. */
export const Merged = ({ merged, kin }: MergedProps) => {
  const [successors, earlier] = [
    kin.filter((k) => k.isSuccessor),
    kin.filter((k) => !k.isSuccessor),
  ]
  if (merged.length === 0 && earlier.length === 0) return null
  const w = wording().contradiction
  return (
    <div class="notice stack">
      {merged.map(({ label, into }) => (
        <p>{w.merged(<bdi>{label}</bdi>, <bdi>{into}</bdi>)}</p>
      ))}
      {merged.length > 0 && successors.length > 0 && <p>{w.sidesNow(<Links of={successors} />)}</p>}
      {merged.length === 0 && <p>{w.sidesBefore(<Links of={earlier} />)}</p>}
    </div>
  )
}

const Links = ({ of }: { of: readonly { readonly id: number }[] }) => (
  <>
    {of.map(({ id }, i) => (
      <>
        {i > 0 && wording().common.comma}
        <a href={paths.contradiction({ id })}>
          {wording().contradiction.numbered(paths.contradiction({ id }).slice(3))}
        </a>
      </>
    ))}
  </>
)
