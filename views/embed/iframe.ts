import { escapeXml } from '#server/domain/feed.ts'

/** A page that can stand in somebody else's. */
export interface Embeddable {
  /** In full. */
  readonly src: string
  /** What it is, for people who do not see it. */
  readonly title: string
  /** In CSS pixels, what its words take in a column of 800; a frame that is lower scrolls. */
  readonly height: number
}

/** In CSS pixels. */
export const EMBED_WIDTH = 800

/** Higher than this nobody's page has room for it: the frame scrolls. */
const HIGHEST = 1400

/** Of a table of positions: head, rows with two lines of each quotation, foot. */
export const heightOfComparison = (issues: number): number =>
  Math.min(HIGHEST, 240 + 330 * Math.max(1, issues))

/** Of a matrix: head, a row for each party but one, foot. */
export const heightOfMatrix = (parties: number): number =>
  Math.min(HIGHEST, 300 + 34 * Math.max(1, parties - 1))

/** Of both sides of a contradiction, with a quotation each. */
export const CONTRADICTION_HEIGHT = 880

/** Of one claim and its sources. */
export const CLAIM_HEIGHT = 520

/** The code that puts it there. @param width - in CSS pixels; as wide as there is room unless given */
export const describeIframe = ({ src, title, height }: Embeddable, width?: number): string =>
  `<iframe src="${escapeXml(src)}" title="${escapeXml(title)}" width="${width ?? '100%'}" ` +
  `height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`
