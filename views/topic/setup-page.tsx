import { VISIBILITIES, type Role, type Visibility } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { DoneNotice } from '../shared/done-notice.tsx'
import {
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  Radios,
  Select,
  TextField,
  valueOf,
} from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'

interface ShownMember {
  readonly id: number
  readonly name: string
  readonly role: Role
}

export interface SetupPageProps {
  readonly viewer: Viewer
  readonly topic: { readonly slug: string; readonly title: string; readonly visibility: Visibility }
  readonly members: readonly ShownMember[]
  /** Who could be added. */
  readonly others: readonly ShownMember[]
  /** Who was taken out a moment ago, and could be added again. */
  readonly removed: ShownMember | undefined
  readonly values: FieldValues
  readonly errors: FieldErrors
}

/** Who may see a topic, and what it takes to settle a contradiction of it. */
export const SetupPage = (props: SetupPageProps) => (
  <div class="parts">
    <ErrorSummary errors={props.errors} />
    {props.removed !== undefined && <Removed {...props} removed={props.removed} />}
    <h1>{wording().topicSetup.title}</h1>
    <Setup {...props} />
    <Members {...props} />
  </div>
)

const Removed = ({ removed, topic, viewer }: SetupPageProps & { removed: ShownMember }) => (
  <DoneNotice
    undo={{
      path: paths.topicMembers(topic.slug),
      fields: { account: String(removed.id) },
      of: wording().topicSetup.takingOut(removed.name),
    }}
    viewer={viewer}
  >
    <p>{wording().topicSetup.noMember(<bdi>{removed.name}</bdi>)}</p>
  </DoneNotice>
)

const Setup = ({ viewer, topic, values, errors }: SetupPageProps) => (
  <form class="form" method="post" action={paths.topicSetup(topic.slug)} novalidate>
    <FormToken viewer={viewer} />
    <Radios
      name="visibility"
      label={wording().topicSetup.whoSees}
      options={VISIBILITIES.map((value) => ({
        value,
        label: wording().topicSetup.visibility[value],
        hint: wording().topicSetup.hints[value],
      }))}
      value={valueOf(values, 'visibility')}
      errors={errors}
    />
    <Radios
      name="reviewsToSettle"
      label={wording().topicSetup.settles}
      options={[
        { value: '1', label: wording().topicSetup.oneReview },
        {
          value: '2',
          label: wording().topicSetup.twoReviews,
          hint: wording().topicSetup.twoReviewsHint,
        },
      ]}
      value={valueOf(values, 'reviewsToSettle')}
      errors={errors}
    />
    <TextField
      name="why"
      label={wording().topicSetup.reason}
      optional
      hint={wording().topicSetup.keptInHistory}
      maxLength={300}
      value={valueOf(values, 'why')}
      errors={errors}
    />
    <div class="actions">
      <button class="button-primary">{wording().topicSetup.save}</button>
      <a href={paths.topic(topic.slug)}>{wording().topicSetup.cancel}</a>
    </div>
  </form>
)

const Members = ({ viewer, topic, members, others, errors }: SetupPageProps) => (
  <section aria-labelledby="members">
    <h2 id="members">{wording().topicSetup.members}</h2>
    <p>
      {topic.visibility === 'private'
        ? wording().topicSetup.besidesOwners
        : wording().topicSetup.changesNothing}
    </p>
    {members.length === 0 ? (
      <p class="muted">{wording().topicSetup.nobody}</p>
    ) : (
      <ul class="list">
        {members.map((member) => (
          <li>
            <form class="row" method="post" action={paths.removeTopicMember(topic.slug, member)}>
              <FormToken viewer={viewer} />
              <span>
                <bdi>{member.name}</bdi>
                {wording().topicSetup.comma}
                {wording().topicSetup.roles[member.role]}
              </span>
              <button class="button-quiet">
                {wording().topicSetup.takeOut}
                <span class="visually-hidden"> {member.name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    )}
    {others.length > 0 && (
      <form class="form" method="post" action={paths.topicMembers(topic.slug)}>
        <FormToken viewer={viewer} />
        <Select
          name="account"
          label={wording().topicSetup.addSomebody}
          prompt={wording().topicSetup.choosePerson}
          options={others.map((other) => ({
            value: String(other.id),
            label: `${other.name}${wording().topicSetup.comma}${wording().topicSetup.roles[other.role]}`,
          }))}
          errors={errors}
        />
        <div class="actions">
          <button>{wording().topicSetup.add}</button>
        </div>
      </form>
    )}
  </section>
)
