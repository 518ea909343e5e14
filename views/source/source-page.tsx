import type { Excerpt } from '#server/domain/marked-text.ts'
import { Gap } from '../erasure/gap.tsx'
import { claimAnchor, paths, replyAnchor } from '#server/paths.ts'
import { counted } from '../shared/stance.tsx'
import { DoneNotice } from '../shared/done-notice.tsx'
import { FormToken } from '../shared/fields.tsx'
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
            Make claims from it
          </a>
        )}{' '}
        <a class="button" href={paths.captureAgain(source)}>
          {capture === undefined ? 'Add its text' : 'Capture it again'}
        </a>{' '}
        {canAskErasure && captures.some((one) => one.erased === null) && (
          <a href={paths.askErasure('source', source)}>Ask for an erasure</a>
        )}
      </p>
    )}
    {capture?.version === captures[0]?.version && <Lost {...notes} />}
    {excerpts === undefined || capture?.erased ? (
      <>
        {capture?.erased ? (
          <Gap mark={capture.erased} history={paths.sourceHistory(source)}>
            The captured text is gone. Its SHA-256 stays, so that whoever holds a text can show that
            it is this one. What each claim quotes from it stands below and cannot be checked here.
          </Gap>
        ) : (
          <p class="notice">
            The text of this source is not kept here. What each claim takes from it stands below.
          </p>
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
    says={
      source.isExcerptsOnly
        ? 'Readers see excerpts of this source now.'
        : 'Readers see the whole text of this source now.'
    }
    undo={{
      path: paths.changeAccess(source),
      fields: { show: source.isExcerptsOnly ? 'whole' : 'excerpts' },
      of: 'changing what readers see of it',
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
          ? `Readers see excerpts: what is quoted, with ${EXCERPT_AROUND} characters around it. `
          : 'Readers see the whole text. '}
        <button
          class="button-quiet"
          name="show"
          value={source.isExcerptsOnly ? 'whole' : 'excerpts'}
        >
          {source.isExcerptsOnly ? 'Show them the whole text' : 'Show them excerpts only'}
        </button>
      </p>
    </form>
  )

/** Quotations are never lost: the text that has them is kept, and said to be another. */
const Lost = ({ unmarked, unmarkedReplies }: Pick<Notes, 'unmarked' | 'unmarkedReplies'>) => {
  const all = [...unmarked.values(), ...unmarkedReplies.values()]
  const lost = all.filter(({ version }) => version !== null).length
  if (lost === 0) return null
  return (
    <p class="notice">
      The text has changed since: {counted(lost, 'quotation')} {lost === 1 ? 'is' : 'are'} no longer
      in it. {lost === 1 ? 'It stands' : 'They stand'} in an earlier text, which is kept.
    </p>
  )
}

const marksOf = ({ claims, replies }: Pick<Notes, 'claims' | 'replies'>) =>
  new Map<string, MarkNote>([
    ...claims.map((claim, i) => [claimAnchor(claim), { of: 'Claim', number: `${i + 1}` }] as const),
    ...replies.map(
      (reply, i) => [replyAnchor(reply), { of: 'Reply', number: `R${i + 1}` }] as const,
    ),
  ])
