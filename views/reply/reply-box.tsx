import { leadCitation } from '#server/domain/lead-citation.ts'
import type { RecordedCitation } from '#server/domain/recorded-claim.ts'
import type { RecordedReply } from '#server/domain/recorded-reply.ts'
import { type Addressed, paths, replyAnchor } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { Quotation } from '../shared/quotation.tsx'
import { wording } from '../words/wording.ts'

/**
 * Words of a reply are those of the source that reports it, as far as the record knows: it says nothing
 * of whether they are the party's own.
 */
export const REPLY_FORM = 'reported by a third party'

interface BoxProps {
  readonly reply: RecordedReply
  readonly claim: Addressed
  readonly level: 2 | 3 | 4
  /** It stands on the page of its claim, where links to it lead. */
  readonly isAtHome?: boolean | undefined
  readonly canChange?: boolean | undefined
}

/** What a party answers to a claim: apart from the claim, in a box with a heading of its own. */
export const ReplyBox = ({ reply, claim, level, isAtHome, canChange }: BoxProps) => {
  const Heading = `h${level}` as const
  const anchor = replyAnchor(reply)
  const w = wording().reply
  const isWithdrawn = reply.withdrawnReason !== undefined
  return (
    <section
      class={`reply${isWithdrawn ? ' reply-withdrawn' : ''}`}
      id={isAtHome === true ? anchor : undefined}
      aria-labelledby={`${anchor}-title`}
    >
      <Heading id={`${anchor}-title`}>
        {w.by(
          <a href={paths.party(reply.party)}>
            <bdi>{reply.party.name}</bdi>
          </a>,
        )}
      </Heading>
      {isWithdrawn && <p>{w.withdrawn(<bdi>{reply.withdrawnReason}</bdi>)}</p>}
      <p dir="auto">{reply.statement}</p>
      <Words reply={reply} />
      <p class="small muted">
        <Whence reply={reply} />
        {isAtHome !== true && (
          <>
            {' · '}
            <a href={paths.reply(claim, reply)}>{w.theReply(reply.party.name)}</a>
          </>
        )}
      </p>
      {canChange === true && <Actions reply={reply} claim={claim} />}
    </section>
  )
}

const Words = ({ reply }: { reply: RecordedReply }) => {
  const lead = leadCitation(reply)
  if (lead?.quote === undefined) return null
  const { quote, language, translation, translator } = lead
  return (
    <Quotation
      text={quote}
      form={REPLY_FORM}
      language={language}
      translation={translation === undefined ? undefined : { text: translation, translator }}
    />
  )
}

/** Who answered, when, and the way to the words in each source. */
const Whence = ({ reply }: { reply: RecordedReply }) => (
  <>
    {reply.person !== undefined && (
      <>
        <a href={paths.person(reply.person)}>
          <bdi>{reply.person.name}</bdi>
        </a>
        {reply.person.role !== undefined && (
          <>
            {wording().reply.comma}
            <bdi>{reply.person.role}</bdi>
          </>
        )}
        {' · '}
      </>
    )}
    <DateText date={reply.said} />
    {reply.citations.map((citation) => (
      <Source reply={reply} citation={citation} />
    ))}
  </>
)

const Source = ({ reply, citation }: { reply: RecordedReply; citation: RecordedCitation }) => (
  <>
    {' · '}
    <a class="source-link" href={paths.replySource(citation.source, reply)}>
      <bdi>{citation.source.publisher ?? citation.source.title}</bdi>
      <span class="visually-hidden">
        {citation.isPlaced ? wording().contradiction.toPassage : wording().contradiction.toSource}
      </span>
    </a>
    {citation.locator !== undefined && (
      <>
        {wording().reply.comma}
        <bdi>{citation.locator}</bdi>
      </>
    )}
  </>
)

const Actions = ({ reply, claim }: Pick<BoxProps, 'reply' | 'claim'>) => (
  <p class="row small no-print">
    <a href={paths.editReply(claim, reply)}>{wording().reply.edit(reply.party.name)}</a>
    <a href={paths.withdrawReply(claim, reply)}>
      {reply.withdrawnReason === undefined
        ? wording().reply.withdraw(reply.party.name)
        : wording().reply.putBack(reply.party.name)}
    </a>
  </p>
)

/** A quiet line beside a claim: that there is an answer, whose, and when. */
export const ReplyLinks = ({
  replies,
  claim,
}: {
  replies: readonly RecordedReply[]
  claim: Addressed
}) => (
  <>
    {replies.map((reply) => (
      <p class="said small">
        <a href={paths.reply(claim, reply)}>
          {wording().reply.byOn(
            <bdi>{reply.party.name}</bdi>,
            <DateText date={reply.said} short />,
          )}
        </a>
      </p>
    ))}
  </>
)
