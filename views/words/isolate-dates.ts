/** Digits with a mark of dates among or after them. */
const DATE = /\d+(?:~|[-/:](?:\.\.|[\d\-/:.~TZ]*[\d~Z](?:\/\.\.)?))/g

/**
 * A text of ours from right to left, with each date or time in the order in which it is written: after
 * Arabic letters the parts of 2015-12-15 would be shown from right to left, the day first.
 * @see https://www.unicode.org/reports/tr9/#W2
 */
export const isolateDates = (text: string): string => text.replaceAll(DATE, '\u2066$&\u2069')
