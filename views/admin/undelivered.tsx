import type { UndeliveredEntry } from '#server/domain/deliveries.ts'
import { hostOfWebhook } from '#server/domain/webhooks.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { FormToken } from '../shared/fields.tsx'
import { translated } from '../words/messages.ts'
import { wording } from '../words/wording.ts'

interface Props {
  readonly viewer: Viewer
  readonly isOn: boolean
  readonly undelivered: readonly UndeliveredEntry[]
  readonly deliveries: Readonly<Record<'waiting' | 'retrying' | 'held' | 'givenUp', number>>
}

/** What did not arrive, each with a button to send it now; nothing where all did. */
export const Undelivered = ({ viewer, isOn, undelivered, deliveries }: Props) => {
  const { admin } = wording()
  const { waiting, retrying, held, givenUp } = deliveries
  return undelivered.length === 0 ? null : (
    <div class="scroll" role="region" tabindex={0} aria-labelledby="undelivered">
      <table class="table">
        <caption id="undelivered">
          {admin.undeliveredCaption(undelivered.length, waiting + retrying + held + givenUp)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{admin.event}</th>
            <th scope="col">{admin.where}</th>
            <th scope="col">{admin.stands}</th>
            {isOn && <th scope="col">{admin.doSomething}</th>}
          </tr>
        </thead>
        <tbody>
          {undelivered.map((delivery) => (
            <Row {...{ viewer, isOn, delivery }} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Row = ({
  viewer,
  isOn,
  delivery,
}: Pick<Props, 'viewer' | 'isOn'> & { delivery: UndeliveredEntry }) => {
  const { admin, webhooks } = wording()
  const { event, topicTitle, owner, url, notedAt, isEnabled } = delivery
  return (
    <tr>
      <th scope="row">
        {event === 'test' ? webhooks.test : webhooks.events[event]}
        <p class="small muted">
          <InstantText at={notedAt} />
        </p>
      </th>
      <td>
        <bdi>{topicTitle}</bdi>
        <p class="small muted">
          <code>{hostOfWebhook(url)}</code> {admin.ofOwner(<bdi>{owner}</bdi>)}
        </p>
      </td>
      <td>
        <Stand {...delivery} />
      </td>
      {isOn && <td>{isEnabled && <Retry viewer={viewer} delivery={delivery} />}</td>}
    </tr>
  )
}

const Stand = ({ isEnabled, attempts, nextAttemptAt, lastError }: UndeliveredEntry) => {
  const { admin } = wording()
  const says = lastError === null ? undefined : <bdi>{translated(lastError)}</bdi>
  if (nextAttemptAt === null)
    return (
      <>
        {admin.attemptsGivenUp(attempts)} {says}
      </>
    )
  if (!isEnabled) return <>{admin.waitsForWebhook}</>
  if (attempts === 0) return <>{admin.notTried}</>
  return (
    <>
      {admin.attemptsNext(attempts, <InstantText at={nextAttemptAt} />)} {says}
    </>
  )
}

const Retry = ({ viewer, delivery }: { viewer: Viewer; delivery: UndeliveredEntry }) => (
  <form method="post" action={paths.retryDelivery(delivery)}>
    <FormToken viewer={viewer} />
    <button class="button-quiet">{wording().admin.tryAgain(delivery.id)}</button>
  </form>
)
