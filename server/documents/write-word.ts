import { strToU8, zipSync } from 'fflate'
import { escapeXml } from '../domain/feed.ts'

/** Words in one style. Right to left is said of each run: Word does not find it out by itself. */
export interface WordRun {
  readonly text: string
  readonly isBold?: boolean
  readonly isRightToLeft?: boolean
  /** BCP 47. */
  readonly language?: string
}

/** A run, a footnote by its number in `footnotes` (from 1), or an address that can be followed. */
export type WordPiece = WordRun | { readonly footnote: number } | { readonly href: string }

export type WordParagraph = readonly WordPiece[]

/** What a Word document is made of here: a heading, paragraphs, one table, footnotes, paragraphs. */
export interface WordDocument {
  readonly title: string
  /** Of paragraphs, and of the order of the table's columns. */
  readonly isRightToLeft?: boolean
  readonly before: readonly WordParagraph[]
  /** Rows of cells of paragraphs; the first row repeats on each page. */
  readonly table: readonly (readonly (readonly WordParagraph[])[])[]
  readonly after: readonly WordParagraph[]
  /** The first is number 1. */
  readonly footnotes: readonly WordParagraph[]
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const NAMES = `xmlns:w="${MAIN}" xmlns:r="${OFFICE}"`

/** Our two notes for the lines above footnotes take the numbers below these. */
const FIRST_FOOTNOTE = 2

/**
 * A Word document (.docx) of a table with footnotes.
 * @see ECMA-376, Part 1: WordprocessingML
 */
export function writeWord(document: WordDocument): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships([
      ['rId1', 'officeDocument', 'word/document.xml'],
      ['rId2', 'metadata/core-properties', 'docProps/core.xml'],
    ]),
    'word/document.xml': body(document),
    'word/footnotes.xml': footnotes(document.footnotes),
    'word/styles.xml': styles(document),
    'word/settings.xml': `${HEAD}<w:settings ${NAMES}><w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr></w:settings>`,
    'word/_rels/document.xml.rels': relationships([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'footnotes', 'footnotes.xml'],
      ['rId3', 'settings', 'settings.xml'],
    ]),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(document.title)}</dc:title></cp:coreProperties>`,
  }
  // Without the clock: the same comparison is the same file.
  const mtime = '1980-01-01'
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { mtime }] as const]),
    ),
  )
}

function contentTypes(): string {
  const type = (of: string) =>
    `application/vnd.openxmlformats-officedocument.wordprocessingml.${of}+xml`
  const part = (name: string, of: string) => `<Override PartName="${name}" ContentType="${of}"/>`
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    part('/word/document.xml', type('document.main')) +
    part('/word/footnotes.xml', type('footnotes')) +
    part('/word/styles.xml', type('styles')) +
    part('/word/settings.xml', type('settings')) +
    part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    `</Types>`
  )
}

const relationships = (all: readonly (readonly [string, string, string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([id, type, target]) => {
      const of = type.includes('/') ? `${PACKAGE}/relationships/${type}` : `${OFFICE}/${type}`
      return `<Relationship Id="${id}" Type="${of}" Target="${target}"/>`
    })
    .join('')}</Relationships>`

/** A4, landscape. */
const SECTION =
  '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>'
const WIDTH = 15_138

const body = ({ title, before, table, after, isRightToLeft = false }: WordDocument): string =>
  `${HEAD}<w:document ${NAMES}><w:body>${paragraph([{ text: title }], 'Heading1')}` +
  before.map((one) => paragraph(one)).join('') +
  (table.length === 0 ? '' : tableOf(table, isRightToLeft)) +
  after.map((one) => paragraph(one)).join('') +
  `${SECTION}</w:body></w:document>`

function tableOf(rows: WordDocument['table'], isRightToLeft: boolean): string {
  const width = Math.floor(WIDTH / Math.max(1, rows[0]?.length ?? 1))
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')
  const grid = (rows[0] ?? []).map(() => `<w:gridCol w:w="${width}"/>`).join('')
  return (
    `<w:tbl><w:tblPr>${isRightToLeft ? '<w:bidiVisual/>' : ''}<w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${sides}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
    rows.map((row, at) => rowOf(row, width, at === 0)).join('') +
    '</w:tbl>'
  )
}

const rowOf = (cells: WordDocument['table'][number], width: number, isHead: boolean): string =>
  `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells
    .map(
      (cell) =>
        `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${cell
          .map((one) => paragraph(one))
          .join('')}${cell.length === 0 ? '<w:p/>' : ''}</w:tc>`,
    )
    .join('')}</w:tr>`

const footnotes = (all: readonly WordParagraph[]): string =>
  `${HEAD}<w:footnotes ${NAMES}>` +
  `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
  `<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>` +
  all
    .map(
      (pieces, at) =>
        `<w:footnote w:id="${at + FIRST_FOOTNOTE}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>` +
        `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>` +
        `<w:r><w:t xml:space="preserve"> </w:t></w:r>${pieces.map(pieceOf).join('')}</w:p></w:footnote>`,
    )
    .join('') +
  '</w:footnotes>'

function paragraph(pieces: WordParagraph, style?: string): string {
  const about = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${about}${pieces.map(pieceOf).join('')}</w:p>`
}

function pieceOf(piece: WordPiece): string {
  if ('footnote' in piece)
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${piece.footnote - 1 + FIRST_FOOTNOTE}"/></w:r>`
  if ('href' in piece) return linkOf(piece.href)
  const { text, isBold = false, isRightToLeft = false, language } = piece
  const about = [
    isBold ? '<w:b/><w:bCs/>' : '',
    isRightToLeft ? '<w:rtl/>' : '',
    language === undefined
      ? ''
      : `<w:lang w:${isRightToLeft ? 'bidi' : 'val'}="${escapeXml(language)}"/>`,
  ].join('')
  return `<w:r>${about === '' ? '' : `<w:rPr>${about}</w:rPr>`}${textOf(text)}</w:r>`
}

const textOf = (text: string): string =>
  `<w:t xml:space="preserve">${escapeXml(text.replaceAll(/\s+/gu, ' '))}</w:t>`

/**
 * A field rather than a relationship, so that notes and text need no list of addresses. Only web addresses
 * lead anywhere; quotation marks would end the field's argument.
 */
function linkOf(href: string): string {
  if (!/^https?:/i.test(href)) return `<w:r>${textOf(href)}</w:r>`
  const argument = escapeXml(href.replaceAll(/["\\\s]/gu, encodeURIComponent))
  return `<w:fldSimple w:instr=" HYPERLINK &quot;${argument}&quot; "><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>${textOf(href)}</w:r></w:fldSimple>`
}

/** As few styles as the document uses; fonts are those that every Word has, Arabic and Cyrillic among them. */
const styles = ({ isRightToLeft = false }: WordDocument): string =>
  `${HEAD}<w:styles ${NAMES}><w:docDefaults><w:rPrDefault><w:rPr>` +
  `<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-GB" w:bidi="ar-SA"/>` +
  `</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${isRightToLeft ? '<w:bidi/>' : ''}<w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>` +
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
  `<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>` +
  `<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>` +
  `<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>` +
  `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="3B42A0"/><w:u w:val="single"/></w:rPr></w:style>` +
  `</w:styles>`
