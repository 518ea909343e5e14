/** Where a list of changes of many topics goes on: after one change, in an order that has no ties. Pure. */
import { HISTORY_KINDS, type HistoryKind } from './history-content.ts'

/** One change among those of all topics. */
export interface HistoryPlace {
  /** Microseconds since 1970. */
  readonly at: string
  readonly kind: HistoryKind
  /** Of the row that it is about. */
  readonly id: number
}

/**
 * In the order in which one transaction does them, so that what followed from a change stands after it:
 * of one instant the higher is the newer.
 */
export const ORDER_OF_KINDS: Readonly<Record<HistoryKind, number>> = {
  revision: 0,
  'review end': 1,
  review: 2,
  status: 3,
  erasure: 4,
}

/** A place as it stands in an address. */
export const placeText = ({ at, kind, id }: HistoryPlace): string =>
  `${at}-${ORDER_OF_KINDS[kind]}-${id}`

/** @returns undefined for what is no place */
export function parsePlace(text: string): HistoryPlace | undefined {
  const [, at, order, id] = /^(\d{1,16})-([0-4])-(\d{1,9})$/.exec(text) ?? []
  const kind = HISTORY_KINDS.find((one) => ORDER_OF_KINDS[one] === Number(order))
  return at === undefined || kind === undefined ? undefined : { at, kind, id: Number(id) }
}
