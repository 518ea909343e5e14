import type { Child } from 'hono/jsx'
import type { HistoryThing } from '#server/domain/history-content.ts'
import { InstantText } from '../shared/date-text.tsx'
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
  /** The version that this one brought back, and where it stands. */
  readonly restored?: { readonly version: number; readonly href: string } | undefined
  /** The comparison as it was recorded at that instant. */
  readonly asThen: string
  /** Of a first version everything; nothing where there is nothing to compare. */
  readonly changes: readonly FieldChange[]
}

const verbs: Readonly<Record<Deed, string>> = {
  recorded: 'recorded',
  changed: 'changed',
  withdrew: 'withdrew',
  'put back': 'put back',
  filed: 'filed',
  moved: 'moved',
  reviewed: 'reviewed',
  ended: 'took back or replaced the review of',
  erased: 'erased words of',
}

const ofIt: Partial<Record<Deed, string>> = {
  'put back': 'put it back',
  erased: 'erased its words',
}

/** The sentence without markup: for lists that programs read. */
export const describeDeed = ({ did, by }: Pick<HistoryItem, 'did' | 'by'>): string => {
  if (by !== undefined) return verbs[did]
  return did === 'ended' ? 'A review ended' : 'A review was given'
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
      <li id={`e${item.seq}`}>
        <p class="strong history-deed">
          <Sentence item={item} isOfOneThing={isOfOneThing} />
        </p>
        <p class="row small muted">
          <span>Entry {item.seq.toLocaleString('en-GB')}</span>
          {item.version !== undefined && (
            <span id={isOfOneThing ? versionId(item.version) : undefined}>
              Version {item.version}
            </span>
          )}
          <InstantText at={item.at} />
          <a href={item.asThen}>
            View the comparison as it was then
            <span class="visually-hidden">, at entry {item.seq.toLocaleString('en-GB')}</span>
          </a>
        </p>
        {item.why !== undefined && (
          <p>
            Reason: <bdi>{item.why}</bdi>
          </p>
        )}
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

/** The id of a version's line in the history of one thing. */
export const versionId = (version: number): string => `v${version}`

/** The way to the version that was brought back here, and the way to bring this one back. */
const Restoring = ({ version, restored, restoreAt }: HistoryItem) =>
  restored === undefined && restoreAt === undefined ? null : (
    <p class="row small no-print">
      {restored !== undefined && <a href={restored.href}>See version {restored.version}</a>}
      {restoreAt !== undefined && (
        <a href={restoreAt}>
          Restore this version<span class="visually-hidden">, {version}</span>
        </a>
      )}
    </p>
  )

const isFirst = (item: HistoryItem): boolean => item.version === 1

const Sentence = ({ item, isOfOneThing }: { item: HistoryItem; isOfOneThing: boolean }): Child => {
  const { by, did, thing, outcome } = item
  if (by === undefined)
    return (
      <>
        {describeDeed(item)} on <Thing thing={thing} />
      </>
    )
  return (
    <>
      <bdi>{by === 'dossier import' ? 'A dossier import' : by}</bdi>{' '}
      {isOfOneThing ? (
        (ofIt[did] ?? `${verbs[did]} it`)
      ) : (
        <>
          {verbs[did]} <Thing thing={thing} />
        </>
      )}
      {outcome !== undefined && ` ${outcome}`}
    </>
  )
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
