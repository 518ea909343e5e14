import type { RestorableEntity } from '#server/domain/restoration.ts'
import { InstantText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
import { type FieldChange, FieldChanges } from './field-changes.tsx'
import { VersionChoice } from './version-choice.tsx'

/** Who made a version, when and why. */
interface Made {
  readonly version: number
  readonly at: Date
  readonly by: string
  readonly why: string | null
}

/** Something that has versions, as pages about them show it. */
export interface VersionedThing {
  readonly entity: RestorableEntity
  readonly label: string
  readonly href: string
  /** The path of its history, and the page where its versions are listed. */
  readonly history: string
  readonly listedAt: string
  /** The number of its newest version. */
  readonly newest: number
}

export interface VersionsPageProps {
  readonly thing: VersionedThing
  readonly from: number
  readonly to: number
  readonly changes: readonly FieldChange[]
  /** The versions that brought the changes, the newest first. */
  readonly made: readonly Made[]
}

/** Two versions of something: each field that differs, and who changed it, when and why. */
export const VersionsPage = ({ thing, from, to, changes, made }: VersionsPageProps) => {
  const w = wording().versions
  return (
    <>
      <h1>{w.heading(thing.entity)}</h1>
      <About thing={thing} />
      <div class="stack">
        <p>
          {w.fromTo(from, to)} {w.marks}
        </p>
        {changes.length === 0 ? (
          <p class="notice">{from === to ? w.isOne : w.isSame}</p>
        ) : (
          <>
            <h2>{w.changes}</h2>
            <FieldChanges
              version={to}
              isFirst={false}
              changes={changes}
              heads={{ from: w.of(from), to: w.of(to) }}
              isTold
            />
          </>
        )}
        {made.length > 0 && <Makers {...{ made, thing, from, to }} />}
        <VersionChoice thing={thing} from={from} to={to} />
      </div>
    </>
  )
}

/** Where a version was asked for that is not there, with the way to those that are. */
export const NoVersionPage = ({ thing }: { thing: VersionedThing }) => {
  const w = wording().versions
  return (
    <>
      <h1>{w.noneTitle}</h1>
      <About thing={thing} />
      <div class="stack">
        <p>{w.none(thing.newest)}</p>
        <VersionChoice thing={thing} from={thing.newest - 1} to={thing.newest} />
      </div>
    </>
  )
}

const About = ({ thing }: { thing: VersionedThing }) => (
  <p class="lede">
    <a href={thing.href}>
      <bdi>{thing.label}</bdi>
    </a>
  </p>
)

const Makers = ({ made, thing, from, to }: Omit<VersionsPageProps, 'changes'>) => {
  const w = wording().versions
  const { importer, reason } = wording().history
  return (
    <>
      <h2>{w.who}</h2>
      <ul class="list history-list">
        {made.map(({ version, at, by, why }) => (
          <li>
            <p>
              {w.by(
                version,
                by === 'dossier import' ? importer.within : <bdi>{by}</bdi>,
                <InstantText at={at} />,
              )}
            </p>
            {why !== null && <p>{reason(<bdi>{why}</bdi>)}</p>}
          </li>
        ))}
      </ul>
      {made.length < to - from && (
        <p>
          <a href={thing.listedAt}>{w.more}</a>
        </p>
      )}
    </>
  )
}
