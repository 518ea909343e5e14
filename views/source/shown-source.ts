/** A source as its page shows it. */
export interface FoundSource {
  readonly id: number
  readonly slug: string
  readonly kind: string
  readonly title: string
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly url: string | null
  readonly archiveUrl: string | null
  readonly published: string
  readonly language: string
  readonly grade: string | null
  readonly capture: { readonly text: string; readonly sha256: string; readonly capturedAt: string } | undefined
}
