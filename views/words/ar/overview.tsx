import type { Words } from '../english.ts'
import { counts, genitive } from './counts.ts'

const ofIssues = (n: number) => genitive(counts.issues(n))
const ofPairs = (n: number) => genitive(counts.pairs(n))
const ofParties = (n: number) => genitive(counts.parties(n))

export const overview: Words['overview'] = {
  ways: {
    label: 'طرق النظر في هذا الموضوع',
    compare: 'المواقف جنبًا إلى جنب',
    matrix: 'طرفًا بطرف',
    groups: 'مجموعة بمجموعة',
    'common-ground': 'الأرضية المشتركة',
    timeline: 'عبر الزمن',
  },
  chooseSecond: 'اختر طرفًا ثانيًا.',
  order: 'الترتيب',
  semicolon: '؛ ',
  comma: '، ',
  pairOf: (a, b) => (
    <>
      {a} و{b}
    </>
  ),
}

export const commonGround: Words['commonGround'] = {
  title: 'الأرضية المشتركة',
  heading: (topic) => <>الأرضية المشتركة: {topic}</>,
  lede: (day, [parties, issues], { all, most }) => {
    const who = parties === 2 ? 'الطرفين كليهما' : 'كل من تحدثوا'
    const more = parties > 2 && most > 0 ? `، وما يجمع معظمهم: ${most}` : ''
    return `حتى ${day}، ${counts.parties(parties)} و${counts.issues(issues)}. عدد المسائل التي فيها ما يجمع ${who}: ${all}${more}.`
  },
  nothingYet: 'لا شيء يُبحث عنه بعد',
  takesTwo: 'الأرضية المشتركة تستلزم طرفين أو أكثر.',
  noIssues: 'لا مسائل في هذا الموضوع بعد: ما من سؤال يمكن للأطراف أن تتفق عليه.',
  whatCounts: 'ما يُعدّ أرضية مشتركة',
  bothHold: 'ما يتمسك به الطرفان',
  allHold: 'ما يتمسك به كل من تحدثوا',
  nothingOfBoth: 'ليس في السجل شيء يتمسك به الطرفان.',
  nothingOfAll: 'ما من مسألة يتمسك فيها كل من تحدثوا بالشيء نفسه.',
  mostHold: 'ما يتمسك به معظم من تحدثوا',
  someHold: 'ما يتمسك به طرفان أو أكثر',

  differences: 'أصغر الخلافات القائمة',
  noConflict: 'لا تعارض بين أي طرفين من هذه الأطراف.',
  allConflicts: 'كل تعارضات هذه الأطراف',
  noneSmall: (conflicts) =>
    `${counts.conflicts(conflicts)}، وليس فيها أرضية مشتركة ولا شرط ولا قيم يمكن قياسها.`,
  moreConflicts: (conflicts) => `إضافة إلى ${genitive(counts.conflicts(conflicts))}.`,
  apart: (gap) => `الفارق ${gap}.`,
  onlyOnCondition: 'لا يتعارضان إلا بشرط يذكره أحدهما.',
  bothHoldThese: (positions) => <>يتمسك كلاهما بما يلي: {positions}.</>,

  held: (holders, speakers, silent, issue) => (
    <>
      {`${holders} من ${speakers} ممن تحدثوا${silent === 0 ? '' : `، وعدد من لا تصريح لهم في السجل: ${silent}`}`}
      ، في: {issue}
    </>
  ),
  onCondition: 'بشرط',
  bySaying: (commitment) => `، إذ قال ${commitment}`,
  toTheContrary: (parties) => <>وعلى خلاف ذلك: {parties}</>,
  rejected: 'مرفوض: ',
  andSo: (positions) => <>ومن ثم {positions}</>,
}

export const matrix: Words['matrix'] = {
  title: 'طرفًا بطرف',
  heading: (topic) => <>طرفًا بطرف: {topic}</>,
  noneMeet: (day, parties) =>
    `حتى ${day}، لا يتحدث أي طرفين من ${ofParties(parties)} في المسألة نفسها.`,
  lede: (day, { meet, possible, conflicting }) =>
    `حتى ${day}، عدد أزواج الأطراف التي تتحدث في المسائل نفسها: ${meet} من ${ofPairs(possible)}؛ وعدد المتعارض منها في مسألة واحدة على الأقل: ${conflicting}.`,
  nothingYet: 'لا شيء يُعدّ بعد',
  takesTwo: 'المصفوفة تستلزم طرفين أو أكثر.',
  noIssues: 'لا مسائل في هذا الموضوع بعد: ما من سؤال يمكن للأطراف أن تختلف فيه.',
  opposed: 'الأكثر تعارضًا',
  noConflict: 'لا تعارض بين أي طرفين.',
  closest: 'الأقرب',
  noneClose: 'لا يتفق أي طرفين ولا تجمعهما أرضية مشتركة.',
  everyPair: 'كل زوج',
  shades:
    'كلما كانت الخلية أغمق كانت الحصة أكبر؛ أربع درجات، ولا لون حيث لا شيء. والشرطة تعني أنه ما من مسألة يتحدث فيها الطرفان.',
  captions: {
    conflicts: (day) => `المسائل المتعارض فيها من بين ما يتحدث فيه الطرفان، حتى ${day}`,
    common: (day) =>
      `المسائل التي فيها أرضية مشتركة ولا تعارض فيها من بين ما يتحدث فيه الطرفان، حتى ${day}`,
  },
  howCounted: 'كيف تُعدّ الأزواج وتُرتَّب',

  count: 'ما يُعدّ',
  of: { conflicts: 'التعارضات', common: 'الأرضية المشتركة' },
  orders: {
    similar: 'بحسب التشابه',
    recorded: 'كما سُجّلت',
    name: 'بحسب الاسم',
    coalition: 'بحسب الائتلاف',
  },
  table: 'الجدول',
  once: 'كل زوج مرة واحدة',
  twice: 'كل زوج مرتين',

  inCoalition: (coalition) => `، ضمن ${coalition}`,
  noneOfBoth: 'ما من مسألة يتحدث فيها الطرفان',
  cells: {
    conflicts: (n, both) =>
      `${counts.conflicts(n)} من أصل ${ofIssues(both)} ${both === 1 ? 'يتحدث فيها الطرفان' : 'مما يتحدث فيه الطرفان'}`,
    common: (n, both) =>
      `أرضية مشتركة بلا تعارض في ${n} من أصل ${ofIssues(both)} مما يتحدث فيه الطرفان`,
  },
}

export const groups: Words['groups'] = {
  title: 'مجموعة مقابل مجموعة',
  heading: (topic) => <>مجموعة مقابل مجموعة: {topic}</>,
  nothingYet: 'لا شيء يُقارَن بعد',
  takesTwo: 'المجموعات تستلزم طرفين أو أكثر.',
  choose: 'اختر أطراف كل مجموعة.',
  lede: ([a, b], day, { apart, near, issues }) =>
    `${a.name} (${counts.parties(a.parties)}) و${b.name} (${counts.parties(b.parties)})، حتى ${day}: من أصل ${ofIssues(issues)}، عدد ما يتعارض فيه بعض أطراف إحداهما مع بعض أطراف الأخرى: ${apart}؛ وعدد ما يجمعهما فيه شيء بلا تعارض: ${near}.`,
  a: 'المجموعة أ',
  b: 'المجموعة ب',
  coalitions: 'الائتلافات بأعضائها:',
  asGroup: (coalition, members, [a, b]) => (
    <>
      {coalition} ({members}) بوصفه {a} أو {b}
    </>
  ),
  asA: 'المجموعة أ',
  asB: 'المجموعة ب',
  sideBySide: 'الأطراف نفسها جنبًا إلى جنب',
  howCounted: 'كيف تُعدّ الأزواج',
  noneMeet: 'لا يلتقي هنا أي طرف من إحدى المجموعتين بطرف من الأخرى.',
  between: (met, pairs, { conflict, common }) =>
    `بين المجموعتين يلتقي ${met} من أصل ${ofPairs(pairs)}: في تعارض ${conflict}، وما يجمعه شيء بلا تعارض ${common}.`,
  onRecord: (speakers, parties, conflict) =>
    `في السجل ${speakers} من أصل ${ofParties(parties)}${conflict > 0 ? `؛ والمتعارض فيما بينها ${counts.pairs(conflict)}` : ''}.`,
  silent: (names) => <>لا تصريح في السجل: {names}.</>,
  held: (holders, speakers) => `: ${holders} من ${speakers}`,
  orders: {
    recorded: 'كما سُجّلت',
    divisive: 'أكثر المسائل انقسامًا أولًا',
  },
}
