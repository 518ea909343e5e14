import { paths } from '#server/paths.ts'
import { HowToSignIn } from '../layout/problem-page.tsx'
import { wording } from '../words/wording.ts'

export const HelpPage = () => {
  const w = wording().help
  return (
    <>
      <h1>{w.title}</h1>
      <p class="lede">{w.lede}</p>
      <div class="prose">
        <h2 id="reading">{w.reading.title}</h2>
        <p>{w.reading.cells}</p>
        <p>
          {w.reading.baseline((text) => (
            <a href={paths.helpEncoding}>{text}</a>
          ))}
        </p>
        <p>{w.reading.silence}</p>

        <h2 id="dates">{w.dates.title}</h2>
        <p>{w.dates.two}</p>
        <p>{w.dates.exact}</p>

        <h2 id="contradictions">{w.contradictions.title}</h2>
        <p>
          {w.contradictions.text((text) => (
            <a href={paths.method}>{text}</a>
          ))}
        </p>

        <h2 id="claims">{w.claims.title}</h2>
        <p>{w.claims.text}</p>

        <h2 id="replies">{w.replies.title}</h2>
        <p>{w.replies.what}</p>
        <p>{w.replies.who}</p>

        <h2 id="sign-in">{w.signIn.title}</h2>
        <p>{w.signIn.text}</p>
        <HowToSignIn />

        <h2 id="appearance">{w.appearance.title}</h2>
        <p>{w.appearance.text}</p>
      </div>
    </>
  )
}
