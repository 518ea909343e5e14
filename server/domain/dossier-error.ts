/** One thing that keeps a record from being saved: where (a JSON path), and what to do. */
export interface DossierFault {
  readonly path: string
  readonly message: string
}

/** A record that cannot be saved as given; nothing was written. The message names every fault. */
export class DossierError extends Error {
  override readonly name = 'DossierError'
  readonly errors: readonly DossierFault[]
  /** @param file - the file it came from, for the message; left out for forms */
  constructor(errors: readonly DossierFault[], file?: string) {
    const from = file === undefined ? '' : `${file}: `
    super(errors.map(({ path, message }) => `${from}${path}: ${message}`).join('\n'))
    this.errors = errors
  }
}
