import type { Child } from 'hono/jsx'
import { wording } from '../words/wording.ts'

/**
 * A form that narrows a list: each change is sent at once, the list alone is swapped and the address
 * follows; without scripts Apply does the same.
 * @param of - the id of the list on the page at `action`
 */
export const ListFilters = ({
  action,
  of,
  children,
}: {
  action: string
  of: string
  children?: Child
}) => (
  <form
    class="filters"
    method="get"
    action={action}
    hx-get={action}
    hx-target={`#${of}`}
    hx-select={`#${of}`}
    hx-swap="outerHTML"
    hx-push-url="true"
    hx-trigger="change, submit"
    hx-sync="this:replace"
  >
    {children}
    <button type="submit">{wording().common.apply}</button>
  </form>
)
