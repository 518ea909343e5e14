import type { Actor } from '#server/domain/access.ts'
import type { ErasedThing, ErasureReason } from '#server/domain/erasures.ts'
import { paths } from '#server/paths.ts'
import { AdminNavigation } from '../admin/admin-navigation.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
import type { NamedErasable } from './words.ts'

export interface ShownRequest {
  readonly id: number
  readonly thing: ErasedThing
  readonly reason: ErasureReason
  readonly askedAt: Date
  readonly askedBy: string
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly declinedWhy: string | null
  readonly target: NamedErasable | undefined
}

interface Props {
  readonly viewer: Actor
  readonly pending: readonly ShownRequest[]
  readonly decided: readonly ShownRequest[]
}

/** What waits to be erased, and what became of what was asked before. */
export const ErasuresPage = ({ viewer, pending, decided }: Props) => (
  <div class="parts">
    <h1>{wording().erasure.title}</h1>
    <AdminNavigation viewer={viewer} current="erasures" />
    <p class="lede">{wording().erasure.waiting(pending.length)}</p>
    {pending.length > 0 && (
      <section aria-labelledby="waiting">
        <h2 id="waiting">{wording().erasure.waitingHeading}</h2>
        <ul class="list">
          {pending.map((request) => (
            <Waiting {...request} />
          ))}
        </ul>
      </section>
    )}
    {decided.length > 0 && (
      <section aria-labelledby="decided">
        <h2 id="decided">{wording().erasure.decidedHeading}</h2>
        <ul class="list">
          {decided.map((request) => (
            <Decided {...request} />
          ))}
        </ul>
      </section>
    )}
  </div>
)

const Waiting = (request: ShownRequest) => {
  const { reasons, requested } = wording().erasure
  const at = <InstantText at={request.askedAt} />
  return (
    <li>
      <p class="strong">
        <a href={paths.erasure(request)}>
          <Name {...request} />
        </a>
      </p>
      <p class="small muted">
        {requested(reasons[request.reason], <bdi>{request.askedBy}</bdi>, at)}
      </p>
    </li>
  )
}

const Name = ({ thing, target }: Pick<ShownRequest, 'thing' | 'target'>) => (
  <>{wording().erasure.whatGoes[thing](<bdi>{target?.label}</bdi>, target?.version ?? null)}</>
)

const Decided = (request: ShownRequest) => {
  const { reasons, decided } = wording().erasure
  return (
    <li>
      <p>
        <Name {...request} />
      </p>
      <p class="small muted">
        {decided(
          request.declinedWhy === null ? 'erased' : 'declined',
          <bdi>{request.decidedBy}</bdi>,
          request.decidedAt === null ? undefined : <InstantText at={request.decidedAt} />,
          reasons[request.reason],
          <bdi>{request.askedBy}</bdi>,
        )}
      </p>
      {request.declinedWhy !== null && (
        <p class="small">
          <bdi>{request.declinedWhy}</bdi>
        </p>
      )}
    </li>
  )
}
