import type { Child } from 'hono/jsx'
import type { Visibility } from '#server/domain/access.ts'
import type { Shown } from '#server/domain/comparison-summary.ts'
import type { Day } from '#server/domain/dates.ts'
import type { IssueCounts, PairCounts, SilenceCounts } from '#server/domain/pair-counts.ts'
import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import type { AgreementCounts } from '#server/domain/reviewer-agreement.ts'
import { paths } from '#server/paths.ts'
import { describeAgreement } from '../contradiction/agreement-words.ts'
import { ContradictionItem } from '../contradiction/list-page.tsx'
import { DoneNotice, type UndoForm } from '../shared/done-notice.tsx'
import type { HeldDetail } from '../shared/held-claim.tsx'
import { Empty } from '../shared/navigation.tsx'
import { type ListedSource, SourceList } from '../source/sources-page.tsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { type CountedTopic, describeTopic } from './describe-topic.ts'
import { IssueSummary } from './issue-summary.tsx'
import { type NamedParty, PairList } from './pair-list.tsx'
import { type Shift, ShiftList } from './shift-list.tsx'
import { SilentList } from './silent-list.tsx'

export interface TopicIssue {
  readonly id: number
  readonly slug: string
  readonly question: string
  readonly counts: IssueCounts
}

export interface TopicPageProps {
  readonly topic: CountedTopic & {
    readonly slug: string
    readonly title: string
    readonly summary: string | null
    readonly visibility: Visibility
    readonly sources: number
  }
  readonly asOf: Day
  readonly parties: readonly NamedParty[]
  readonly issues: readonly TopicIssue[]
  /** On how many issues there is a conflict, common ground, a change. */
  readonly shown: Readonly<Record<Shown, number>>
  readonly opposed: readonly PairCounts[]
  readonly close: readonly PairCounts[]
  readonly silent: readonly SilenceCounts[]
  readonly shifts: readonly Shift[]
  readonly details: ReadonlyMap<string, HeldDetail>
  readonly latest: readonly RecordedContradiction[]
  readonly agreement: AgreementCounts
  readonly sources: readonly ListedSource[]
  readonly canRecord: boolean
  readonly canSetUp: boolean
  /** The way back from what was set up a moment ago. */
  readonly undo: UndoForm | undefined
  readonly viewer: { readonly csrf: string } | undefined
  /** Is the record shown as it was? What there is of now only is left out then. */
  readonly isPast?: boolean | undefined
}

/** As many of each as the page shows; the rest is a link away. */
export const SHOWN_ISSUES = 50
export const SHOWN_FEW = 5

/** A topic at a glance: its questions, who is furthest apart and who closest, what changed. */
export const TopicPage = (props: TopicPageProps) => (
  <>
    {props.undo !== undefined && (
      <DoneNotice says={wording().topic.wasSetUp} undo={props.undo} viewer={props.viewer} />
    )}
    <h1>
      <bdi>{props.topic.title}</bdi>
    </h1>
    {props.topic.summary !== null && (
      <p class="lede" dir="auto">
        {props.topic.summary}
      </p>
    )}
    <p class="state">
      {wording().topic.seenBy[props.topic.visibility]} {describeTopic(props.topic)}.{' '}
      {describeState(props)}
    </p>
    <Ways {...props} />
    {props.issues.length === 0 ? <NoIssues {...props} /> : <Overview {...props} />}
  </>
)

function describeState({ shown, asOf }: TopicPageProps): string {
  if (shown.all === 0) return ''
  const { conflict, changed, 'shared-ground': common } = shown
  return wording().topic.state(describeDate(asOf), { conflict, common, changed })
}

const Ways = ({ topic, canRecord, canSetUp, isPast = false }: TopicPageProps) => (
  <p class="row">
    <a class="button button-primary" href={paths.compare(topic.slug)}>
      {wording().topic.compare}
    </a>
    {canRecord && (
      <a class="button" href={paths.newClaim(topic.slug)}>
        {wording().topic.addClaim}
      </a>
    )}
    <a href={paths.matrix(topic.slug)}>{wording().overview.ways.matrix}</a>
    <a href={paths.commonGround(topic.slug)}>{wording().overview.ways['common-ground']}</a>
    <a href={paths.contradictions(topic.slug)}>{wording().topic.contradictionsLink}</a>
    <a href={paths.history(topic.slug)}>{wording().topic.history}</a>
    {topic.visibility === 'public' && !isPast && (
      <a href={paths.dossier(topic.slug)} download>
        {wording().topic.dossier}
      </a>
    )}
    <a href={paths.compareJson(topic.slug)}>{wording().topic.comparison}</a>
    {canSetUp && <a href={paths.topicSetup(topic.slug)}>{wording().topic.setUpLink}</a>}
  </p>
)

const NoIssues = ({ topic, canRecord }: TopicPageProps) => (
  <Empty title={wording().topic.noIssues}>
    <p>{wording().topic.whatIssuesAre}</p>
    {canRecord && (
      <p>
        <a href={paths.newClaim(topic.slug)}>{wording().topic.addFirst}</a>
      </p>
    )}
  </Empty>
)

const Overview = (props: TopicPageProps) => (
  <div class="topic-overview">
    <Part id="issues" title={wording().topic.issues} more={moreIssues(props)}>
      <ol class="list">
        {props.issues.slice(0, SHOWN_ISSUES).map((issue) => (
          <li>
            <a href={paths.issue(issue)}>
              <bdi>{issue.question}</bdi>
            </a>
            <IssueSummary counts={issue.counts} />
          </li>
        ))}
      </ol>
    </Part>
    <div class="topic-pairs">
      <Pairs {...props} />
      <Silent {...props} />
    </div>
    <Latest {...props} />
    {props.isPast === true ? <NoAgreement /> : <Agreement {...props} />}
    <Shifts {...props} />
    <Sources {...props} />
  </div>
)

interface More {
  readonly href: string
  readonly words: string
}

const Part = ({
  id,
  title,
  more,
  children,
}: {
  id: string
  title: string
  more?: More | undefined
  children?: Child
}) => (
  <section class="topic-part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
    {more !== undefined && (
      <p>
        <a href={more.href}>{more.words}</a>
      </p>
    )}
  </section>
)

const moreIssues = ({ issues, topic }: TopicPageProps): More | undefined =>
  issues.length > SHOWN_ISSUES
    ? { href: paths.issues(topic.slug), words: wording().topic.allIssues(issues.length) }
    : undefined

const Pairs = ({ opposed, close, parties, topic }: TopicPageProps) => (
  <>
    <Part id="opposed" title={wording().topic.opposed}>
      {opposed.length === 0 ? (
        <p class="muted">{wording().topic.noneOpposed}</p>
      ) : (
        <PairList {...{ pairs: opposed, parties, topicSlug: topic.slug, of: 'conflicts' }} />
      )}
    </Part>
    {close.length > 0 && (
      <Part id="close" title={wording().topic.close}>
        <PairList {...{ pairs: close, parties, topicSlug: topic.slug, of: 'common' }} />
      </Part>
    )}
  </>
)

const Silent = ({ silent, parties, topic }: TopicPageProps) =>
  silent.length === 0 ? null : (
    <Part
      id="silent"
      title={wording().topic.silent}
      more={{
        href: paths.compare(topic.slug, { show: 'silent' }),
        words: wording().topic.compareSilent,
      }}
    >
      <SilentList silent={silent.slice(0, SHOWN_FEW)} parties={parties} />
    </Part>
  )

const Latest = ({ latest, topic }: TopicPageProps) =>
  latest.length === 0 ? null : (
    <Part
      id="latest"
      title={wording().topic.latest}
      more={{ href: paths.contradictions(topic.slug), words: wording().topic.allContradictions }}
    >
      <ol class="list contradictions">
        {latest.map((x) => (
          <li>
            <ContradictionItem x={x} />
          </li>
        ))}
      </ol>
    </Part>
  )

const Agreement = ({ agreement, topic }: TopicPageProps) =>
  agreement.contradictions === 0 ? null : (
    <Part
      id="agreement"
      title={wording().topic.reviewers}
      more={{ href: paths.agreement(topic.slug), words: wording().topic.agreement }}
    >
      <p class="state">{describeAgreement(agreement)}</p>
    </Part>
  )

const NoAgreement = () => <p class="small muted">{wording().topic.noAgreement}</p>

const Shifts = ({ shifts, details, topic }: TopicPageProps) =>
  shifts.length === 0 ? null : (
    <Part
      id="shifts"
      title={wording().topic.shifts}
      more={{
        href: paths.compare(topic.slug, { show: 'changed' }),
        words: wording().topic.compareShifts,
      }}
    >
      <ShiftList shifts={shifts} details={details} />
    </Part>
  )

const Sources = ({ sources, topic }: TopicPageProps) =>
  sources.length === 0 ? null : (
    <Part
      id="sources"
      title={wording().topic.sources}
      more={
        topic.sources > sources.length
          ? { href: paths.sources(topic.slug), words: wording().topic.allSources(topic.sources) }
          : undefined
      }
    >
      <SourceList sources={sources} />
    </Part>
  )
