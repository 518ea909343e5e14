import type { Child } from 'hono/jsx'
import { type Form, isInOwnWords } from '#server/domain/claims.ts'
import { wording } from '../words/wording.ts'
import { directionOf } from './direction.ts'

export interface QuotationProps {
  /** Word for word as in the source, without marks: the page adds those of the language. */
  readonly text: string
  /** Of the claim: it decides whether the party speaks here or the source that reports it. */
  readonly form: Form
  /** BCP 47. Direction follows from it. */
  readonly language: string
  readonly translation?:
    | {
        readonly text: string
        readonly language?: string
        readonly translator?: string | undefined
      }
    | undefined
  /** In a table cell: smaller, and at most `lines` lines are seen. */
  readonly lines?: 2 | 4 | undefined
  /** Who said it, when, where: under the words. */
  readonly children?: Child
}

/**
 * What somebody said, in its own language and direction, with the translation and its translator. The
 * sentence in which a source reports it bears no quotation marks, and says whose words it is.
 */
export const Quotation = ({
  text,
  form,
  language,
  translation,
  lines,
  children,
}: QuotationProps) => (
  <figure class={classesOf(isInOwnWords(form, text), lines)}>
    {!isInOwnWords(form, text) && <p class="small muted">{wording().shared.inSourcesWords}</p>}
    <blockquote lang={language} dir={directionOf(language)}>
      <p>{text}</p>
    </blockquote>
    {translation !== undefined && <Translation {...translation} />}
    {children !== undefined && <figcaption>{children}</figcaption>}
  </figure>
)

const classesOf = (isOwn: boolean, lines: QuotationProps['lines']): string =>
  [
    'quotation',
    ...(isOwn ? [] : ['reported']),
    ...(lines === undefined ? [] : ['quotation-cell', `clamp-${lines}`]),
  ].join(' ')

const Translation = ({
  text,
  language = 'en',
  translator,
}: NonNullable<QuotationProps['translation']>) => (
  <div class="translation">
    <p lang={language} dir={directionOf(language)}>
      {text}
    </p>
    <p class="small muted">
      {translator === undefined || translator === ''
        ? wording().shared.translation
        : wording().shared.translationBy(<bdi>{translator}</bdi>)}
    </p>
  </div>
)

/** A few words of a quotation inside a sentence of ours; those of the source are said to be its. */
export const InlineQuote = ({
  text,
  form,
  language,
}: Pick<QuotationProps, 'text' | 'form' | 'language'>) => (
  <>
    {!isInOwnWords(form, text) && wording().shared.inSourcesWordsInside}
    <q lang={language} dir={directionOf(language)}>
      {text}
    </q>
  </>
)
