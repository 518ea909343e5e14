/** Among the facts of a thing: the way to everything that was changed of it. */
export const HistoryFact = ({ href }: { href: string }) => (
  <>
    <dt>History</dt>
    <dd>
      <a href={href}>Every change</a>
    </dd>
  </>
)
