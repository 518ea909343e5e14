import type { Words } from '../english.ts'
import { counts } from './counts.ts'

const sizeOf = (parties: number, issues: number) =>
  `${counts.parties(parties)} في ${counts.issues(issues)}`

export const timeline: Words['timeline'] = {
  title: 'عبر الزمن',
  heading: (topic) => <>عبر الزمن: {topic}</>,
  nothing: (parties, issues, day) => `لا شيء في السجل عن ${sizeOf(parties, issues)} حتى ${day}.`,
  nothingSince: (parties, issues, day) =>
    `لا شيء في السجل عن ${sizeOf(parties, issues)} في الفترة المنتهية في ${day}.`,
  lede: (statements, [parties, issues], [first, last], grades) => {
    const told = [
      ...(grades.reversed > 0 ? [`عدد ما عكس موقفًا سابقًا: ${grades.reversed}`] : []),
      ...(grades.qualified > 0 ? [`عدد ما قيّده: ${grades.qualified}`] : []),
      ...(grades.withdrawn > 0 ? [`عدد المسحوب من السجل: ${grades.withdrawn}`] : []),
    ]
    const period = first === last ? `قيلت في ${first}` : `أولها في ${first} وآخرها في ${last}`
    const rest = told.length === 0 ? 'لم يعكس أحدها غيره ولم يقيّده.' : `${told.join('؛ ')}.`
    return `${counts.statements(statements)}، ${sizeOf(parties, issues)}، ${period}. ${rest}`
  },
  nothingYet: 'لا شيء يُعرض بعد',
  noParties: 'لا أطراف في هذا الموضوع بعد.',
  noIssues: 'لا مسائل في هذا الموضوع بعد: ما من سؤال كان لأحد أن يتحدث فيه.',
  nothingInPeriod: 'لم يُقل شيء في هذه الفترة',
  noneForPeriod: 'لا تصريح في السجل لهذه الأطراف في هذه الفترة.',
  showAll: 'عرض كامل المدة',
  whoHeldWhat: 'من تمسّك بماذا، ومن متى إلى متى',
  onlyDay: (day) => `كل ما في السجل قيل في ${day}: لا تغيّر يُرسم.`,
  drawing: (heading, told) => `${heading}: ${told}`,
  drawingRegion: (title) => `رسم: ${title}`,
  drawingOfCounts: 'رسم الأعداد عبر الزمن',
  sameInTable: 'التصريحات نفسها في جدول هذه الصفحة.',
  countsInTable: 'الأعداد في الجدول التالي.',
  countsDrawn: 'التعارض والأرضية المشتركة والصمت عبر الزمن',
  described: (statements, reversed, qualified) =>
    [
      counts.statements(statements),
      ...(reversed > 0 ? [`معكوس: ${reversed}`] : []),
      ...(qualified > 0 ? [`مقيَّد: ${qualified}`] : []),
    ].join('، '),
  eachStep: 'كل خطوة مع مصدرها',
  everyStatement: 'كل تصريح',
  inOrderSaid: (statements) => `${counts.statements(statements)}، بترتيب قولها`,
  pagesOfStatements: 'التصريحات',
  howGraded: 'كيف تُصنَّف الخطوات',
  issue: 'المسألة',
  allIssues: 'كل المسائل',
  from: 'من',

  key: 'مفتاح الرسوم',
  keyOfCounts: 'مفتاح الرسم',
  shapes: {
    unchanged: 'صرّح به، أو كرّره',
    reversed: 'معكوس',
    qualified: 'مقيَّد',
    withdrawn: 'مسحوب من السجل',
  },
  whatStands: 'ما هو قائم',
  someDayWithin: 'يوم ما ضمن المدة',
  noWord: 'امتناع',
  marks: {
    affirms: (letter) => letter,
    denies: (letter) => `ليس ${letter}`,
    'leaves-open': (letter) => `${letter}؟`,
    declines: (letter) => `امتناع ${letter}`,
  },

  said: 'قيل في',
  party: 'الطرف',
  position: 'الموقف',
  step: 'الخطوة',
  source: 'المصدر',
  before: 'قبل ذلك',
  passage: 'الموضع الذي ورد فيه هذا التصريح',

  gap: 'هل ضاقت الفجوة؟',
  gapRule:
    'تُعدّ المسائل التي يتعارض فيها طرفان، أو يجمعهما فيها شيء بلا تعارض، بحسب ما تمسّك به كل منهما في ذلك اليوم. «ليسا كلاهما في السجل»: لم يقل أحدهما على الأقل ما يُلزمه.',
  gapSize: (pairs, issues) =>
    pairs === 1 ? counts.issues(issues) : `${counts.pairs(pairs)} في ${counts.issues(issues)}`,
  gapStill: (size, day, conflict, common) =>
    `${size}. لم يتغير شيء بعد ${day}: التعارضات ${conflict}، الأرضية المشتركة ${common}.`,
  gapMoves: (size, [from, to], moves) => `${size}، من ${from} إلى ${to}. ${moves.join('؛ ')}.`,
  move: (what, from, to) =>
    from === to ? `${what}: ${to} طوال المدة` : `${what}: ${from} ثم ${to}`,
  thenWord: 'ثم',
  eachDay: (a, b) => (
    <>
      {a} و{b}: عدد المسائل في كل يوم تغيّر فيه
    </>
  ),
  eachPair: (from, to) => `عدد المسائل في ${from}، ثم في ${to}`,
  pair: 'الزوج',
  pairNames: (a, b) => (
    <>
      {a} و{b}
    </>
  ),
  gaps: {
    conflict: 'تعارض',
    common: 'أرضية مشتركة',
    compatible: 'متوافق',
    apart: 'ليسا كلاهما في السجل',
  },
  gapsInside: {
    conflict: 'التعارضات',
    common: 'الأرضية المشتركة',
    compatible: 'المتوافق',
    apart: 'ليسا كلاهما في السجل',
  },
}
