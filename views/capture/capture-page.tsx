import type { LinkedClaim } from '#server/domain/recorded-claim.ts'
import { paths } from '#server/paths.ts'
import { ClaimLink } from '../claim/claim-form-page.tsx'
import { directionOf } from '../shared/direction.ts'
import { InstantText } from '../shared/date-text.tsx'
import { DoneNotice } from '../shared/done-notice.tsx'
import { FormToken } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { QuickForm, type QuickFormProps } from './quick-form.tsx'

/** A sentence of the captured text, numbered from 1. */
export interface ShownSentence {
  readonly n: number
  readonly text: string
  /** Begins a paragraph. */
  readonly isFirst: boolean
  readonly isChosen: boolean
  /** Ids of claims whose quotation touches it. */
  readonly claims: readonly number[]
  /** Who is found to say something in it. */
  readonly speakers: readonly string[]
}

export interface CapturePageProps {
  readonly source: {
    readonly id: number
    readonly slug: string
    readonly title: string
    readonly language: string
  }
  readonly sentences: readonly ShownSentence[]
  readonly claimCount: number
  /** Undefined until sentences are chosen. */
  readonly form: QuickFormProps | undefined
  readonly saved?: {
    readonly claim: LinkedClaim
    readonly conflicts: number
  }
  /** A claim that was begun and not saved. */
  readonly kept?: { readonly statement: string; readonly keptAt: Date } | undefined
  /** A draft was discarded a moment ago, and can be put back. */
  readonly isDiscarded: boolean
  readonly viewer: { readonly csrf: string } | undefined
}

/**
 * Claims from a text: sentences to choose on one side, the claim made of them on the other. Checkboxes
 * are the way of the mouse, of screen readers and without scripts; capture.js adds the keys.
 */
export const CapturePage = ({
  source,
  sentences,
  claimCount,
  form,
  saved,
  kept,
  isDiscarded,
  viewer,
}: CapturePageProps) => (
  <>
    {isDiscarded && (
      <DoneNotice
        says={wording().capture.discarded}
        undo={{
          path: paths.claimDraft(source),
          fields: { step: 'put-back' },
          of: wording().capture.undoDiscarding,
        }}
        viewer={viewer}
      />
    )}
    <h1>{wording().capture.heading(<bdi lang={source.language}>{source.title}</bdi>)}</h1>
    <p class="muted">
      {wording().capture.soFar(claimCount)}{' '}
      <a href={paths.source(source)}>{wording().capture.readIt}</a>
    </p>
    {kept !== undefined && <Kept source={source} viewer={viewer} {...kept} />}
    <div class="capture" data-capture>
      <form
        class="capture-text"
        method="get"
        action={paths.capture(source)}
        aria-label={wording().capture.sentences}
        hx-get={paths.capture(source)}
        hx-target="#claim"
        hx-select="#claim"
        hx-swap="outerHTML"
        hx-push-url="true"
      >
        <p class="find" hidden>
          <label for="find">{wording().capture.find}</label>{' '}
          <input type="search" id="find" data-find />
        </p>
        <ol class="sentences" lang={source.language} dir={directionOf(source.language)}>
          {sentences.map((sentence) => (
            <Sentence sentence={sentence} />
          ))}
        </ol>
        <p class="capture-bar">
          <button class="button-primary">{wording().capture.makeClaim}</button>{' '}
          <span class="small muted keys">{wording().capture.keys()}</span>
        </p>
      </form>
      <section id="claim" class="capture-claim" aria-labelledby="claim-title">
        <h2 id="claim-title">{wording().capture.claim}</h2>
        {saved !== undefined && form === undefined && <Saved {...saved} />}
        {form === undefined ? (
          <p class="muted">{wording().capture.chooseFirst}</p>
        ) : (
          <QuickForm {...form} />
        )}
      </section>
    </div>
  </>
)

const Kept = ({
  source,
  statement,
  keptAt,
  viewer,
}: Pick<CapturePageProps, 'source' | 'viewer'> & NonNullable<CapturePageProps['kept']>) => (
  <form class="notice" method="post" action={paths.claimDraft(source)}>
    <FormToken viewer={viewer} />
    <p>
      {wording().capture.keptSince(
        <InstantText at={keptAt} />,
        statement === '' ? undefined : <bdi>{statement}</bdi>,
      )}
    </p>
    <p>
      <a href={paths.capture(source, { draft: '1' })}>{wording().capture.goOn}</a>{' '}
      <button class="button-quiet" name="step" value="discard">
        {wording().capture.discard}
      </button>
    </p>
  </form>
)

/** Our own words, within a text of any language. */
const own = () => ({ lang: wording().language, dir: wording().direction })

const Sentence = ({ sentence }: { sentence: ShownSentence }) => {
  const { n, text, isFirst, isChosen, claims, speakers } = sentence
  return (
    <li class={isFirst ? 'begins' : undefined}>
      <input type="checkbox" id={`s${n}`} name="s" value={String(n)} checked={isChosen} />
      <label for={`s${n}`}>{text}</label>
      {claims.length < speakers.length && (
        <span class="suggestion" {...own()}>
          {wording().capture.speakers(<bdi>{speakers.join('; ')}</bdi>)}
        </span>
      )}
      {claims.map((id) => (
        <a class="footnote" {...own()} href={paths.claim({ id })}>
          {wording().capture.claimOf(n)}
        </a>
      ))}
    </li>
  )
}

const Saved = ({ claim, conflicts }: NonNullable<CapturePageProps['saved']>) => (
  <div class="notice" role="status" id="saved">
    <p>
      {wording().capture.saved(<ClaimLink claim={claim} />)}{' '}
      {conflicts === 0 ? (
        wording().capture.conflictsWithNothing
      ) : (
        <a href={`${paths.claim(claim)}?saved=1`}>{wording().capture.nowConflicts(conflicts)}</a>
      )}{' '}
      <a href={paths.withdrawClaim(claim)} data-undo>
        {wording().capture.withdraw}
      </a>
    </p>
  </div>
)
