import type { DateWords } from '#server/domain/date-words.ts'
import type { ExplanationWords } from '#server/domain/explanation.ts'
import { countingIn } from '../counting.ts'

const { noun } = countingIn('ar-u-nu-latn')

const months = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيو',
  'تموز/يوليو',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
]

export const dates: DateWords = {
  months,
  shortMonths: months.map((name) => name.split('/')[1] ?? name),
  seasons: ['ربيع', 'صيف', 'خريف', 'شتاء'],
  perhaps: 'ربما ',
  about: 'نحو ',
  perhapsAbout: 'ربما نحو ',
  unknownMonthOf: 'شهر غير معروف من ',
  unknownDayOf: 'يوم غير معروف من ',
  decade: (year) => `عقد ${year}`,
  century: (from, to) => `بين ${from} و${to}`,
  comma: '، ',
  to: ' إلى ',
  since: 'منذ ',
  from: 'من ',
  until: 'حتى ',
  endNotKnown: '، نهايته غير معروفة',
  startNotKnown: '، بدايته غير معروفة',
}

export const explanations: ExplanationWords = {
  values: {
    dates,
    upTo: (max) => `حتى ${max}`,
    orMore: (min) => `${min} أو أكثر`,
    between: (min, max) => `${min} إلى ${max}`,
    untilDay: (day) => `حتى ${day}`,
    fromDay: (day) => `من ${day} فصاعدًا`,
  },
  quoted: (label) => `«${label}»`,
  yesTo: (position) => `نعم لـ ${position}`,
  noTo: (position) => `لا لـ ${position}`,
  entails: (position) => `وهو ما يستلزم ${position}`,
  excludes: (position) => `وهو ما يستبعد ${position}`,
  leavesOnly: (position) => `وهو ما لا يُبقي إلا ${position}`,
  isEntailedBy: (position) => `وهو ما يستلزمه ${position}`,
  comma: '، ',
  says: (a, first, b, second) => `${a}: ${first}؛ ${b}: ${second}.`,
  mixed: (party, first, second) => `${party}: ${first}؛ وأيضًا: ${second}.`,
  bothValues: (a, first, b, second, end) => `${a}: ${first}؛ ${b}: ${second}${end}.`,
  mixedValues: (party, first, second, end) => `${party}: ${first}؛ وأيضًا: ${second}${end}.`,
  shift: (party, [before, on], [after, then], end) =>
    `${party}: ${before} (${on})، ثم ${after} (${then})${end}.`,
  not: (value) => `ليس ${value}`,
  apart: (gap) => `؛ الفارق ${gap}`,
  noneLeft: '؛ ومعًا لا يُبقيان أي قيمة',
  contained: '؛ وما يُنفى يشمل ما يُثبَت',
  days: noun({
    zero: 'لا أيام',
    one: 'يوم واحد',
    two: 'يومان',
    few: '{n} أيام',
    many: '{n} يومًا',
    other: '{n} يوم',
  }),
}
