import type { Child } from 'hono/jsx'
import type { RestorableEntity } from '#server/domain/restoration.ts'

/** Two versions of something, compared. */
export const versions = {
  titleOf: (from: number, to: number, label: string) => `Versions ${from} and ${to}: ${label}`,
  heading: (of: RestorableEntity) => `What changed in this ${of}`,
  fromTo: (from: number, to: number) => `From version ${from} to version ${to}.`,
  marks: 'Struck out is what went, underlined what came; white space is not compared.',
  of: (version: number) => `Version ${version}`,
  /** Around words that went or came, for those who hear the page. */
  told: {
    removed: { before: '[deleted: ', after: '] ' },
    added: { before: '[inserted: ', after: '] ' },
  },
  isSame: 'The two versions say the same.',
  isOne: 'This is one version. Choose two different ones.',
  changes: 'Fields that differ',
  who: 'Who changed it, when and why',
  by: (version: number, name: Child, at: Child) => (
    <>
      Version {version}, by {name} on {at}.
    </>
  ),
  more: 'More versions lie between. All are in the history.',
  withBefore: 'Compare with the version before',
  compareTwo: 'Compare two versions',
  from: 'From version',
  to: 'To version',
  compare: 'Compare',
  back: 'History',
  noneTitle: 'There is no such version',
  none: (newest: number) =>
    newest === 1
      ? 'This has one version, so there is nothing to compare.'
      : `This has the versions 1 to ${newest}.`,
}
