import type { Stance } from '#server/domain/claims.ts'
import type { Value } from '#server/domain/values.ts'
import { describeValue } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

/** What a claim takes a stance on: a position by its label, or a value in the unit. */
export interface Held {
  readonly stance: Stance
  readonly label?: string | null | undefined
  readonly value?: Value | null | undefined
  readonly unit?: string | null | undefined
}

/** The position or value alone; undefined where the party declined to say anything at all. */
export const describeHolding = ({ label, value, unit }: Held): string | undefined =>
  label ??
  (value === null || value === undefined ? undefined : describeValue(value, unit ?? undefined))

/** The stance with the position isolated, so that a name in another script keeps to itself. */
export const StanceText = (held: Held) => {
  const what = describeHolding(held)
  if (what === undefined) return <>{wording().declinesToSay}</>
  return (
    <>
      {wording().stances[held.stance]}
      <bdi>{what}</bdi>
    </>
  )
}

/** "1 claim", "1,216 claims". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
