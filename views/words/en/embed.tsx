import type { Child } from 'hono/jsx'
import { counts } from './counts.ts'

/** What stands in the pages of others, and the code that puts it there. */
export const embed = {
  title: 'Embed',
  readers: 'Readers of your page get no cookies and no scripts from it. Paste one of these:',
  fixed: 'As it is shown now, for good',
  current: 'Kept up to date with the record',
  codeCopied: 'Code copied.',
  copyCode: 'Copy code',
  preview: 'Preview',

  nothing: 'Nothing is on record for this choice.',
  noPair: 'There are no two parties to count.',
  claimGone: 'The words of this claim are gone; it is withdrawn and counts in no comparison.',
  /** At least one of them is above 0. */
  leftOut: (parties: number, issues: number) => {
    const parts = [
      ...(parties > 0 ? [counts.parties(parties)] : []),
      ...(issues > 0 ? [counts.issues(issues)] : []),
    ]
    return `Left out here, for want of room: ${parts.join(' and ')}. The whole is linked below.`
  },
  /** @param recorded - see below; undefined for the record of now */
  asOf: (day: string, recorded: string | undefined) =>
    `As of ${day}${recorded === undefined ? '' : `, as recorded by ${recorded}`}`,
  endOf: (day: string) => `the end of ${day}`,
  /** The link to the whole of it, with our name. */
  whole: {
    comparison: (name: Child) => <>The whole comparison on {name}</>,
    matrix: (name: Child) => <>The whole matrix on {name}</>,
    contradiction: (name: Child) => <>Evidence and reviews on {name}</>,
    claim: (name: Child) => <>The claim on {name}</>,
    topics: (name: Child) => <>Topics on {name}</>,
  },
}
