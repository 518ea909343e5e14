import type { Child } from 'hono/jsx'
import type { Day } from '#server/domain/dates.ts'
import type { PairCounts } from '#server/domain/pair-counts.ts'
import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import { ContradictionItem } from '../contradiction/list-page.tsx'
import { type ClaimRow, ClaimTable } from '../shared/claim-table.tsx'
import { DoneNotice, type UndoForm } from '../shared/done-notice.tsx'
import { Select } from '../shared/fields.tsx'
import type { HeldDetail } from '../shared/held-claim.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import type { Line } from '../timeline/lanes.ts'
import { TimelineStrip } from '../timeline/strip.tsx'
import { type NamedParty, PairList } from '../topic/pair-list.tsx'
import { type Shift, ShiftList } from '../topic/shift-list.tsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { type Holding, Holdings, SilentOn } from './holdings.tsx'
import { type NamedThing, PartyFacts, type PartyFactsProps } from './party-facts.tsx'

export interface PartyPageProps extends PartyFactsProps {
  readonly topicSlug: string
  readonly asOf: Day
  readonly party: PartyFactsProps['party'] & NamedThing
  /** Everybody that this party can be compared with, itself included. */
  readonly parties: readonly NamedParty[]
  readonly holdings: readonly Holding[]
  readonly details: ReadonlyMap<string, HeldDetail>
  readonly shifts: readonly Shift[]
  readonly opposed: readonly PairCounts[]
  readonly close: readonly PairCounts[]
  readonly contradictions: readonly RecordedContradiction[]
  readonly contradictionCount: number
  readonly claims: readonly ClaimRow[]
  readonly claimCount: number
  readonly page: number
  readonly pages: number
  readonly canRecord: boolean
  /** What it said on each issue. */
  readonly lines: readonly Line[]
  readonly canEdit: boolean
  readonly viewer: { readonly csrf: string } | undefined
  /** What the viewer did a moment ago. */
  readonly done: { readonly says: string; readonly undo: UndoForm | undefined } | undefined
  /** Up to when the record counts, where the page shows it as it was. */
  readonly known?: string | undefined
}

/** One party: who it is, what it holds, what changed, who is near and who far, everything it said. */
export const PartyPage = (props: PartyPageProps) => (
  <>
    {props.done !== undefined && <DoneNotice {...props.done} viewer={props.viewer} />}
    <h1>
      <bdi>{props.party.name}</bdi>
    </h1>
    <p class="lede">{describeRecord(props)}</p>
    <PartyFacts {...props} />
    {props.canEdit && (
      <p>
        <a class="button" href={paths.editParty(props.party)}>
          {wording().party.edit}
        </a>
      </p>
    )}
    <CompareWith {...props} />
    <Held {...props} />
    <TimelineStrip
      lines={props.lines}
      of={props.party.name}
      href={paths.timeline(props.topicSlug, { p: [props.party.slug] })}
    />
    <Changed {...props} />
    <Others {...props} />
    <Contradictions {...props} />
    <Silent {...props} />
    <Claims {...props} />
  </>
)

const isOnRecord = ({ cell }: Holding) => cell.silence === undefined

function describeRecord({ holdings, claimCount, contradictionCount }: PartyPageProps): string {
  if (claimCount === 0) return wording().party.nothingSaid
  const on = holdings.filter(isOnRecord).length
  return wording().party.onRecord([on, holdings.length], claimCount, contradictionCount)
}

const CompareWith = ({ party, parties, topicSlug, canRecord, known }: PartyPageProps) => {
  const others = parties.filter((p) => p.slug !== party.slug)
  if (others.length === 0) return null
  return (
    <form class="row compare-with" method="get" action={paths.compare(topicSlug)}>
      {known !== undefined && <input type="hidden" name="known" value={known} />}
      <input type="hidden" name="p" value={party.slug} />
      <Select
        name="p"
        label={wording().party.compareWith}
        options={others.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <button type="submit">{wording().party.compare}</button>
      <a href={paths.compare(topicSlug, { base: party.slug })}>{wording().party.compareWithAll}</a>
      {canRecord && (
        <a href={paths.newClaim(topicSlug, { party: party.slug })}>{wording().party.addClaim}</a>
      )}
    </form>
  )
}

const Part = ({ id, title, children }: { id: string; title: string; children?: Child }) => (
  <section class="topic-part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)

const Held = ({ holdings, details, topicSlug, asOf }: PartyPageProps) => {
  const held = holdings.filter(({ cell }) => cell.stands.length > 0)
  if (held.length === 0) return null
  return (
    <Part id="holds" title={wording().party.holds}>
      <p class="muted">{wording().party.holdsAsOf(describeDate(asOf))}</p>
      <Holdings holdings={held} details={details} topicSlug={topicSlug} />
    </Part>
  )
}

const Changed = ({ shifts, details }: PartyPageProps) =>
  shifts.length === 0 ? null : (
    <Part id="changed" title={wording().party.changed}>
      <ShiftList shifts={shifts} details={details} isOwn />
    </Part>
  )

const Others = ({ opposed, close, parties, party, topicSlug }: PartyPageProps) => {
  if (opposed.length === 0 && close.length === 0) return null
  const shared = { parties, topicSlug, own: party.slug }
  return (
    <div class="two-up">
      {opposed.length > 0 && (
        <Part id="opposed" title={wording().party.opposed}>
          <PairList {...shared} pairs={opposed} of="conflicts" />
        </Part>
      )}
      {close.length > 0 && (
        <Part id="close" title={wording().party.close}>
          <PairList {...shared} pairs={close} of="common" />
        </Part>
      )}
    </div>
  )
}

const Contradictions = ({ contradictions, contradictionCount, topicSlug, party }: PartyPageProps) =>
  contradictions.length === 0 ? null : (
    <Part id="contradictions" title={wording().party.contradictions}>
      <ol class="list contradictions">
        {contradictions.map((x) => (
          <li>
            <ContradictionItem x={x} />
          </li>
        ))}
      </ol>
      {contradictionCount > contradictions.length && (
        <p>
          <a href={paths.contradictions(topicSlug, { party: party.slug })}>
            {wording().party.allContradictions(contradictionCount)}
          </a>
        </p>
      )}
    </Part>
  )

const Silent = ({ holdings }: PartyPageProps) => {
  const silent = holdings.filter((holding) => !isOnRecord(holding))
  if (silent.length === 0) return null
  return (
    <Part id="silent" title={wording().party.silentOn}>
      <SilentOn holdings={silent} />
    </Part>
  )
}

const Claims = ({
  party,
  claims,
  claimCount,
  page,
  pages,
  topicSlug,
  canRecord,
}: PartyPageProps) => (
  <Part id="claims" title={wording().party.claims}>
    {claims.length === 0 ? (
      <Empty title={wording().party.noClaims}>
        <p>{wording().party.nothingSaid}</p>
        {canRecord && (
          <p>
            <a href={paths.newClaim(topicSlug, { party: party.slug })}>
              {wording().party.addFirst}
            </a>
          </p>
        )}
      </Empty>
    ) : (
      <ClaimTable claims={claims} of="party" caption={wording().party.newestFirst(claimCount)} />
    )}
    <Pagination
      page={page}
      pages={pages}
      of={wording().party.pagesOfClaims}
      addressOf={(n) => `${paths.party(party)}?page=${n}#claims`}
    />
  </Part>
)
