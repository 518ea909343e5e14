import type { Child } from 'hono/jsx'
import type { HistoryThing } from '#server/domain/history-content.ts'
import { paths } from '#server/paths.ts'
import { InstantText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
import { type FieldChange, FieldChanges } from './field-changes.tsx'

/** What somebody did, as a line tells it. */
export type Deed =
  | 'recorded'
  | 'changed'
  | 'withdrew'
  | 'put back'
  | 'filed'
  | 'moved'
  | 'reviewed'
  | 'ended'
  | 'erased'

/** One entry of a history, ready to be shown. */
export interface HistoryItem {
  readonly seq: number
  /** Where entries of several topics stand together. */
  readonly topic?: { readonly slug: string; readonly title: string } | undefined
  readonly at: Date
  /** Undefined where readers are not told: reviews are independent until they are settled. */
  readonly by: string | undefined
  readonly did: Deed
  readonly thing: {
    readonly of: HistoryThing
    /** "the claim", "the conflict of". */
    readonly word: string
    readonly label: string
    /** Undefined where it has no page. */
    readonly href: string | undefined
  }
  /** What the deed came to: "from open to confirmed". */
  readonly outcome?: string | undefined
  readonly version?: number | undefined
  /** Of the thing that was revised. */
  readonly slug?: string | undefined
  readonly why?: string | undefined
  /** Where this version can be brought back, for whoever may. */
  readonly restoreAt?: string | undefined
  /** Where this version is compared with the one before it. */
  readonly compareAt?: string | undefined
  /** The version that this one brought back, and where it stands. */
  readonly restored?: { readonly version: number; readonly href: string } | undefined
  /** The comparison as it was recorded at that instant. */
  readonly asThen: string
  /** Of a first version everything; nothing where there is nothing to compare. */
  readonly changes: readonly FieldChange[]
}

interface Props {
  readonly items: readonly HistoryItem[]
  /** Are they all of the thing that the page is about? Then its name is not said again. */
  readonly isOfOneThing: boolean
  /** Are first versions shown with all their fields? */
  readonly withFirst: boolean
}

/** Entries of a history, the newest first: who did what to what, when and why, and which words changed. */
export const HistoryList = ({ items, isOfOneThing, withFirst }: Props) => (
  <ol class="list history-list">
    {items.map((item) => (
      <li id={entryId(item)}>
        <p class="strong history-deed">
          <Sentence item={item} isOfOneThing={isOfOneThing} />
        </p>
        <Facts item={item} isOfOneThing={isOfOneThing} />
        {item.why !== undefined && <p>{wording().history.reason(<bdi>{item.why}</bdi>)}</p>}
        <Restoring {...item} />
        {item.changes.length > 0 && (withFirst || !isFirst(item)) && (
          <FieldChanges
            version={item.version ?? 1}
            isFirst={isFirst(item)}
            changes={item.changes}
          />
        )}
      </li>
    ))}
  </ol>
)

/** Numbers are of one topic. */
const entryId = ({ seq, topic }: HistoryItem): string =>
  topic === undefined ? `e${seq}` : `e${seq}-${topic.slug}`

/** Which entry and version it is, when it was made, and the comparison of then. */
const Facts = ({ item, isOfOneThing }: { item: HistoryItem; isOfOneThing: boolean }) => {
  const w = wording().history
  return (
    <p class="row small muted">
      <span>
        {w.entry(item.seq)}
        {item.topic !== undefined && <OfTopic topic={item.topic} />}
      </span>
      {item.version !== undefined && (
        <span id={isOfOneThing ? versionId(item.version) : undefined}>
          {w.version(item.version)}
        </span>
      )}
      <InstantText at={item.at} />
      <a href={item.asThen}>
        {w.viewThen}
        <span class="visually-hidden">{w.atEntry(item.seq)}</span>
      </a>
    </p>
  )
}

const OfTopic = ({ topic }: { topic: NonNullable<HistoryItem['topic']> }) => (
  <>
    {' '}
    {wording().allHistory.inTopic(
      <a href={paths.history(topic.slug)}>
        <bdi>{topic.title}</bdi>
      </a>,
    )}
  </>
)

/** The id of a version's line in the history of one thing. */
export const versionId = (version: number): string => `v${version}`

/** The ways to what it changed, to the version that was brought back here, and to bring this one back. */
const Restoring = ({ version, restored, restoreAt, compareAt }: HistoryItem) =>
  restored === undefined && restoreAt === undefined && compareAt === undefined ? null : (
    <p class="row small no-print">
      {compareAt !== undefined && (
        <a href={compareAt}>
          {wording().versions.withBefore}
          <span class="visually-hidden">
            {wording().common.comma}
            {version}
          </span>
        </a>
      )}
      {restored !== undefined && (
        <a href={restored.href}>{wording().history.seeVersion(restored.version)}</a>
      )}
      {restoreAt !== undefined && (
        <a href={restoreAt}>
          {wording().history.restoreThis}
          <span class="visually-hidden">
            {wording().common.comma}
            {version}
          </span>
        </a>
      )}
    </p>
  )

const isFirst = (item: HistoryItem): boolean => item.version === 1

const Sentence = ({ item, isOfOneThing }: { item: HistoryItem; isOfOneThing: boolean }): Child => {
  const { by, did, thing, outcome } = item
  const w = wording().history
  if (by === undefined) return w.unnamed(did, <Thing thing={thing} />)
  const name = <bdi>{by === 'dossier import' ? w.importer.first : by}</bdi>
  return isOfOneThing
    ? w.deedOnIt(did, name, outcome)
    : w.deed(did, name, <Thing thing={thing} />, outcome)
}

/** What an entry is about, as a link where it has a page. */
export const Thing = ({ thing: { word, label, href } }: { thing: HistoryItem['thing'] }) => (
  <>
    {word}{' '}
    {href === undefined ? (
      <bdi>{label}</bdi>
    ) : (
      <a href={href}>
        <bdi>{label}</bdi>
      </a>
    )}
  </>
)
