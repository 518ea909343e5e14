import { type Action, type Actor, may } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import { Tabs } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'

/** A page from which the site is looked after. */
type AdminSection = 'people' | 'erasures' | 'audit' | 'jobs'

const sections: readonly {
  readonly section: AdminSection
  readonly href: string
  readonly takes: Action
}[] = [
  { section: 'people', href: paths.people, takes: 'invite people' },
  { section: 'erasures', href: paths.erasures, takes: 'erase' },
  { section: 'audit', href: paths.audit(), takes: 'manage people' },
  { section: 'jobs', href: paths.jobs(), takes: 'manage people' },
]

interface Props {
  readonly viewer: Actor | undefined
  /** Left out on a page below one of these. */
  readonly current?: AdminSection | undefined
}

/** The pages of the administration, below the heading of each; nothing for who may open only one. */
export const AdminNavigation = ({ viewer, current }: Props) => {
  const open = sections.filter(({ takes }) => may(viewer, takes))
  return open.length < 2 ? null : (
    <Tabs
      label={wording().admin.navigation}
      tabs={open.map(({ section, href }) => ({
        href,
        says: wording().admin.pages[section],
        isCurrent: section === current,
      }))}
    />
  )
}
