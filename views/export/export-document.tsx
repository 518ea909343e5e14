import { wording } from '../words/wording.ts'
import {
  type Exported,
  type ExportedCell,
  type Note,
  describeLimits,
  describeSource,
  describeSpeaker,
  describeState,
  wordsOf,
} from './exported.ts'

/** A comparison as a document of its own, without styles: to be opened, or pasted into another program. */
export const ExportDocument = ({ exported }: { exported: Exported }) => (
  <html lang={wording().language} dir={wording().direction}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{exported.topic.title}</title>
    </head>
    <body>
      <h1>
        <bdi>{exported.topic.title}</bdi>
      </h1>
      <p>{exported.summary}</p>
      <Table {...exported} />
      <Reasons {...exported} />
      <p>
        {describeState(exported)} <a href={exported.permalink}>{exported.permalink}</a>
      </p>
      <h2>{wording().exporting.claimsAndSources}</h2>
      <ol>
        {exported.notes.map((note) => (
          <FullNote note={note} />
        ))}
      </ol>
    </body>
  </html>
)

const Table = ({ parties, baseline, issues }: Exported) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{wording().exporting.issue}</th>
        {parties.map((name) => (
          <th scope="col">
            <bdi>{name}</bdi>
            {name === baseline && wording().exporting.baseline}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {issues.map(({ question, summary, cells }) => (
        <tr>
          <th scope="row">
            <bdi>{question}</bdi>
            <br />
            {summary}
          </th>
          {cells.map((cell) => (
            <Cell {...cell} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const Cell = ({ relation, statements, remarks }: ExportedCell) => (
  <td>
    <p>
      <strong>{relation}</strong>
    </p>
    {statements.map(({ text, note }) => (
      <p>
        <bdi>{text}</bdi>
        {note !== undefined && (
          <sup>
            <a href={`#note-${note}`}>{note}</a>
          </sup>
        )}
      </p>
    ))}
    {remarks.map((remark) => (
      <p>{remark}</p>
    ))}
  </td>
)

const Reasons = ({ issues }: Exported) => (
  <>
    {issues
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ question, reasons }) => (
        <>
          <h2>
            <bdi>{question}</bdi>
          </h2>
          {reasons.map((reason) => (
            <p>{reason}</p>
          ))}
        </>
      ))}
  </>
)

const FullNote = ({ note }: { note: Note }) => (
  <li id={`note-${note.number}`}>
    <p>
      {wordsOf(note)}
      {note.quote === undefined ? (
        <bdi>{note.statement}</bdi>
      ) : (
        <q lang={note.language} dir={note.direction}>
          {note.quote}
        </q>
      )}
    </p>
    {note.translation !== undefined && (
      <p>
        {wording().exporting.translation(note.translator)}
        <q>{note.translation}</q>
      </p>
    )}
    <p>
      <bdi>{describeSpeaker(note)}</bdi>
    </p>
    {describeLimits(note).map((limit) => (
      <p>{limit}</p>
    ))}
    {note.sources.map((source) => (
      <p>
        {wording().exporting.source}
        <bdi>{describeSource(source)}</bdi>
        {[source.url, source.archiveUrl].map(
          (address) =>
            address !== undefined && (
              <>
                {' '}
                <a href={address}>{address}</a>
              </>
            ),
        )}
      </p>
    ))}
    <p>
      <a href={note.permalink}>{note.permalink}</a>
    </p>
  </li>
)
