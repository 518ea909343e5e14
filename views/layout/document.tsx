import type { Child } from 'hono/jsx'
import type { Actor } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import { FeedLinks, type Feeds, Follow, type FollowState } from '../shared/follow.tsx'
import { Breadcrumbs, type Crumb } from '../shared/navigation.tsx'
import { assetPath } from './assets.ts'
import { wording } from '../words/wording.ts'
import { SiteFooter } from './footer.tsx'
import { SiteHeader } from './header.tsx'
import { type Theme, schemeOf } from './themes.ts'

/** Who is signed in, as far as pages need to know. */
export interface Viewer {
  readonly name: string
  readonly role: string
  /** For the forms of this page; see FormToken. */
  readonly csrf: string
}

export type Section =
  | 'compare'
  | 'issues'
  | 'parties'
  | 'sources'
  | 'contradictions'
  | 'review'
  | 'topics'
  | 'people'
  | 'inbox'
  | 'account'
  | 'search'

interface ExtraFiles {
  readonly style?: string
  readonly script?: string
}

/** Files that only some pages load. */
const extras = {
  capture: { style: 'capture.css', script: 'capture.js' },
  review: { style: 'review.css' },
  passkeys: { script: 'passkeys.js' },
  overview: { style: 'overview.css' },
  timeline: { style: 'timeline.css' },
  grid: { style: 'grid.css' },
  found: { style: 'found.css' },
  issue: { style: 'issue.css' },
} as const satisfies Readonly<Record<string, ExtraFiles>>

/** How a page is shown elsewhere. Every address is in full. */
export interface Share {
  readonly address: string
  readonly title: string
  readonly description: string
  /** A picture of 1200 by 630 that says the same, and its words for people who do not see it. */
  readonly image?: string | undefined
  readonly imageAlt?: string | undefined
  /** Where a program asks how to embed it. */
  readonly oembed?: string | undefined
}

/** What a page says about itself; routes pass it to `respond`. */
export interface PageProps {
  /** The heading's words; " - Gainsay" is added. */
  readonly title: string
  readonly description?: string | undefined
  /** Inside a topic the main navigation leads to its parts. */
  readonly topic?: { readonly slug: string; readonly title: string } | undefined
  readonly current?: Section | undefined
  /** Above the heading, topic first; the page itself is left out. */
  readonly crumbs?: readonly Crumb[] | undefined
  /** The form came back with errors: the title says so first. */
  readonly hasErrors?: boolean | undefined
  /** What a form that swaps this page in says aloud; takes its place with hx-select-oob. */
  readonly live?: string | undefined
  /** A page with a style or a script of its own; see `extras`. */
  readonly extra?: keyof typeof extras | undefined
  /** Where what is new on this page is followed: named in the head, and below the content. */
  readonly feeds?: Feeds | undefined
  /** Whether somebody who is signed in follows what this page is about; below the content. */
  readonly follow?: FollowState | undefined
  /** What other sites and programs show of this page; nothing where not everybody may read it. */
  readonly share?: Share | undefined
  /** Path and query of the same in Markdown, for programs and for whoever pastes it. */
  readonly markdown?: string | undefined
  /** Path and query that stay with what is shown, to be printed; the page's own unless given. */
  readonly permalink?: string | undefined
  /** `reading` keeps text at a comfortable measure; `wide` is for comparisons. */
  readonly width?: 'wide' | 'reading' | undefined
}

export interface DocumentProps extends PageProps {
  readonly viewer: (Viewer & Actor) | undefined
  /** How much in the viewer's inbox is unread. */
  readonly unread: number
  readonly theme: Theme
  /** Kept in a cookie too; scripts read it from the root element. */
  readonly hasSingleKeys: boolean
  /** Path and query of this page, where the appearance form returns to. */
  readonly address: string
  /** The address to print, in full. */
  readonly printed: string | undefined
  readonly children?: Child
}

/** htmx: no own style element, and Back is a real document load (pages.md, decision 4). */
const htmxConfig = JSON.stringify({
  history: 'reload',
  includeIndicatorCSS: false,
  transitions: false,
})

/**
 * Every page. The live region is there from the first byte, because screen readers do not announce
 * regions that are added later; `#problem` takes what htmx could not do, above the untouched content.
 */
export const Document = ({ children, ...page }: DocumentProps) => (
  <html
    lang={wording().language}
    dir={wording().direction}
    data-theme={page.theme === 'system' ? undefined : page.theme}
    data-single-keys={page.hasSingleKeys ? undefined : 'off'}
  >
    <Head {...page} />
    <body>
      <a class="skip" href="#main">
        {wording().layout.skip}
      </a>
      <SiteHeader {...page} />
      {page.crumbs !== undefined && page.crumbs.length > 0 && <Breadcrumbs crumbs={page.crumbs} />}
      <main id="main" tabindex={-1} class={page.width === 'reading' ? 'reading' : undefined}>
        {page.printed !== undefined && (
          <p class="print-only small muted">
            {page.topic !== undefined && (
              <>
                <bdi>{page.topic.title}</bdi>.{' '}
              </>
            )}
            <span data-as-written>{page.printed}</span>
          </p>
        )}
        <div id="problem" />
        {children}
        <Follow feeds={page.feeds} follow={page.follow} viewer={page.viewer} />
      </main>
      <div id="live" class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
        {page.live}
      </div>
      <SiteFooter theme={page.theme} address={page.address} viewer={page.viewer} />
    </body>
  </html>
)

const Head = ({ title, description, hasErrors, theme, extra, ...page }: DocumentProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{`${hasErrors === true ? wording().layout.withErrors(title) : title} - Gainsay`}</title>
    {description !== undefined && <meta name="description" content={description} />}
    <meta name="color-scheme" content={schemeOf(theme)} />
    <meta name="htmx-config" content={htmxConfig} />
    <link rel="icon" href={assetPath('icon.svg')} type="image/svg+xml" />
    <link
      rel="preload"
      href={assetPath('fonts/inter-latin.woff2')}
      as="font"
      type="font/woff2"
      crossorigin="anonymous"
    />
    <link
      rel="preload"
      href={assetPath('fonts/source-serif-4-latin.woff2')}
      as="font"
      type="font/woff2"
      crossorigin="anonymous"
    />
    <link rel="stylesheet" href={assetPath('app.css')} />
    <link rel="stylesheet" href={assetPath('palette.css')} />
    <MoreContrast theme={theme} />
    <link rel="stylesheet" href={assetPath('print.css')} media="print" />
    <script src={assetPath('htmx.js')} defer />
    <script src={assetPath('gainsay.js')} defer />
    <script src={assetPath('palette.js')} defer />
    {extra !== undefined && <Extra {...extras[extra]} />}
    <link rel="help" href={paths.help} />
    <link
      rel="search"
      href={paths.openSearch}
      type="application/opensearchdescription+xml"
      title="Gainsay"
    />
    {page.markdown !== undefined && (
      <link rel="alternate" type="text/markdown" href={page.markdown} />
    )}
    {page.feeds !== undefined && <FeedLinks feeds={page.feeds} />}
    {page.share !== undefined && <ShareTags {...page.share} />}
  </head>
)

/** @see https://ogp.me, https://oembed.com section 4 */
const ShareTags = ({ address, title, description, image, imageAlt, oembed }: Share) => (
  <>
    <meta property="og:type" content="article" />
    <meta property="og:site_name" content="Gainsay" />
    <meta property="og:url" content={address} />
    <meta property="og:title" content={title} />
    <meta property="og:description" content={description} />
    {image !== undefined && (
      <>
        <meta property="og:image" content={image} />
        <meta property="og:image:width" content="1200" />
        <meta property="og:image:height" content="630" />
        <meta property="og:image:alt" content={imageAlt ?? title} />
        <meta name="twitter:card" content="summary_large_image" />
      </>
    )}
    {oembed !== undefined && (
      <link rel="alternate" type="application/json+oembed" href={oembed} title={title} />
    )}
  </>
)

/** Asked for here, or of the device: with any choice of light and dark. */
export const MoreContrast = ({ theme }: { theme: Theme }) => (
  <link
    rel="stylesheet"
    href={assetPath('contrast.css')}
    media={theme === 'contrast' ? undefined : '(prefers-contrast: more)'}
  />
)

const Extra = ({ style, script }: ExtraFiles) => (
  <>
    {style !== undefined && <link rel="stylesheet" href={assetPath(style)} />}
    {script !== undefined && <script src={assetPath(script)} defer />}
  </>
)
