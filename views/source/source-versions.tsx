import { type Addressed, paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
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
  const w = wording().source
  return (
    <section class="versions" aria-labelledby="versions">
      <h2 id="versions">{w.texts}</h2>
      {shown !== newest && (
        <p class="notice">
          {w.isEarlier} <a href={paths.source(source)}>{w.readNewest}</a>
        </p>
      )}
      <ol class="list" reversed>
        {captures.map(({ version, capturedAt, erased }, i) => (
          <li>
            <a
              href={paths.source(version === newest ? source : { ...source, version })}
              aria-current={version === shown ? 'true' : undefined}
            >
              {w.version(version)}
            </a>
            {w.capturedOn(<DateText date={capturedAt} />)}
            {version === newest && w.theNewest}
            {erased !== null && w.erased}
            {erased === null && captures[i + 1]?.erased === null && canSeeChanges && (
              <>
                {' · '}
                <a href={paths.sourceChanges(source, version - 1, version)}>
                  {w.whatChanged}
                  <span class="visually-hidden">{w.fromVersion(version - 1)}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
