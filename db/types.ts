import pg from 'pg'

// An instant goes out as it is. In the zone of this machine, whose offset pg writes in whole minutes, one
// from before clocks agreed would be stored seconds off, and be another than what the history hashed.
pg.defaults.parseInputDatesAsUTC = true

type Parse = (text: string) => unknown

const asText: Parse = (text) => text

/** @throws {RangeError} beyond 2^53, where a number would silently be another one */
function parseInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is beyond what a number can hold.`)
  return value
}

const { builtins } = pg.types
const TEXT_ARRAY = 1009
const parseTexts = pg.types.getTypeParser(TEXT_ARRAY as never) as (
  text: string,
) => (string | null)[]
const each =
  (parse: Parse): Parse =>
  (text) =>
    parseTexts(text).map((item) => (item === null ? null : parse(item)))

/**
 * How values leave the database, where it is not node-postgres's way.
 * - A day is `YYYY-MM-DD` text, or `-infinity` or `infinity`: a Date would have a time zone.
 * - bigint is a number when it is exact, and an error otherwise.
 * - numeric is the nearest number: what we store in it fits a double.
 * - Ranges, intervals and times without a zone stay text.
 * - timestamptz is a Date; json and jsonb are parsed (both node-postgres's own).
 */
const parsers = new Map<number, Parse>([
  [builtins.DATE, asText],
  [1182, each(asText)],
  [builtins.INT8, parseInteger],
  [1016, each(parseInteger)],
  [builtins.NUMERIC, Number],
  [1231, each(Number)],
  [builtins.TIMESTAMP, asText],
  [1115, each(asText)],
  [builtins.INTERVAL, asText],
  [1187, each(asText)],
])

const otherwise = pg.types.getTypeParser as (oid: number, format?: string) => Parse

export const types = {
  getTypeParser: (oid: number, format?: string) => parsers.get(oid) ?? otherwise(oid, format),
}
