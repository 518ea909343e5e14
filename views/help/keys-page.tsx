import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { FormToken } from '../shared/fields.tsx'
import { type KeyRegion, type KeyUse, keyRegions } from './keys.ts'

export interface KeysPageProps {
  readonly hasSingleKeys: boolean
  readonly viewer: Viewer | undefined
}

/** Every key of every page, and the switch for those that are pressed alone (WCAG 2.1.4). */
export const KeysPage = (props: KeysPageProps) => (
  <>
    <h1>Keys</h1>
    <p class="lede">
      Everything can be done with Tab, Enter and Space. These keys are quicker. Each works only
      while the focus is in the part of the page that is named, and never while you type in a field.
    </p>
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
      {hasSingleKeys
        ? 'Keys that are pressed alone are on.'
        : 'Keys that are pressed alone are off in this browser.'}{' '}
      <button type="submit" name="keys" value={hasSingleKeys ? 'off' : 'on'}>
        {hasSingleKeys ? 'Turn them off' : 'Turn them on'}
      </button>
    </p>
    <p class="small muted">
      The choice is kept in a cookie. Turning them off helps where speech or a switch types letters
      that were not meant as commands.
    </p>
  </form>
)

const Region = ({ id, page, region, uses }: KeyRegion) => (
  <section aria-labelledby={id}>
    <h2 id={id}>
      {page}: {region}
    </h2>
    <dl class="facts">
      {uses.map((use) => (
        <>
          <dt>
            <Keys {...use} />
          </dt>
          <dd>{use.does}</dd>
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

const Keys = ({ keys, isTogether }: KeyUse) => (
  <>
    {keys.map((key, i) => (
      <>
        {i > 0 && (isTogether ? ' + ' : ' ')}
        {key === '…' ? (
          'to'
        ) : (
          <kbd>{names[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>
        )}
      </>
    ))}
  </>
)
