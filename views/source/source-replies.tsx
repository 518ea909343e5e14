import { type Addressed, paths, replyAnchor } from '#server/paths.ts'
import { REPLY_FORM } from '../reply/reply-box.tsx'
import { DateText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
import { noteId } from './captured-text.tsx'
import { Taken, type Unmarked } from './source-notes.tsx'

/** A reply as the page of its source lists it. */
export interface ListedReply {
  readonly id: number
  readonly claim: { readonly id: number; readonly slug: string; readonly statement: string }
  readonly party: { readonly id: number; readonly slug: string; readonly name: string }
  readonly personName: string | null
  readonly said: string
  readonly statement: string
  readonly isWithdrawn: boolean
}

export interface SourceRepliesProps {
  readonly source: Addressed
  /** In the order of their numbers. */
  readonly replies: readonly ListedReply[]
  /** By the reply's id; one that is not in here is marked in the text. */
  readonly unmarkedReplies: ReadonlyMap<number, Unmarked>
}

/** What parties answered, as this source reports it: apart from the claims that it is cited for. */
export const SourceReplies = ({ source, replies, unmarkedReplies }: SourceRepliesProps) =>
  replies.length > 0 && (
    <aside class="source-notes source-replies" aria-labelledby="replies">
      <h2 id="replies">{wording().source.countedReplies(replies.length)}</h2>
      <ol class="list">
        {replies.map((reply, i) => (
          <Note source={source} reply={reply} n={i + 1} unmarked={unmarkedReplies.get(reply.id)} />
        ))}
      </ol>
    </aside>
  )

interface NoteProps {
  readonly source: Addressed
  readonly reply: ListedReply
  readonly n: number
  readonly unmarked: Unmarked | undefined
}

const Note = ({ source, reply, n, unmarked }: NoteProps) => (
  <li id={noteId(replyAnchor(reply))} class="source-note">
    <div class="note-body" id={unmarked === undefined ? undefined : replyAnchor(reply)}>
      <p>
        <span class="note-number">
          <span class="visually-hidden">{wording().source.marks.Reply} </span>
          {wording().source.replyNumber(n)}
        </span>{' '}
        <a href={paths.party(reply.party)}>
          <bdi>{reply.party.name}</bdi>
        </a>
        {reply.personName !== null && (
          <>
            {wording().common.comma}
            <bdi>{reply.personName}</bdi>
          </>
        )}{' '}
        · <DateText date={reply.said} short />
        {reply.isWithdrawn && <span class="tag">{wording().shared.withdrawn}</span>}
      </p>
      {unmarked !== undefined && <Taken {...unmarked} form={REPLY_FORM} />}
      <p class="small">
        <InText source={source} reply={reply} n={n} unmarked={unmarked} />
        <a href={paths.reply(reply.claim, reply)}>
          <bdi>{reply.statement}</bdi>
        </a>
      </p>
      <p class="small muted">
        {wording().source.onClaim(
          <a href={paths.claim(reply.claim)}>
            <bdi>{reply.claim.statement}</bdi>
          </a>,
        )}
      </p>
    </div>
  </li>
)

/** The way to the marked words, on this page or on that of the text that has them. */
const InText = ({ source, reply, n, unmarked }: NoteProps) => {
  const version = unmarked?.version ?? undefined
  if (unmarked !== undefined && version === undefined) return null
  const w = wording().source
  return (
    <>
      <a
        href={
          version === undefined
            ? `#${replyAnchor(reply)}`
            : paths.replySource({ ...source, version }, reply)
        }
      >
        {version === undefined ? w.inText : w.inVersionOfText(version)}
        <span class="visually-hidden">{w.ofReply(w.replyNumber(n))}</span>
      </a>
      {' · '}
    </>
  )
}
