import { paths } from '#server/paths.ts'
import { InstantText } from '../shared/date-text.tsx'
import { Nothing } from './claim-form-page.tsx'
import { labelOf } from './fields.ts'

/** One step in the history of a claim, ready to be shown. */
export interface ShownRevision {
  readonly version: number
  readonly at: Date
  readonly by: string
  readonly why?: string | undefined
  readonly did: 'recorded' | 'changed' | 'withdrew' | 'put back'
  readonly changes: readonly { readonly name: string; readonly from: string; readonly to: string }[]
}

export interface HistoryPageProps {
  readonly claim: { readonly id: number; readonly slug: string }
  readonly sentence: string
  readonly revisions: readonly ShownRevision[]
}

export const HistoryPage = ({ claim, sentence, revisions }: HistoryPageProps) => (
  <>
    <h1>History of this claim</h1>
    <p class="lede">
      <a href={paths.claim(claim)}>
        <bdi>{sentence}</bdi>
      </a>
    </p>
    <ol class="list" reversed>
      {revisions.map((revision) => (
        <li>
          <Revision revision={revision} />
        </li>
      ))}
    </ol>
  </>
)

const verbs: Readonly<Record<ShownRevision['did'], string>> = {
  recorded: 'recorded it',
  changed: 'changed it',
  withdrew: 'withdrew it',
  'put back': 'put it back',
}

const Revision = ({ revision }: { revision: ShownRevision }) => (
  <div class="stack">
    <h2 class="revision-title">
      Version {revision.version}: <bdi>{revision.by}</bdi> {verbs[revision.did]}
    </h2>
    <p class="muted">
      <InstantText at={revision.at} />
    </p>
    {revision.why !== undefined && (
      <p>
        Reason: <bdi>{revision.why}</bdi>
      </p>
    )}
    {revision.changes.length > 0 && <Changes revision={revision} />}
  </div>
)

/** The first version has nothing to compare with: one column. Words say what was and what is. */
const Changes = ({ revision: { version, did, changes } }: { revision: ShownRevision }) => {
  const isFirst = did === 'recorded'
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={`Fields of version ${version}`}>
      <table class="table revision-table">
        <caption class="visually-hidden">What version {version} says</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            {!isFirst && <th scope="col">From</th>}
            <th scope="col">{isFirst ? 'As recorded' : 'To'}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ name, from, to }) => (
            <tr>
              <th scope="row">{labelOf(name)}</th>
              {!isFirst && <td dir="auto">{from === '' ? <Nothing /> : from}</td>}
              <td dir="auto">{to === '' ? <Nothing /> : to}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
