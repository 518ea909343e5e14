/** CSV that spreadsheets open as text. Pure. @see RFC 4180; OWASP ASVS 5.0, V1.2.10 */

/** What makes a spreadsheet read a cell as a formula, in its full-width forms too. */
const BEGINS_FORMULA = /^[=+\-@\t\r＝＋－＠]/

/**
 * One line: every cell in quotation marks, those that would begin a formula behind an apostrophe. Whoever
 * needs the text unaltered takes the JSON.
 */
export const writeCsvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => `"${guarded(String(cell)).replaceAll('"', '""')}"`).join(',')}\r\n`

const guarded = (cell: string): string => (BEGINS_FORMULA.test(cell) ? `'${cell}` : cell)
