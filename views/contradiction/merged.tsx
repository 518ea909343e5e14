import { paths } from '#server/paths.ts'

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
  return (
    <div class="notice stack">
      {merged.map(({ label, into }) => (
        <p>
          The position “<bdi>{label}</bdi>” was merged into “<bdi>{into}</bdi>”. What was said of it
          counts there now; what was decided here stays here.
        </p>
      ))}
      {merged.length > 0 && successors.length > 0 && (
        <p>
          The same sides now: <Links of={successors} />
        </p>
      )}
      {merged.length === 0 && (
        <p>
          Before positions were merged, the same sides were recorded as: <Links of={earlier} />
        </p>
      )}
    </div>
  )
}

const Links = ({ of }: { of: readonly { readonly id: number }[] }) => (
  <>
    {of.map(({ id }, i) => (
      <>
        {i > 0 && ', '}
        <a href={paths.contradiction({ id })}>
          contradiction {paths.contradiction({ id }).slice(3)}
        </a>
      </>
    ))}
  </>
)
