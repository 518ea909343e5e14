import type { Child } from 'hono/jsx'
import type { Actor } from '#server/domain/access.ts'
import type { DeliveryState, UndeliveredEntry } from '#server/domain/deliveries.ts'
import type { Viewer } from '../layout/document.tsx'
import { DateText, InstantText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
import { AdminNavigation } from './admin-navigation.tsx'
import { Undelivered } from './undelivered.tsx'

export interface JobsPageProps {
  readonly viewer: Viewer & Actor
  /** Does the operator let anything be sent? */
  readonly isOn: boolean
  readonly deliveries: DeliveryState
  readonly undelivered: readonly UndeliveredEntry[]
  readonly search: { readonly entries: number; readonly missing: number; readonly stale: number }
  readonly captures: {
    readonly texts: number
    /** EDTF, or an instant. */
    readonly newest: string | null
    readonly withoutText: number
  }
  /** Was a delivery sent again a moment ago? */
  readonly isRetried: boolean
}

/** What goes on beside requests, with what did not work and a way to try it again. */
export const JobsPage = (props: JobsPageProps) => (
  <div class="parts">
    <h1>{wording().admin.jobs}</h1>
    <AdminNavigation viewer={props.viewer} current="jobs" />
    <p class="lede">{wording().admin.jobsLede}</p>
    {props.isRetried && (
      <p class="notice" role="status">
        {wording().admin.retried}
      </p>
    )}
    <Webhooks {...props} />
    <Undelivered {...props} />
    <Search {...props} />
    <Texts {...props} />
  </div>
)

const Part = (props: { id: string; title: string; children?: Child }) => (
  <section class="stack" aria-labelledby={props.id}>
    <h2 id={props.id}>{props.title}</h2>
    {props.children}
  </section>
)

const Facts = ({ facts }: { facts: readonly (readonly [string, Child])[] }) => (
  <dl class="facts">
    {facts.map(([what, value]) => (
      <>
        <dt>{what}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
)

const instantOr = (at: Date | null, otherwise: string): Child =>
  at === null ? otherwise : <InstantText at={at} />

const Webhooks = ({ isOn, deliveries }: JobsPageProps) => {
  const { admin, number } = wording()
  return (
    <Part id="webhooks" title={admin.webhooks}>
      <p>{isOn ? admin.webhooksHow : admin.webhooksOff(<code>WEBHOOKS_TO</code>)}</p>
      <Facts
        facts={[
          [admin.webhooks, admin.allWebhooks(deliveries.webhooks, deliveries.disabled)],
          [admin.unswept, number(deliveries.unswept)],
          [admin.waiting, number(deliveries.waiting)],
          [admin.retrying, number(deliveries.retrying)],
          [admin.held, number(deliveries.held)],
          [admin.givenUp, number(deliveries.givenUp)],
          [admin.delivered, number(deliveries.delivered)],
          [admin.lastDelivered, instantOr(deliveries.lastDelivered, admin.never)],
          [admin.lastAttempt, instantOr(deliveries.lastAttempt, admin.never)],
          [admin.nextAttempt, instantOr(deliveries.nextAttempt, admin.none)],
        ]}
      />
    </Part>
  )
}

const Search = ({ search }: JobsPageProps) => {
  const { admin, number } = wording()
  return (
    <Part id="search" title={admin.search}>
      <p>{admin.searchHow}</p>
      <Facts
        facts={[
          [admin.searchEntries, number(search.entries)],
          [admin.searchMissing, number(search.missing)],
          [admin.searchStale, number(search.stale)],
        ]}
      />
    </Part>
  )
}

const Texts = ({ captures }: JobsPageProps) => {
  const { admin, number } = wording()
  const { newest } = captures
  return (
    <Part id="texts" title={admin.texts}>
      <p>{admin.textsHow}</p>
      <Facts
        facts={[
          [admin.captured, number(captures.texts)],
          [
            admin.newestText,
            newest === null ? admin.never : <DateText date={newest.slice(0, 10)} />,
          ],
          [admin.withoutText, number(captures.withoutText)],
        ]}
      />
    </Part>
  )
}
