import { wording } from '../words/wording.ts'

/** Among the facts of a thing: the way to everything that was changed of it. */
export const HistoryFact = ({ href }: { href: string }) => (
  <>
    <dt>{wording().shared.history}</dt>
    <dd>
      <a href={href}>{wording().shared.everyChange}</a>
    </dd>
  </>
)
