import type { Child } from 'hono/jsx'
import type { RelationWord } from '#server/domain/comparison.ts'
import { wording } from '../words/wording.ts'

/** A group of rules with an address of its own; see the contents above. */
export interface SectionText {
  readonly id: string
  readonly title: string
  readonly body: () => Child
}

interface Rules {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly [Child, ...Child[]])[]
}

/** Cells left to right; the first heads its row. What is wide scrolls in a region of its own. */
export const RuleTable = (rules: Rules) =>
  rules.columns.length < 4 ? (
    <Table {...rules} />
  ) : (
    <div class="scroll" tabindex={0} role="region" aria-label={rules.caption}>
      <Table {...rules} />
    </div>
  )

const Table = ({ caption, columns, rows }: Rules) => (
  <table class="table">
    <caption>{caption}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th scope="col">{column}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([head, ...cells]) => (
        <tr>
          <th scope="row">{head}</th>
          {cells.map((cell) => (
            <td>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** A sentence that the code has just made, set apart from ours. */
export const Computed = ({ children }: { children?: Child }) => <p class="notice">{children}</p>

export const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line, i) => (
      <>
        {i > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

/** The word that comparisons show; none where there is nothing to compare. */
export const wordOf = (relation: RelationWord | undefined): string =>
  relation === undefined ? '' : wording().relations[relation]
