import { leadCitation } from '#server/domain/lead-citation.ts'
import type { Claim } from '#server/domain/claims.ts'
import { type LetteredPosition, positionOf } from '#server/domain/comparison-letters.ts'
import { standingReplies } from '#server/domain/recorded-reply.ts'
import { paths } from '#server/paths.ts'
import { ReplyLinks } from '../reply/reply-box.tsx'
import { ClaimLimits } from '../shared/claim-limits.tsx'
import { DateText } from '../shared/date-text.tsx'
import type { HeldCitation, HeldDetail } from '../shared/held-claim.tsx'
import { Quotation } from '../shared/quotation.tsx'
import { PositionLetter, RemarkText } from '../shared/relation.tsx'
import { StanceText } from '../shared/stance.tsx'
import { wording } from '../words/wording.ts'
import { type Row, type Table, nameOf } from './comparison-view.ts'
import { monthsBetween } from './words.ts'

export interface StatementProps {
  readonly claim: Claim
  readonly row: Row
  readonly table: Table
  /** `cell` shows two lines of a quotation, `full` all of it, `line` none. */
  readonly size: 'cell' | 'full' | 'line'
}

/** One claim of a stand: the position, the words, who said it when and where, and its limits. */
export const Statement = (props: StatementProps) => {
  const detail = props.table.details.get(props.claim.slug)
  return (
    <div class="statement">
      <Held {...props} detail={detail} />
      {detail !== undefined && props.size !== 'line' && <Words detail={detail} size={props.size} />}
      {detail !== undefined && <Attribution {...props} detail={detail} />}
      <ClaimLimits {...detail} condition={props.claim.condition} />
      {detail !== undefined && <Replies {...props} detail={detail} />}
      <Age {...props} />
    </div>
  )
}

/** What was answered by the day that the table shows. */
const Replies = ({ table, detail }: StatementProps & { detail: HeldDetail }) => (
  <ReplyLinks
    claim={detail}
    replies={standingReplies(table.replies, detail.id).filter((r) => r.latest <= table.asOf)}
  />
)

const Held = ({ claim, row, detail }: StatementProps & { detail: HeldDetail | undefined }) => {
  const position = positionOf(claim, row.positions)
  const text = <StanceText stance={claim.stance} {...holdingOf(claim, position, row)} />
  return (
    <p class="stance">
      {position !== undefined && <PositionLetter letter={position.letter} />}
      <span>{detail === undefined ? text : <a href={paths.claim(detail)}>{text}</a>}</span>
    </p>
  )
}

/** What a claim takes its stance on, ready for words. */
export const holdingOf = (claim: Claim, position: LetteredPosition | undefined, { issue }: Row) =>
  claim.value === undefined
    ? { label: position?.label }
    : { value: claim.value, unit: issue.kind === 'date' ? undefined : issue.unit }

/** A quotation where there is one; else what the claim says, marked as nobody's own words. */
const Words = ({ detail, size }: { detail: HeldDetail; size: 'cell' | 'full' }) => {
  const citation = leadCitation(detail)
  if (citation?.quote === undefined) {
    return (
      <p class="in-short" dir="auto">
        {detail.statement}
      </p>
    )
  }
  return (
    <Quotation
      text={citation.quote}
      form={detail.form}
      language={citation.language}
      lines={size === 'cell' ? 2 : undefined}
      translation={translationOf(citation)}
    />
  )
}

const translationOf = ({ translation, translator }: HeldCitation) =>
  translation === undefined ? undefined : { text: translation, translator }

const Attribution = ({
  claim,
  row,
  table,
  size,
  detail,
}: StatementProps & { detail: HeldDetail }) => (
  <p class="said">
    {detail.personName !== undefined && (
      <>
        <bdi>{detail.personName}</bdi>
        {size === 'full' && detail.personRole !== undefined && (
          <>
            {wording().comparison.comma}
            <bdi>{detail.personRole}</bdi>
          </>
        )}
        {' · '}
      </>
    )}
    <DateText date={claim.said} short />
    {isWorthSaying(detail, size) && ` · ${wording().shared.forms[detail.form]}`}
    {' · '}
    <SourceLinks
      detail={detail}
      size={size}
      of={wording().comparison.sourceOf(nameOf(table, claim.party), row.issue.question)}
    />
  </p>
)

/** In a narrow cell only forms that make a difference to whose words they are. */
const isWorthSaying = ({ form }: HeldDetail, size: StatementProps['size']): boolean =>
  size === 'full' || form === 'reported by a third party' || form === 'own assertion'

/** To the marked words, in one step. Further sources are named where there is room. */
const SourceLinks = ({
  detail,
  size,
  of,
}: {
  detail: HeldDetail
  size: StatementProps['size']
  of: string
}) => {
  const best = leadCitation(detail)
  if (best === undefined) return null
  const further = detail.citations.filter((citation) => citation !== best)
  return (
    <>
      <a
        class="source-link"
        href={paths.source(best.source, detail)}
        data-url={addressesOf([best])}
      >
        {wording().comparison.source}
        <span class="visually-hidden">{of}</span>
      </a>
      {size === 'full' && (
        <>
          {': '}
          <bdi>{best.source.publisher ?? best.source.title}</bdi>
        </>
      )}
      {further.length > 0 &&
        wording().comparison.furtherSources(
          <a href={paths.claim(detail)} data-url={addressesOf(further)}>
            {wording().comparison.more(further.length)}
          </a>,
        )}
    </>
  )
}

/** Where sources are on the web, as print shows them; undefined where none of them is. */
function addressesOf(citations: readonly HeldCitation[]): string | undefined {
  const all = citations.flatMap(({ source }) => source.archiveUrl ?? source.url ?? [])
  return all.length === 0 ? undefined : all.join(' ')
}

/** A year: below that, statements of one dispute are read as of one time. */
const OLD_MONTHS = 12

/** Said long before the last thing that was said by the day: not to be read as simultaneous. */
const Age = ({ claim, table }: StatementProps) => {
  const months =
    table.lastSaidOn === undefined ? undefined : monthsBetween(claim.latest, table.lastSaidOn)
  if (months === undefined || months < OLD_MONTHS) return null
  return <RemarkText remark="old">{wording().comparison.old(months)}</RemarkText>
}
