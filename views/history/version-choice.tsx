import { paths } from '#server/paths.ts'
import { Select } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import type { VersionedThing } from './versions-page.tsx'

/** As many versions as can be chosen among, the newest; an address takes any. */
const MOST = 200

interface Props {
  readonly thing: Pick<VersionedThing, 'history' | 'listedAt' | 'newest'>
  /** What is chosen to begin with. */
  readonly from: number
  readonly to: number
  /** Is it on the page of the history? */
  readonly isInHistory?: boolean | undefined
}

/** Two versions to compare, by a form that works without scripts; nothing where there is one version. */
export const VersionChoice = ({ thing, from, to, isInHistory = false }: Props) => {
  const w = wording().versions
  const options = Array.from({ length: Math.min(thing.newest, MOST) }, (_, i) => {
    const version = thing.newest - i
    return { value: String(version), label: w.of(version) }
  })
  return (
    <>
      {thing.newest > 1 && (
        <form
          class="row compare-with no-print"
          method="get"
          action={paths.versionChanges(thing.history)}
          aria-label={w.compareTwo}
        >
          <Select name="from" label={w.from} value={String(from)} options={options} />
          <Select name="to" label={w.to} value={String(to)} options={options} />
          <button type="submit">{w.compare}</button>
        </form>
      )}
      {!isInHistory && (
        <p>
          <a href={thing.listedAt}>{w.back}</a>
        </p>
      )}
    </>
  )
}
