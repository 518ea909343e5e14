import type { ErasedThing } from '#server/domain/erasures.ts'
import { paths } from '#server/paths.ts'
import { InstantText } from '../shared/date-text.tsx'
import { counted } from '../shared/stance.tsx'
import { type NamedErasable, whatGoes } from './words.ts'

export interface ShownRequest {
  readonly id: number
  readonly thing: ErasedThing
  readonly reason: string
  readonly askedAt: Date
  readonly askedBy: string
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly declinedWhy: string | null
  readonly target: NamedErasable | undefined
}

interface Props {
  readonly pending: readonly ShownRequest[]
  readonly decided: readonly ShownRequest[]
}

/** What waits to be erased, and what became of what was asked before. */
export const ErasuresPage = ({ pending, decided }: Props) => (
  <div class="parts">
    <h1>Erasures</h1>
    <p class="lede">
      {pending.length === 0
        ? 'No request waits.'
        : `${counted(pending.length, 'request')} waiting.`}{' '}
      An editor or owner asks; an owner who did not ask carries it out or declines.
    </p>
    {pending.length > 0 && (
      <section aria-labelledby="waiting">
        <h2 id="waiting">Waiting</h2>
        <ul class="list">
          {pending.map((request) => (
            <li>
              <p class="strong">
                <a href={paths.erasure(request)}>
                  <Name {...request} />
                </a>
              </p>
              <p class="small muted">
                {request.reason}; asked by <bdi>{request.askedBy}</bdi>,{' '}
                <InstantText at={request.askedAt} />
              </p>
            </li>
          ))}
        </ul>
      </section>
    )}
    {decided.length > 0 && (
      <section aria-labelledby="decided">
        <h2 id="decided">Decided</h2>
        <ul class="list">
          {decided.map((request) => (
            <Decided {...request} />
          ))}
        </ul>
      </section>
    )}
  </div>
)

const Name = ({ thing, target }: Pick<ShownRequest, 'thing' | 'target'>) => (
  <>
    {whatGoes[thing]} <bdi>{target?.label}</bdi>
    {typeof target?.version === 'number' && `, version ${target.version}`}
  </>
)

const Decided = (request: ShownRequest) => (
  <li>
    <p>
      <Name {...request} />
    </p>
    <p class="small muted">
      {request.declinedWhy === null ? 'Erased' : 'Declined'} by <bdi>{request.decidedBy}</bdi>
      {request.decidedAt !== null && (
        <>
          , <InstantText at={request.decidedAt} />
        </>
      )}
      ; {request.reason}, asked by <bdi>{request.askedBy}</bdi>
    </p>
    {request.declinedWhy !== null && (
      <p class="small">
        <bdi>{request.declinedWhy}</bdi>
      </p>
    )}
  </li>
)
