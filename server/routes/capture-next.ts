/** Where a claim's form that was begun in a source's text leads after saving: on in that text. */
export interface CaptureNext {
  readonly sourceId: number
  readonly sentence: number
}

/** As the form carries it along. */
export const writeNext = ({ sourceId, sentence }: CaptureNext): string =>
  `capture:${sourceId}:${sentence}`

/** @returns undefined for anything that {@link writeNext} has not written */
export function readNext(next: string): CaptureNext | undefined {
  const [, sourceId, sentence] = /^capture:(\d{1,9}):(\d{1,7})$/.exec(next) ?? []
  return sourceId === undefined
    ? undefined
    : { sourceId: Number(sourceId), sentence: Number(sentence) }
}
