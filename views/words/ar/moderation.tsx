import type { ModerationKind } from '#server/domain/moderation.ts'
import type { Words } from '../english.ts'
import { counts, number } from './counts.ts'
import { roles } from './roles.ts'

/** As a choice names it, and before what it was done to. */
const kinds: Readonly<Record<ModerationKind, { readonly label: string; readonly deed: string }>> = {
  erased: { label: 'محو', deed: 'محو ألفاظ من' },
  restored: { label: 'استعادة إصدار سابق', deed: 'استعادة إصدار سابق من' },
  withdrawn: { label: 'سحب', deed: 'سحب' },
  'put-back': { label: 'إعادة', deed: 'إعادة' },
  changed: { label: 'تغيير بيد شخص آخر', deed: 'تغيير' },
  adjudicated: { label: 'فصل من محرِّر', deed: 'الفصل في' },
  'set-aside': { label: 'تنحية مراجعات', deed: 'تنحية مراجعات' },
  dismissed: { label: 'استبعاد', deed: 'استبعاد' },
  setup: { label: 'ضبط الموضوع', deed: 'تغيير ضبط' },
  excerpts: { label: 'إظهار نص مصدر أو حجبه', deed: 'تغيير ما يراه القراء من' },
}

export const moderation: Words['moderation'] = {
  title: 'سجل الإشراف',
  titleOf: (topic) => `سجل الإشراف: ${topic}`,
  newestFirst: (entries) => `${counts.entries(entries)}، الأحدث أولًا`,
  pagesOfEntries: 'القيود',
  jsonFeed: 'خلاصة JSON',
  nothingYet: 'لا شيء بعد',
  reason: (why) => <>السبب: {why}</>,

  lede: (history) => (
    <>
      ما سُحب وأُعيد، وما غيّره غير من سجّله، وما استُعيد أو مُحي، وما فصل فيه محرِّر أو استُبعد، وكيف ضُبط
      هذا الموضوع: من فعل ذلك ومتى ولماذا. وهو مأخوذ من {history('سجل التغييرات')} الذي لا يتغيّر فيه
      شيء، بل تُضاف إليه القيود فحسب.
    </>
  ),
  leftOut: (site) => (
    <>
      ما حُكم به في تناقض غير محسوم الآن لا يظهر هنا، أو يُذكر بلا نتيجته وسببه، لأن المراجعين يحكمون دون
      معرفته. وما جرى على الحسابات في {site('سجل الموقع')}.
    </>
  ),
  what: 'ماذا',
  everything: 'كل شيء',
  who: 'من',
  everybody: 'الجميع',
  nobodyDid: 'لم يسحب أحد شيئًا في هذا الموضوع ولا فصل فيه ولا استبعده ولا ضبط الموضوع.',
  noEntries: 'لا قيود',
  noneFits: 'لا شيء هنا يطابق ما اختير.',
  showEverything: 'عرض كل شيء',
  kind: (kind) => kinds[kind].label,
  deed: (kind, by, thing, outcome) => (
    <>
      {by}: {kinds[kind].deed} {thing}
      {outcome !== undefined && ` ${outcome}`}
    </>
  ),
  entry: (seq) => `القيد ${number(seq)} في سجل التغييرات`,

  siteLede: 'ما فعله القائمون على هذا الموقع بعمل غيرهم وحساباتهم: من فعله ومتى ولماذا.',
  topics: 'المواضيع',
  noTopic: 'لا موضوع يمكنك رؤيته.',
  accounts: 'الحسابات',
  aboutAccounts:
    'أدوار غُيّرت، وحسابات أُوقفت أو أُعيد تفعيلها. من كان محرِّرًا أو مالكًا، الآن أو من قبل، يقرر في ما يسجّله غيره، فيُذكر اسمه. أما سواه فلا يُذكر: يرد دوره هنا بدلًا من اسمه، ويُحذف اسمه من السبب. ومن قام بالفعل يُذكر اسمه دائمًا.',
  noAccount: 'لم يُغيَّر أي دور، ولم يُوقف أي حساب.',
  nameLeftOut: '[حُذف الاسم]',
  reasonNotPublic: 'ذُكر السبب قبل أن تصير الأسباب علنية.',
  accountDeed: (act, by, name, role) => {
    if (act.did === 'role')
      return (
        <>
          {by}: تغيير دور {name ?? roles[act.from]} من «{roles[act.from]}» إلى «{roles[act.to]}»
        </>
      )
    return (
      <>
        {by}: {act.did === 'disabled' ? 'إيقاف حساب' : 'إعادة تفعيل حساب'} {name ?? roles[role]}
        {name !== undefined && ` (${roles[role]})`}
      </>
    )
  },
}
