import { paths } from '#server/paths.ts'
import { wording } from '../words/wording.ts'

export interface ChooseTopicPageProps {
  readonly topics: readonly { readonly slug: string; readonly title: string }[]
  /** What the source says of itself, from the page it was found on; goes into the form. */
  readonly given: Readonly<Record<'url' | 'title' | 'text', string | undefined>>
  /** Of this server. */
  readonly origin: string
}

/** Where a source belongs that was found somewhere on the web. */
export const ChooseTopicPage = ({ topics, given, origin }: ChooseTopicPageProps) => (
  <div class="prose">
    <h1>{wording().sourceForm.title}</h1>
    {given.title !== undefined && (
      <p class="lede">
        <bdi>{given.title}</bdi>
      </p>
    )}
    <h2 id="topic">{wording().sourceForm.whichTopic}</h2>
    {topics.length === 0 ? (
      <p class="muted">{wording().sourceForm.noTopic}</p>
    ) : (
      <ul>
        {topics.map(({ slug, title }) => (
          <li>
            <a href={paths.newSource(slug, given)}>
              <bdi>{title}</bdi>
            </a>
          </li>
        ))}
      </ul>
    )}
    <h2 id="bookmarklet">{wording().sourceForm.fromAnyPage}</h2>
    <p>{wording().sourceForm.dragLink}</p>
    <p>
      <a class="button" href={bookmarklet(origin)}>
        {wording().sourceForm.bookmark}
      </a>
    </p>
    <p>{wording().sourceForm.keptFromWorking}</p>
  </div>
)

/** Few enough characters for an address, in any script. */
const MOST_SELECTED = 1500

/** Opens the form beside the page that the reader is on. */
const bookmarklet = (origin: string): string => {
  const fields = `url:location.href,title:document.title,text:String(getSelection()).slice(0,${MOST_SELECTED})`
  return `javascript:void open('${origin}${paths.newSourceAnywhere()}?'+new URLSearchParams({${fields}}))`
}
