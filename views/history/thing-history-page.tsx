import type { RestorableEntity } from '#server/domain/restoration.ts'
import { DoneNotice, type UndoForm } from '../shared/done-notice.tsx'
import { Pagination } from '../shared/navigation.tsx'
import { wording } from '../words/wording.ts'
import { type HistoryItem, HistoryList } from './history-list.tsx'
import { VersionChoice } from './version-choice.tsx'

export interface ThingHistoryProps {
  /** What the page is about. */
  readonly entity: RestorableEntity
  readonly label: string
  readonly href: string
  readonly items: readonly HistoryItem[]
  /** The number of its newest version. */
  readonly newest: number
  /** The path of its history. */
  readonly history: string
  readonly page: number
  readonly pages: number
  readonly addressOf: (page: number) => string
  /** What was restored a moment ago. */
  readonly done: { readonly says: string; readonly undo: UndoForm | undefined } | undefined
  readonly viewer: { readonly csrf: string } | undefined
}

/** The history of one claim, issue, party, person or source. */
export const ThingHistoryPage = (props: ThingHistoryProps) => (
  <>
    {props.done !== undefined && <DoneNotice {...props.done} viewer={props.viewer} />}
    <h1>{wording().history.heading(props.entity)}</h1>
    <p class="lede">
      <a href={props.href}>
        <bdi>{props.label}</bdi>
      </a>
    </p>
    <VersionChoice
      thing={{ ...props, listedAt: props.history }}
      from={props.newest - 1}
      to={props.newest}
      isInHistory
    />
    <HistoryList items={props.items} isOfOneThing withFirst />
    <Pagination
      page={props.page}
      pages={props.pages}
      of={wording().history.pagesOfEntries}
      addressOf={props.addressOf}
    />
  </>
)
