const HOUR_MS = 3_600_000

/** So many times within an hour for each of those who ask; kept in memory, by this process. */
export class HourlyLimit {
  readonly #most: number
  readonly #taken = new Map<number, number[]>()

  constructor(most: number) {
    this.#most = most
  }

  /** @param who - an account's id. @returns false when the hour's are used up; nothing is taken then */
  take(who: number, now: Date): boolean {
    const since = now.getTime() - HOUR_MS
    const recent = (this.#taken.get(who) ?? []).filter((at) => at > since)
    const isLeft = recent.length < this.#most
    this.#taken.set(who, isLeft ? [...recent, now.getTime()] : recent)
    return isLeft
  }
}
