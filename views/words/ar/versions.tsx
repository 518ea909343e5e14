import type { Words } from '../english.ts'
import { theThing } from './history.tsx'

export const versions: Words['versions'] = {
  titleOf: (from, to, label) => `الإصداران ${from} و${to}: ${label}`,
  heading: (of) => `ما تغيّر في ${theThing[of]}`,
  fromTo: (from, to) => `من الإصدار ${from} إلى الإصدار ${to}.`,
  marks: 'المشطوب ما حُذف، والمسطَّر تحته ما أُضيف؛ ولا تُقارن المسافات.',
  of: (version) => `الإصدار ${version}`,
  told: {
    removed: { before: '[محذوف: ', after: '] ' },
    added: { before: '[مضاف: ', after: '] ' },
  },
  isSame: 'الإصداران متطابقان.',
  isOne: 'هذا إصدار واحد. اختر إصدارين مختلفين.',
  changes: 'الحقول المختلفة',
  who: 'من غيّره ومتى ولماذا',
  by: (version, name, at) => (
    <>
      الإصدار {version}: {name}، {at}.
    </>
  ),
  more: 'بينهما إصدارات أخرى. وهي كلها في سجل التغييرات.',
  withBefore: 'المقارنة بالإصدار السابق',
  compareTwo: 'المقارنة بين إصدارين',
  from: 'من الإصدار',
  to: 'إلى الإصدار',
  compare: 'قارن',
  back: 'سجل التغييرات',
  noneTitle: 'لا يوجد إصدار كهذا',
  none: (newest) =>
    newest === 1 ? 'له إصدار واحد، فلا شيء يُقارن.' : `له الإصدارات من 1 إلى ${newest}.`,
}
