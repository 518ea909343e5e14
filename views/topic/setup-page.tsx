import { VISIBILITIES, type Role, type Visibility } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { capital } from '../people/roles.tsx'
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

const visibilityHint: Readonly<Record<Visibility, string>> = {
  public: 'Everybody sees it, without an account.',
  team: 'Whoever has an account here sees it.',
  private: 'Only its members see it, and the owners of this site.',
}

/** Who may see a topic, and what it takes to settle a contradiction of it. */
export const SetupPage = (props: SetupPageProps) => (
  <div class="parts">
    <ErrorSummary errors={props.errors} />
    {props.removed !== undefined && <Removed {...props} removed={props.removed} />}
    <h1>Set up this topic</h1>
    <Setup {...props} />
    <Members {...props} />
  </div>
)

const Removed = ({ removed, topic, viewer }: SetupPageProps & { removed: ShownMember }) => (
  <DoneNotice
    undo={{
      path: paths.topicMembers(topic.slug),
      fields: { account: String(removed.id) },
      of: `taking out ${removed.name}`,
    }}
    viewer={viewer}
  >
    <p>
      <bdi>{removed.name}</bdi> is no member of this topic any more.
    </p>
  </DoneNotice>
)

const Setup = ({ viewer, topic, values, errors }: SetupPageProps) => (
  <form class="form" method="post" action={paths.topicSetup(topic.slug)} novalidate>
    <FormToken viewer={viewer} />
    <Radios
      name="visibility"
      label="Who sees it"
      options={VISIBILITIES.map((value) => ({
        value,
        label: capital(value),
        hint: visibilityHint[value],
      }))}
      value={valueOf(values, 'visibility')}
      errors={errors}
    />
    <Radios
      name="reviewsToSettle"
      label="What settles a contradiction"
      options={[
        { value: '1', label: 'One review' },
        {
          value: '2',
          label: 'Two reviews that agree',
          hint: 'By two people who did not see each other’s. For what is published, choose this.',
        },
      ]}
      value={valueOf(values, 'reviewsToSettle')}
      errors={errors}
    />
    <TextField
      name="why"
      label="Reason"
      optional
      hint="Kept in the topic’s history."
      maxLength={300}
      value={valueOf(values, 'why')}
      errors={errors}
    />
    <div class="actions">
      <button class="button-primary">Save</button>
      <a href={paths.topic(topic.slug)}>Cancel</a>
    </div>
  </form>
)

const Members = ({ viewer, topic, members, others, errors }: SetupPageProps) => (
  <section aria-labelledby="members">
    <h2 id="members">Members</h2>
    <p>
      {topic.visibility === 'private'
        ? 'Besides owners, these people see the topic.'
        : 'While the topic is not private, membership changes nothing.'}
    </p>
    {members.length === 0 ? (
      <p class="muted">Nobody yet.</p>
    ) : (
      <ul class="list">
        {members.map((member) => (
          <li>
            <form class="row" method="post" action={paths.removeTopicMember(topic.slug, member)}>
              <FormToken viewer={viewer} />
              <span>
                <bdi>{member.name}</bdi>, {member.role}
              </span>
              <button class="button-quiet">
                Take out<span class="visually-hidden"> {member.name}</span>
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
          label="Add somebody"
          prompt="Choose a person"
          options={others.map((other) => ({
            value: String(other.id),
            label: `${other.name}, ${other.role}`,
          }))}
          errors={errors}
        />
        <div class="actions">
          <button>Add</button>
        </div>
      </form>
    )}
  </section>
)
