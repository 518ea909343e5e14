import type { Words } from '../english.ts'
import { counts, genitive } from './counts.ts'

const ofIssues = (n: number) => genitive(counts.issues(n))

export const comparison: Words['comparison'] = {
  heading: (topic) => <>من يقول ماذا: {topic}</>,
  title: (who, day, topic) => `${who}، ${day}: ${topic}`,
  untitled: 'مقارنة',
  names: (names, more) =>
    more > 0 ? `${names.join('، ')} وغيرها (${more})` : names.join(names.length > 2 ? '، ' : ' و'),
  comma: '، ',
  semicolon: '؛ ',
  lastAnd: ' و',
  announce: (rows, issues, baseline, summary) =>
    `تظهر ${rows} من أصل ${ofIssues(issues)}${baseline === undefined ? '' : `، بالمقارنة مع ${baseline}`}. ${summary}`,
  size: (issues, parties, day) =>
    `${counts.issues(issues)}، ${counts.parties(parties)}، حتى ${day}.`,
  comesTo: (size, { conflict, common, changed }) => {
    const parts = [
      `مسائل فيها تعارض: ${conflict}`,
      `مسائل فيها أرضية مشتركة: ${common}`,
      ...(changed > 0 ? [`مسائل تغيّر فيها موقف: ${changed}`] : []),
    ]
    return `${size} ${parts.join('؛ ')}.`
  },

  open: 'يترك الباب مفتوحًا',
  unrelated: 'لا علاقة',
  dismissed: 'تعارض مستبعَد',
  row: {
    conflict: (n) => `في تعارض: ${n}`,
    suggested: (n) => `تعارض مقترح: ${n}`,
    agreement: (n) => `يتفق: ${n}`,
    'shared-ground': (n) => `على أرضية مشتركة: ${n}`,
    compatible: (n) => `متوافق: ${n}`,
    open: (n) => `يترك الباب مفتوحًا: ${n}`,
    unrelated: (n) => `تحدّث: ${n}`,
    silent: (n) => `صامت: ${n}`,
    dismissed: (n) => `تعارض مستبعَد: ${n}`,
  },
  noOther: 'لم يُختر طرف آخر',
  baselineSilent: 'الطرف المقارَن به صامت.',
  othersConflict: (pairs) => `في تعارض من بين الآخرين: ${counts.pairs(pairs)}.`,
  nothing: {
    conflict: (day) => `لا تعارض بين هذه الأطراف حتى ${day}.`,
    agreement: (day) => `لا اتفاق بين هذه الأطراف حتى ${day}.`,
    'shared-ground': (day) => `لا أرضية مشتركة بين هذه الأطراف حتى ${day}.`,
    changed: (day) => `لا تغيير في مواقف هذه الأطراف حتى ${day}.`,
    mixed: (day) => `لا رسائل متضاربة من هذه الأطراف حتى ${day}.`,
    silent: (day) => `لا صمت من هذه الأطراف حتى ${day}.`,
  },
  instead: ({ conflict, agreement, silent }) => {
    const rest = [
      ...(conflict > 0 ? [`تتعارض في ${ofIssues(conflict)}`] : []),
      ...(agreement > 0 ? [`تتفق في ${ofIssues(agreement)}`] : []),
      ...(silent > 0 ? [`يصمت واحد منها على الأقل في ${ofIssues(silent)}`] : []),
    ]
    return ` وهي ${rest.join('، و')}.`
  },

  noneChosen: (parties) => <>لم تُختر أطراف. وهذه أكثرها تصريحات: {parties}.</>,
  secondForRelations: 'اختر طرفًا ثانيًا لترى العلاقات.',
  days: 'الأيام التي فيها تصريحات',
  previousDay: 'السابق: ',
  nextDay: 'التالي: ',
  nothingByDay: 'لم يُقل شيء حتى هذا اليوم',
  lastByThen: 'آخر تصريح حتى ذلك اليوم: ',
  readAsList: 'القراءة في قائمة',
  skipTable: 'تخطي الجدول',
  noIssues: 'لا مسائل بعد',
  showAll: 'عرض الكل',
  firstOnRecord: (day) => <>أول تصريح في السجل بتاريخ {day}.</>,
  linkCopied: 'نُسخ الرابط.',
  copyLink: 'نسخ الرابط',
  contradictions: 'التناقضات',
  signs: 'معاني العلامات',
  nothingYet: 'لا شيء يُقارَن بعد',
  noParties: 'لا أطراف في هذا الموضوع بعد.',
  noQuestion: 'لا مسائل في هذا الموضوع بعد: ما من سؤال يمكن مقارنة الأطراف فيه.',
  addClaim: 'إضافة قول',

  against: 'المقارنة مع',
  show: 'العرض',
  shown: {
    all: 'كل المسائل',
    conflict: 'التعارضات',
    agreement: 'الاتفاقات',
    'shared-ground': 'الأرضية المشتركة',
    changed: 'المواقف المتغيّرة',
    mixed: 'الرسائل المتضاربة',
    silent: 'حيث يصمت أحد',
  },
  issue: 'المسألة',
  view: 'طريقة العرض',
  views: {
    auto: 'تلقائي',
    pair: 'زوج، كاملًا',
    wide: 'أعمدة اقتباسات',
    grid: 'شبكة علامات',
    list: 'قائمة',
  },
  order: 'الترتيب',
  orders: {
    recorded: 'كما سُجّلت',
    divisive: 'أكثر المسائل انقسامًا أولًا',
    name: 'الأطراف بحسب الاسم',
    similar: 'الأطراف الأشبه بالمقارَن به أولًا',
  },
  changesSince: 'التغييرات منذ',
  firstParties: (n) => `أول الأطراف (${n})`,
  allParties: (n) => `كل الأطراف (${n})`,

  key: 'مفتاح العلامات',
  suggestedConflict: 'تعارض مقترح',
  silent: 'صامت',
  pin: 'اجعله طرف المقارنة',
  nobodyTakes: 'لم يتخذ كلاهما موقفًا',
  bothSilent: 'الطرفان صامتان',
  oneSilent: 'أحد الطرفين صامت',
  countedParties: (n) => genitive(counts.parties(n)),
  caption: (parties, day, baseline) => (
    <>
      مواقف {parties} حتى {day}
      {baseline !== undefined && <>، بالمقارنة مع {baseline}</>}
    </>
  ),
  sameLetter: '. الحرف نفسه في الصف هو الموقف نفسه.',
  holders: {
    affirms: (names) => names,
    denies: (names) => `يرفضه: ${names}`,
    'leaves-open': (names) => `يترك الباب مفتوحًا: ${names}`,
    declines: (names) => `يمتنع عن القول: ${names}`,
  },
  takes: {
    affirms: (position) => position,
    denies: (position) => `يرفض ${position}`,
    'leaves-open': (position) => `يترك الباب مفتوحًا: ${position}`,
    declines: (position) => `يمتنع عن القول: ${position}`,
  },
  position: (letter, label) => `الموقف ${letter}، ${label}`,
  declines: 'يمتنع عن القول',
  marks: { changed: 'غيّر موقفه', mixed: 'رسائل متضاربة', conditional: 'بشرط' },

  callsIt: (name) => <>يسمّيه {name}</>,
  changedOn: (when, was, then) => (
    <>
      تغيّر في {when}: قبل ذلك، {was} ({then})
    </>
  ),
  earlierChanges: (n) => `؛ تغييرات أسبق: ${n}`,
  mixedMessages: 'رسائل متضاربة',
  ofOn: (party, issue) => `، ${party}: ${issue}`,
  bothStand: ': كلا التصريحين قائم',
  evidence: 'الأدلة والمراجعات',
  evidenceOn: (a, b, issue) => `، ${a} و${b}: ${issue}`,
  commonGround: 'أرضية مشتركة:',
  source: 'المصدر',
  sourceOf: (party, issue) => `، ${party}: ${issue}`,
  furtherSources: (link) => <> و{link}</>,
  more: (n) => counts.moreSources(n),
  old: (months) => `قيل قبل آخر تصريح في السجل بـ${genitive(counts.months(months))}`,

  changedBetween: (since, to) => `ما تغيّر من ${since} إلى ${to}`,
  everyStep: 'كل خطوة بينهما',
  changes: ({ reversed, qualified, stated, repeats, moves }) => {
    const text = [
      ...(reversed > 0 ? [`مواقف معكوسة: ${reversed}`] : []),
      ...(qualified > 0 ? [`مواقف مقيَّدة: ${qualified}`] : []),
      ...(stated > 0 ? [`مواقف جديدة: ${stated}`] : []),
      ...(repeats > 0 ? [`ما قيل مجددًا: ${repeats}`] : []),
      ...(moves > 0 ? [`أزواج تغيّرت علاقتها: ${moves}`] : []),
    ].join('، ')
    return text === '' ? 'لم يتغيّر شيء مما تتمسك به هذه الأطراف.' : `${text}.`
  },
  before: (was, when) => (
    <>
      ؛ قبل ذلك، {was} ({when})
    </>
  ),
  moved: (before, after) => `${before}، ثم ${after}`,
}
