import type { Child } from 'hono/jsx'
import { describeDate } from '#server/domain/date-words.ts'
import type { Day } from '#server/domain/dates.ts'
import { assetPath } from '../layout/assets.ts'
import { MoreContrast, type Theme, schemeOf } from '../layout/document.tsx'

export interface EmbedProps {
  readonly title: string
  readonly theme: Theme
  /** Where the whole of it stands, and in which words the link says so. */
  readonly whole: { readonly href: string; readonly words: string }
  /** The day it is shown as of, and the instant of record where one was asked for. */
  readonly asOf?: Day | undefined
  readonly known?: string | undefined
  /** Its sheet of styles, beside that of every page. */
  readonly extra?: 'overview.css' | undefined
  readonly children?: Child
}

/** What stands in the pages of others: no scripts, no forms, no navigation; links leave the frame. */
export const EmbedDocument = ({ title, theme, extra, children, ...foot }: EmbedProps) => (
  <html lang="en" dir="ltr" data-theme={theme === 'system' ? undefined : theme}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} - Gainsay`}</title>
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content={schemeOf(theme)} />
      <base target="_top" />
      <link rel="canonical" href={foot.whole.href} />
      <link rel="stylesheet" href={assetPath('app.css')} />
      <MoreContrast theme={theme} />
      {extra !== undefined && <link rel="stylesheet" href={assetPath(extra)} />}
      <link rel="stylesheet" href={assetPath('embed.css')} />
    </head>
    <body class="embed">
      <main id="main">{children}</main>
      <Foot {...foot} />
    </body>
  </html>
)

/** When it holds, and the way to the whole. */
const Foot = ({ whole, asOf, known }: Pick<EmbedProps, 'whole' | 'asOf' | 'known'>) => (
  <footer class="embed-foot">
    {asOf !== undefined && (
      <span>
        As of {describeDate(asOf)}
        {known !== undefined && `, as recorded by ${describeRecorded(known)}`}
      </span>
    )}
    <a href={whole.href}>
      {whole.words} <span class="wordmark">Gainsay</span>
    </a>
  </footer>
)

/** A day as it is, an instant with its time. */
const describeRecorded = (known: string): string =>
  known.length === 10
    ? `the end of ${describeDate(known)}`
    : `${describeDate(known.slice(0, 10))}, ${known.slice(11, 16)} UTC`
