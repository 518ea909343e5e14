import { paths } from '#server/paths.ts'
import { wording } from '../words/wording.ts'

export const AccessibilityPage = () => {
  const w = wording().accessibility
  return (
    <>
      <h1>{w.title}</h1>
      <p class="lede">{w.lede}</p>
      <div class="prose">
        <h2>{w.means}</h2>
        <Points points={w.points} />
        <h2>{w.checked}</h2>
        <p>{w.checks}</p>
        <h2>{w.missing}</h2>
        <Points points={w.lacks} />
        <h2>{w.reporting}</h2>
        <p>
          {w.report((text) => (
            <a href={paths.help}>{text}</a>
          ))}
        </p>
      </div>
    </>
  )
}

const Points = ({ points }: { points: readonly string[] }) => (
  <ul>
    {points.map((point) => (
      <li>{point}</li>
    ))}
  </ul>
)
