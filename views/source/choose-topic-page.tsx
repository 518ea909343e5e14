import { paths } from '#server/paths.ts'

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
    <h1>Add a source</h1>
    {given.title !== undefined && (
      <p class="lede">
        <bdi>{given.title}</bdi>
      </p>
    )}
    <h2 id="topic">To which topic?</h2>
    {topics.length === 0 ? (
      <p class="muted">There is no topic yet.</p>
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
    <h2 id="bookmarklet">From any page</h2>
    <p>
      Drag this link to your bookmarks. On a page you want to add, select the words that matter,
      then choose the bookmark: this form opens with the page’s address and title, and the words.
    </p>
    <p>
      <a class="button" href={bookmarklet(origin)}>
        Add to Gainsay
      </a>
    </p>
    <p>
      Some sites keep bookmarks like this one from working. Then copy the page’s text and paste it
      into the form; the address too.
    </p>
  </div>
)

/** Few enough characters for an address, in any script. */
const MOST_SELECTED = 1500

/** Opens the form beside the page that the reader is on. */
const bookmarklet = (origin: string): string => {
  const fields = `url:location.href,title:document.title,text:String(getSelection()).slice(0,${MOST_SELECTED})`
  return `javascript:void open('${origin}${paths.newSourceAnywhere()}?'+new URLSearchParams({${fields}}))`
}
