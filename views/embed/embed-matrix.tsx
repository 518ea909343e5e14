import { type MatrixPageProps, describeMatrix } from '../overview/matrix-page.tsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { MatrixTable } from '../overview/matrix-table.tsx'
import { LeftOut } from './embed-comparison.tsx'

/** As many parties as a table has room for in somebody else's page. */
export const MOST_IN_MATRIX = 12

/** Every two parties in counts. */
export const EmbedMatrix = (props: MatrixPageProps & { readonly leftOut: number }) => {
  const { topic, parties, of, asOf, asked, leftOut } = props
  return (
    <>
      <h1>{wording().matrix.heading(<bdi>{topic.title}</bdi>)}</h1>
      <p class="small muted">{describeMatrix(props)}</p>
      {parties.length < 2 ? (
        <p class="notice">{wording().embed.noPair}</p>
      ) : (
        <MatrixTable
          {...props}
          asof={asked.asof}
          caption={wording().matrix.captions[of](describeDate(asOf))}
        />
      )}
      <LeftOut parties={leftOut} />
    </>
  )
}
