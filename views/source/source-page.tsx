import type { Excerpt } from '#server/domain/marked-text.ts'
import { Gap } from '../erasure/gap.tsx'
import { claimAnchor, paths, replyAnchor } from '#server/paths.ts'
import { DoneNotice } from '../shared/done-notice.tsx'
import { FormToken } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { CapturedText, EXCERPT_AROUND, type MarkNote } from './captured-text.tsx'
import { type ShownCapture, type ShownSource, SourceFacts } from './source-facts.tsx'
import { SourceNotes, type SourceNotesProps } from './source-notes.tsx'
import { SourceReplies, type SourceRepliesProps } from './source-replies.tsx'
import { Versions } from './source-versions.tsx'

type Notes = Omit<SourceNotesProps & SourceRepliesProps, 'source'>

export interface SourcePageProps extends Notes {
  readonly source: ShownSource
  /** The one that is shown. */
  readonly capture: ShownCapture | undefined
  /** Every capture, the newest first. */
  readonly captures: readonly ShownCapture[]
  /** The whole text, or what a reader may see of it; undefined where it is not kept. */
  readonly excerpts: readonly Excerpt<string>[] | undefined
  /** Whoever is signed in can make claims from the text. */
  readonly canCapture: boolean
  /** May the viewer decide how much of it readers see? */
  readonly canRestrict: boolean
  /** It was decided a moment ago. */
  readonly isAccessSaved: boolean
  /** May the viewer ask for its texts to be erased? */
  readonly canAskErasure: boolean
  readonly viewer: { readonly csrf: string } | undefined
}

/** What was said where: the text as captured, each quotation marked, beside who holds it. */
export const SourcePage = ({
  source,
  capture,
  captures,
  excerpts,
  canCapture,
  canRestrict,
  isAccessSaved,
  canAskErasure,
  viewer,
  ...notes
}: SourcePageProps) => (
  <>
    {canRestrict && isAccessSaved && <AccessSaved source={source} viewer={viewer} />}
    <h1>
      <bdi lang={source.language}>{source.title}</bdi>
    </h1>
    <SourceFacts source={source} capture={capture} />
    {capture !== undefined && captures.length > 1 && (
      <Versions
        source={source}
        shown={capture.version}
        captures={captures}
        canSeeChanges={!source.isExcerptsOnly || viewer !== undefined}
      />
    )}
    {canRestrict && <Access source={source} viewer={viewer} hasText={capture?.erased === null} />}
    {canCapture && (
      <p class="no-print">
        {capture?.erased === null && (
          <a class="button" href={paths.capture(source)}>
            {wording().source.makeClaims}
          </a>
        )}{' '}
        <a class="button" href={paths.captureAgain(source)}>
          {capture === undefined ? wording().source.addText : wording().source.captureAgain}
        </a>{' '}
        {canAskErasure && captures.some((one) => one.erased === null) && (
          <a href={paths.askErasure('source', source)}>{wording().source.askErasure}</a>
        )}
      </p>
    )}
    {capture?.version === captures[0]?.version && <Lost {...notes} />}
    {excerpts === undefined || capture?.erased ? (
      <>
        {capture?.erased ? (
          <Gap mark={capture.erased} history={paths.sourceHistory(source)}>
            {wording().source.textErased}
          </Gap>
        ) : (
          <p class="notice">{wording().source.textNotKept}</p>
        )}
        <SourceNotes source={source} {...notes} />
        <SourceReplies source={source} {...notes} />
      </>
    ) : (
      <div class="with-aside" data-keys tabindex={-1}>
        <div>
          <CapturedText language={source.language} excerpts={excerpts} notes={marksOf(notes)} />
          <div class="source-beside">
            <SourceNotes source={source} {...notes} />
            <SourceReplies source={source} {...notes} />
          </div>
        </div>
      </div>
    )}
  </>
)

const AccessSaved = ({ source, viewer }: Pick<SourcePageProps, 'source' | 'viewer'>) => (
  <DoneNotice
    says={source.isExcerptsOnly ? wording().source.excerptsNow : wording().source.wholeNow}
    undo={{
      path: paths.changeAccess(source),
      fields: { show: source.isExcerptsOnly ? 'whole' : 'excerpts' },
      of: wording().source.undoAccess,
    }}
    viewer={viewer}
  />
)

/** Who may read all of it, and a way to change that. */
const Access = ({
  source,
  viewer,
  hasText,
}: Pick<SourcePageProps, 'source' | 'viewer'> & { hasText: boolean }) =>
  hasText && (
    <form class="no-print access" method="post" action={paths.changeAccess(source)}>
      <FormToken viewer={viewer} />
      <p>
        {source.isExcerptsOnly
          ? wording().source.excerptsShown(EXCERPT_AROUND)
          : wording().source.wholeShown}{' '}
        <button
          class="button-quiet"
          name="show"
          value={source.isExcerptsOnly ? 'whole' : 'excerpts'}
        >
          {source.isExcerptsOnly ? wording().source.showWhole : wording().source.showExcerpts}
        </button>
      </p>
    </form>
  )

/** Quotations are never lost: the text that has them is kept, and said to be another. */
const Lost = ({ unmarked, unmarkedReplies }: Pick<Notes, 'unmarked' | 'unmarkedReplies'>) => {
  const all = [...unmarked.values(), ...unmarkedReplies.values()]
  const lost = all.filter(({ version }) => version !== null).length
  if (lost === 0) return null
  return <p class="notice">{wording().source.lost(lost)}</p>
}

const marksOf = ({ claims, replies }: Pick<Notes, 'claims' | 'replies'>) =>
  new Map<string, MarkNote>([
    ...claims.map((claim, i) => [claimAnchor(claim), { of: 'Claim', number: `${i + 1}` }] as const),
    ...replies.map(
      (reply, i) =>
        [replyAnchor(reply), { of: 'Reply', number: wording().source.replyNumber(i + 1) }] as const,
    ),
  ])
