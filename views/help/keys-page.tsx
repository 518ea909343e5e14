import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { FormToken } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { type KeyRegion, type KeyUse, keyRegions } from './keys.ts'

export interface KeysPageProps {
  readonly hasSingleKeys: boolean
  readonly viewer: Viewer | undefined
}

/** Every key of every page, and the switch for those that are pressed alone (WCAG 2.1.4). */
export const KeysPage = (props: KeysPageProps) => (
  <>
    <h1>{wording().keys.title}</h1>
    <p class="lede">{wording().keys.lede()}</p>
    <SingleKeys {...props} />
    {keyRegions.map((region) => (
      <Region {...region} />
    ))}
  </>
)

const SingleKeys = ({ hasSingleKeys, viewer }: KeysPageProps) => (
  <form class="stack" method="post" action={paths.appearance}>
    <FormToken viewer={viewer} />
    <input type="hidden" name="return_to" value={paths.helpKeys} />
    <p>
      {hasSingleKeys ? wording().keys.areOn : wording().keys.areOff}{' '}
      <button type="submit" name="keys" value={hasSingleKeys ? 'off' : 'on'}>
        {hasSingleKeys ? wording().keys.turnOff : wording().keys.turnOn}
      </button>
    </p>
    <p class="small muted">{wording().keys.choiceIsKept}</p>
  </form>
)

const Region = ({ id, uses }: KeyRegion) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{wording().keys.heading(...wording().keys.regions[id])}</h2>
    <dl class="facts">
      {uses.map((use) => (
        <>
          <dt>
            <Keys {...use} />
          </dt>
          <dd>{wording().keys.does[use.does]}</dd>
        </>
      ))}
    </dl>
  </section>
)

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Control: 'Ctrl',
}

/** Keys are drawn as they are printed: a bracket is not turned around where the text runs from the right. */
const Keys = ({ keys, isTogether }: KeyUse) => (
  <>
    {keys.map((key, i) => (
      <>
        {i > 0 && (isTogether ? ' + ' : ' ')}
        {key === '…' ? (
          wording().keys.to
        ) : (
          <kbd dir="ltr">{names[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>
        )}
      </>
    ))}
  </>
)
