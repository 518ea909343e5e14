import type { Child } from 'hono/jsx'
import type { Day } from '#server/domain/dates.ts'
import { assetPath } from '../layout/assets.ts'
import { MoreContrast } from '../layout/document.tsx'
import { type Theme, schemeOf } from '../layout/themes.ts'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

/** What an embed is a part of. */
type Whole = keyof ReturnType<typeof wording>['embed']['whole']

export interface EmbedProps {
  readonly title: string
  readonly theme: Theme
  /** Where the whole of it stands, and what the link says of it. */
  readonly whole: { readonly href: string; readonly is: Whole }
  /** The day it is shown as of, and the instant of record where one was asked for. */
  readonly asOf?: Day | undefined
  readonly known?: string | undefined
  /** Its sheet of styles, beside that of every page. */
  readonly extra?: 'overview.css' | undefined
  readonly children?: Child
}

/** What stands in the pages of others: no scripts, no forms, no navigation; links leave the frame. */
export const EmbedDocument = ({ title, theme, extra, children, ...foot }: EmbedProps) => (
  <html
    lang={wording().language}
    dir={wording().direction}
    data-theme={theme === 'system' ? undefined : theme}
  >
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
      <span>{wording().embed.asOf(describeDate(asOf), known && describeRecorded(known))}</span>
    )}
    <a href={whole.href}>
      {wording().embed.whole[whole.is](<span class="wordmark">Gainsay</span>)}
    </a>
  </footer>
)

/** A day as it is, an instant with its time. */
const describeRecorded = (known: string): string =>
  known.length === 10
    ? wording().embed.endOf(describeDate(known))
    : wording().shared.instant(describeDate(known.slice(0, 10)), known.slice(11, 16))
