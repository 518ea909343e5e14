import type { Role } from '#server/domain/access.ts'
import type { PeopleAct } from '#server/domain/people-acts.ts'
import { paths } from '#server/paths.ts'
import { InstantText } from '../shared/date-text.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'

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
    <h1>{wording().moderation.title}</h1>
    <p class="lede">{wording().moderation.siteLede}</p>
    <section class="topic-part" aria-labelledby="topics">
      <h2 id="topics">{wording().moderation.topics}</h2>
      <Topics {...props} />
    </section>
    <section class="topic-part" aria-labelledby="accounts">
      <h2 id="accounts">{wording().moderation.accounts}</h2>
      <p class="state">{wording().moderation.aboutAccounts}</p>
      <Accounts {...props} />
    </section>
  </>
)

const Topics = ({ topics }: SiteModerationProps) =>
  topics.length === 0 ? (
    <p class="muted">{wording().moderation.noTopic}</p>
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
    <Empty title={wording().moderation.nothingYet}>
      <p>{wording().moderation.noAccount}</p>
    </Empty>
  ) : (
    <>
      <p class="small">{wording().moderation.newestFirst(total)}</p>
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
                <span class="muted">{wording().moderation.reasonNotPublic}</span>
              ) : (
                wording().moderation.reason(<bdi>{line.why}</bdi>)
              )}
            </p>
          </li>
        ))}
      </ol>
      <Pagination
        page={page}
        pages={pages}
        of={wording().moderation.pagesOfEntries}
        addressOf={(n) => `${paths.moderation(n === 1 ? {} : { page: String(n) })}#accounts`}
      />
    </>
  )

const Sentence = ({ by, act, name, role }: PeopleLine) =>
  wording().moderation.accountDeed(
    act,
    <bdi>{by}</bdi>,
    name === undefined ? undefined : <bdi>{name}</bdi>,
    role,
  )
