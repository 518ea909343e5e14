/** Instants as a database counts them, exactly. Pure. */

/**
 * Write an instant as `Date.toISOString` does, with what it has beyond milliseconds after it; what is
 * no number, or beyond every Date, stays as it is. Different instants are different texts.
 * @param microseconds - since 1970, as text
 */
export function describeInstant(microseconds: string): string {
  if (/^\d{1,15}000$/.test(microseconds))
    return new Date(Number(microseconds.slice(0, -3))).toISOString()
  if (!/^-?\d{1,18}$/.test(microseconds)) return microseconds
  const all = BigInt(microseconds)
  const date = new Date(Number(all / 1000n))
  if (Number.isNaN(date.getTime())) return microseconds
  const rest = all % 1000n
  return rest === 0n ? date.toISOString() : `${date.toISOString()} and ${rest} microseconds`
}
