import type { Child } from 'hono/jsx'
import { wording } from '../words/wording.ts'

export interface Crumb {
  readonly label: string
  readonly href: string
}

/** Where this page is; the page itself is the heading below, so it is not repeated here. */
export const Breadcrumbs = ({ crumbs }: { crumbs: readonly Crumb[] }) => (
  <nav class="breadcrumbs" aria-label={wording().shared.breadcrumb}>
    <ol>
      {crumbs.map(({ label, href }) => (
        <li>
          <a href={href}>
            <bdi>{label}</bdi>
          </a>
        </li>
      ))}
    </ol>
  </nav>
)

interface TabsProps {
  /** What they are parts of. */
  readonly label: string
  readonly tabs: readonly {
    readonly href: string
    readonly says: Child
    readonly isCurrent: boolean
  }[]
}

/** Pages that belong together, beside each other, and which of them this is. */
export const Tabs = ({ label, tabs }: TabsProps) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map(({ href, says, isCurrent }) => (
        <li>
          <a href={href} aria-current={isCurrent ? 'page' : undefined}>
            {says}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export interface PaginationProps {
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly addressOf: (page: number) => string
  /** What is listed: "claims". */
  readonly of: string
}

/** First, last, the current page and its neighbours; undefined marks a gap. */
export function pagesShown(page: number, pages: number): (number | undefined)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages)
  const sorted = [...new Set(wanted)].sort((a, b) => a - b)
  return sorted.flatMap((n, i) => {
    const before = sorted[i - 1]
    if (before === undefined || n === before + 1) return [n]
    return n === before + 2 ? [n - 1, n] : [undefined, n]
  })
}

/** Numbered pages as plain links; nothing where there is only one. */
export const Pagination = ({ page, pages, addressOf, of }: PaginationProps) => {
  if (pages < 2) return null
  return (
    <nav class="pagination" aria-label={wording().common.pagesOf(of)}>
      {page > 1 && (
        <a rel="prev" data-key="[" href={addressOf(page - 1)}>
          {wording().common.previous}
          <span class="visually-hidden"> {wording().common.page}</span>
        </a>
      )}
      <ol>
        {pagesShown(page, pages).map((n) => (
          <li>
            {n === undefined ? (
              <span aria-hidden="true">…</span>
            ) : (
              <PageLink n={n} isCurrent={n === page} href={addressOf(n)} />
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <a rel="next" data-key="]" href={addressOf(page + 1)}>
          {wording().common.next}
          <span class="visually-hidden"> {wording().common.page}</span>
        </a>
      )}
    </nav>
  )
}

const PageLink = ({ n, isCurrent, href }: { n: number; isCurrent: boolean; href: string }) => (
  <a href={href} aria-current={isCurrent ? 'page' : undefined}>
    <span class="visually-hidden">{wording().common.pageNumber} </span>
    {n}
  </a>
)

/** Why there is nothing here, and the one thing that fills it. */
export const Empty = ({ title, children }: { title: string; children?: Child }) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children}
  </div>
)
