import type { Role } from '#server/domain/access.ts'
import type { PeopleAct } from '#server/domain/people-acts.ts'
import { paths } from '#server/paths.ts'
import { InstantText } from '../shared/date-text.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'

/** Something that was done to an account, as far as everybody is told. */
export interface PeopleLine {
  readonly id: number
  readonly at: Date
  readonly by: string
  readonly act: PeopleAct
  /** Of whom it was done to, where they are named. */
  readonly name: string | undefined
  /** Theirs at the time, after a change of role. */
  readonly role: Role
  readonly why: string | undefined
}

export interface SiteModerationProps {
  readonly topics: readonly { readonly slug: string; readonly title: string }[]
  readonly lines: readonly PeopleLine[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** What was done to accounts, and the way to each topic's own log. */
export const SiteModerationPage = (props: SiteModerationProps) => (
  <>
    <h1>Moderation</h1>
    <p class="lede">
      What the people who run this site did to others’ work and accounts: who did it, when and why.
    </p>
    <section class="topic-part" aria-labelledby="topics">
      <h2 id="topics">Topics</h2>
      <Topics {...props} />
    </section>
    <section class="topic-part" aria-labelledby="accounts">
      <h2 id="accounts">Accounts</h2>
      <p class="state">
        Roles that were changed, and accounts that were suspended or restored. Who is, or was, an
        editor or an owner decides over what others record, and is named. Everybody else is not:
        their role stands here instead, and their name is left out of the reason. Whoever did it is
        always named.
      </p>
      <Accounts {...props} />
    </section>
  </>
)

const Topics = ({ topics }: SiteModerationProps) =>
  topics.length === 0 ? (
    <p class="muted">There is no topic that you can see.</p>
  ) : (
    <ul class="list">
      {topics.map(({ slug, title }) => (
        <li>
          <a href={paths.topicModeration(slug)}>
            <bdi>{title}</bdi>
          </a>
        </li>
      ))}
    </ul>
  )

const Accounts = ({ lines, total, page, pages }: SiteModerationProps) =>
  total === 0 ? (
    <Empty title="Nothing yet">
      <p>No role was changed, and no account suspended.</p>
    </Empty>
  ) : (
    <>
      <p class="small">{counted(total, 'entry', 'entries')}, the newest first</p>
      <ol class="list history-list">
        {lines.map((line) => (
          <li>
            <p class="strong history-deed">
              <Sentence {...line} />
            </p>
            <p class="small muted">
              <InstantText at={line.at} />
            </p>
            <p>
              {line.why === undefined ? (
                <span class="muted">The reason was given before reasons were public.</span>
              ) : (
                <>
                  Reason: <bdi>{line.why}</bdi>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      <Pagination
        page={page}
        pages={pages}
        of="entries"
        addressOf={(n) => `${paths.moderation(n === 1 ? {} : { page: String(n) })}#accounts`}
      />
    </>
  )

const anybody = (role: Role): string => `${/^[eo]/.test(role) ? 'an' : 'a'} ${role}`

const Sentence = ({ by, act, name, role }: PeopleLine) => {
  if (act.did === 'role')
    return (
      <>
        <bdi>{by}</bdi> changed the role of{' '}
        {name === undefined ? anybody(act.from) : <bdi>{name}</bdi>} from {act.from} to {act.to}
      </>
    )
  return (
    <>
      <bdi>{by}</bdi> {act.did === 'disabled' ? 'suspended' : 'restored'} the account of{' '}
      {name === undefined ? (
        anybody(role)
      ) : (
        <>
          <bdi>{name}</bdi>, {anybody(role)}
        </>
      )}
    </>
  )
}
