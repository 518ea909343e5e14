import type { LinkedClaim } from '#server/domain/recorded-claim.ts'
import { paths } from '#server/paths.ts'
import { ClaimLink } from '../claim/claim-form-page.tsx'
import { directionOf } from '../shared/direction.ts'
import { InstantText } from '../shared/date-text.tsx'
import { DoneNotice } from '../shared/done-notice.tsx'
import { FormToken } from '../shared/fields.tsx'
import { counted } from '../shared/stance.tsx'
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
        says="The claim that you began is discarded. It can be put back for a day, until you begin another from this source."
        undo={{ path: paths.claimDraft(source), fields: { step: 'put-back' }, of: 'discarding it' }}
        viewer={viewer}
      />
    )}
    <h1>
      Claims from <bdi lang={source.language}>{source.title}</bdi>
    </h1>
    <p class="muted">
      {counted(claimCount, 'claim')} from this source so far.{' '}
      <a href={paths.source(source)}>Read it with its claims marked</a>
    </p>
    {kept !== undefined && <Kept source={source} viewer={viewer} {...kept} />}
    <div class="capture" data-capture>
      <form
        class="capture-text"
        method="get"
        action={paths.capture(source)}
        aria-label="Sentences"
        hx-get={paths.capture(source)}
        hx-target="#claim"
        hx-select="#claim"
        hx-swap="outerHTML"
        hx-push-url="true"
      >
        <p class="find" hidden>
          <label for="find">Find in the text</label> <input type="search" id="find" data-find />
        </p>
        <ol class="sentences" lang={source.language} dir={directionOf(source.language)}>
          {sentences.map((sentence) => (
            <Sentence sentence={sentence} />
          ))}
        </ol>
        <p class="capture-bar">
          <button class="button-primary">Make a claim of the chosen sentences</button>{' '}
          <span class="small muted keys">
            Keys, in the text: <kbd>J</kbd> <kbd>K</kbd> next and previous, <kbd>X</kbd> choose,{' '}
            <kbd>Enter</kbd> claim, <kbd>/</kbd> find, <kbd>U</kbd> undo the last. In the claim:{' '}
            <kbd>1</kbd> to <kbd>9</kbd> choose, <kbd>P</kbd> <kbd>I</kbd> <kbd>O</kbd> another
            party, issue or position, <kbd>,</kbd> <kbd>.</kbd> a word less or more, <kbd>Ctrl</kbd>{' '}
            <kbd>Enter</kbd> save.
          </span>
        </p>
      </form>
      <section id="claim" class="capture-claim" aria-labelledby="claim-title">
        <h2 id="claim-title">Claim</h2>
        {saved !== undefined && form === undefined && <Saved {...saved} />}
        {form === undefined ? (
          <p class="muted">
            Choose one sentence or several, then make a claim of them. Only what you save is
            recorded.
          </p>
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
      A claim that you began is kept since <InstantText at={keptAt} />
      {statement !== '' && (
        <>
          : <bdi>{statement}</bdi>
        </>
      )}
    </p>
    <p>
      <a href={paths.capture(source, { draft: '1' })}>Go on with it</a>{' '}
      <button class="button-quiet" name="step" value="discard">
        Discard it
      </button>
    </p>
  </form>
)

const Sentence = ({ sentence }: { sentence: ShownSentence }) => {
  const { n, text, isFirst, isChosen, claims, speakers } = sentence
  return (
    <li class={isFirst ? 'begins' : undefined}>
      <input type="checkbox" id={`s${n}`} name="s" value={String(n)} checked={isChosen} />
      <label for={`s${n}`}>{text}</label>
      {claims.length < speakers.length && (
        <span class="suggestion" lang="en" dir="ltr">
          Suggested: <bdi>{speakers.join('; ')}</bdi>
        </span>
      )}
      {claims.map((id) => (
        <a class="footnote" lang="en" dir="ltr" href={paths.claim({ id })}>
          <span class="visually-hidden">Sentence {n}: </span>
          claim
        </a>
      ))}
    </li>
  )
}

const Saved = ({ claim, conflicts }: NonNullable<CapturePageProps['saved']>) => (
  <div class="notice" role="status" id="saved">
    <p>
      Saved: <ClaimLink claim={claim} />.{' '}
      {conflicts === 0 ? (
        'It conflicts with nothing on record.'
      ) : (
        <a href={`${paths.claim(claim)}?saved=1`}>
          It now conflicts with others: {counted(conflicts, 'contradiction')}
        </a>
      )}{' '}
      <a href={paths.withdrawClaim(claim)} data-undo>
        Withdraw it
      </a>
    </p>
  </div>
)
