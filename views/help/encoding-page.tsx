import type { Child } from 'hono/jsx'
import { paths } from '#server/paths.ts'
import {
  PositionLetter,
  type Remark,
  RelationChip,
  RemarkText,
  type ShownRelation,
} from '../shared/relation.tsx'
import { wording } from '../words/wording.ts'

const SHOWN: readonly ShownRelation[] = [
  'baseline',
  'agreement',
  'shared-ground',
  'conflict',
  'compatible',
  'silent',
]

const REMARKS: readonly Remark[] = ['changed', 'mixed', 'conditional', 'old']

/** What adds to a relation, each as a comparison shows it. */
function listVariants(): Row[] {
  const { conditional, suggested, silences } = wording().signs
  return [
    { sign: <RelationChip relation="conflict" conditional />, means: conditional },
    { sign: <RelationChip relation="conflict" suggested />, means: suggested },
    ...silences.map(({ words, means }) => ({
      sign: <RelationChip relation="silent" words={words} />,
      means,
    })),
  ]
}

function listRemarks(): Row[] {
  const { remark: explained } = wording().signs
  return REMARKS.map((remark) => ({
    sign: <RemarkText remark={remark}>{explained[remark].words}</RemarkText>,
    means: explained[remark].means,
  }))
}

export const EncodingPage = () => {
  const w = wording().signs
  const relations = SHOWN.map((relation) => ({
    sign: <RelationChip relation={relation} />,
    means: w.means[relation],
  }))
  return (
    <>
      <h1>{w.title}</h1>
      <p class="lede">{w.lede}</p>
      <div class="prose">
        <h2>{w.relating}</h2>
        <Signs caption={w.relations} rows={relations} />
        <h2>{w.adding}</h2>
        <Signs caption={w.variants} rows={listVariants()} />
        <h2>{w.remarks}</h2>
        <p>{w.remarksAre}</p>
        <Signs caption={w.remarks} rows={listRemarks()} />
        <h2>{w.letters}</h2>
        <Signs caption={w.letters} rows={[{ sign: <TwoLetters />, means: w.lettersAre }]} />
        <p>
          {w.rules((text) => (
            <a href={paths.method}>{text}</a>
          ))}
        </p>
      </div>
    </>
  )
}

const TwoLetters = () => (
  <>
    <PositionLetter letter="A" /> <PositionLetter letter="B" />
  </>
)

interface Row {
  readonly sign: Child
  readonly means: string
}

const Signs = ({ caption, rows }: { caption: string; rows: readonly Row[] }) => (
  <table class="table signs stacks">
    <caption class="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{wording().signs.sign}</th>
        <th scope="col">{wording().signs.meaning}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ sign, means }) => (
        <tr>
          <td>{sign}</td>
          <td>{means}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
