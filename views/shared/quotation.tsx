import type { Child } from 'hono/jsx'
import { directionOf } from './direction.ts'

export interface QuotationProps {
  /** Word for word as in the source, without marks: the page adds those of the language. */
  readonly text: string
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

/** What somebody said, in its own language and direction, with the translation and its translator. */
export const Quotation = ({ text, language, translation, lines, children }: QuotationProps) => (
  <figure class={`quotation${lines === undefined ? '' : ` quotation-cell clamp-${lines}`}`}>
    <blockquote lang={language} dir={directionOf(language)}>
      <p>{text}</p>
    </blockquote>
    {translation !== undefined && <Translation {...translation} />}
    {children !== undefined && <figcaption>{children}</figcaption>}
  </figure>
)

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
      Translation
      {translator === undefined || translator === '' ? (
        ''
      ) : (
        <>
          {' '}
          by <bdi>{translator}</bdi>
        </>
      )}
    </p>
  </div>
)

/** A few words of a quotation inside a sentence of ours. */
export const InlineQuote = ({ text, language }: { text: string; language: string }) => (
  <q lang={language} dir={directionOf(language)}>
    {text}
  </q>
)
