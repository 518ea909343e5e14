import { type Addressed, paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import type { ShownCapture } from './source-facts.tsx'

export interface VersionsProps {
  readonly source: Addressed
  /** The version that the page shows. */
  readonly shown: number
  /** The newest first. */
  readonly captures: readonly ShownCapture[]
  /** Whoever sees excerpts only cannot see what changed between whole texts. */
  readonly canSeeChanges: boolean
}

/** The texts that a source has had, and what changed from each to the next. */
export const Versions = ({ source, shown, captures, canSeeChanges }: VersionsProps) => {
  const newest = captures[0]?.version
  return (
    <section class="versions" aria-labelledby="versions">
      <h2 id="versions">Texts of this source</h2>
      {shown !== newest && (
        <p class="notice">
          This is an earlier text. <a href={paths.source(source)}>Read the newest</a>
        </p>
      )}
      <ol class="list" reversed>
        {captures.map(({ version, capturedAt, erased }, i) => (
          <li>
            <a
              href={paths.source(version === newest ? source : { ...source, version })}
              aria-current={version === shown ? 'true' : undefined}
            >
              Version {version}
            </a>
            , captured <DateText date={capturedAt} />
            {version === newest && ', the newest'}
            {erased !== null && ', erased'}
            {erased === null && captures[i + 1]?.erased === null && canSeeChanges && (
              <>
                {' · '}
                <a href={paths.sourceChanges(source, version - 1, version)}>
                  What changed<span class="visually-hidden"> from version {version - 1}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
