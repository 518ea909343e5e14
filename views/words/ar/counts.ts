import type { Words } from '../english.ts'
import { countingIn } from '../counting.ts'

const { number, noun } = countingIn('ar-u-nu-latn')
export { number }

/** Counted nouns; Arabic tells apart none, one, two, a few (3 to 10), many (11 to 99) and the rest. */
export const counts: Words['counts'] = {
  accounts: noun({
    zero: 'لا حسابات',
    one: 'حساب واحد',
    two: 'حسابان',
    few: '{n} حسابات',
    many: '{n} حسابًا',
    other: '{n} حساب',
  }),
  entries: noun({
    zero: 'لا قيود',
    one: 'قيد واحد',
    two: 'قيدان',
    few: '{n} قيود',
    many: '{n} قيدًا',
    other: '{n} قيد',
  }),
  reviewers: noun({
    zero: 'لا مراجعين',
    one: 'مراجِع واحد',
    two: 'مراجِعان',
    few: '{n} مراجعين',
    many: '{n} مراجعًا',
    other: '{n} مراجع',
  }),
  reviews: noun({
    zero: 'لا مراجعات',
    one: 'مراجعة واحدة',
    two: 'مراجعتان',
    few: '{n} مراجعات',
    many: '{n} مراجعة',
    other: '{n} مراجعة',
  }),
  times: noun({
    zero: 'ولا مرة',
    one: 'مرة واحدة',
    two: 'مرتان',
    few: '{n} مرات',
    many: '{n} مرة',
    other: '{n} مرة',
  }),
  claims: noun({
    zero: 'لا أقوال',
    one: 'قول واحد',
    two: 'قولان',
    few: '{n} أقوال',
    many: '{n} قولًا',
    other: '{n} قول',
  }),
  conflicts: noun({
    zero: 'لا تعارض',
    one: 'تعارض واحد',
    two: 'تعارضان',
    few: '{n} تعارضات',
    many: '{n} تعارضًا',
    other: '{n} تعارض',
  }),
  contradictions: noun({
    zero: 'لا تناقضات',
    one: 'تناقض واحد',
    two: 'تناقضان',
    few: '{n} تناقضات',
    many: '{n} تناقضًا',
    other: '{n} تناقض',
  }),
  issues: noun({
    zero: 'لا مسائل',
    one: 'مسألة واحدة',
    two: 'مسألتان',
    few: '{n} مسائل',
    many: '{n} مسألة',
    other: '{n} مسألة',
  }),
  months: noun({
    zero: 'لا أشهر',
    one: 'شهر واحد',
    two: 'شهران',
    few: '{n} أشهر',
    many: '{n} شهرًا',
    other: '{n} شهر',
  }),
  moreSources: noun({
    zero: 'لا مصادر أخرى',
    one: 'مصدر آخر',
    two: 'مصدران آخران',
    few: '{n} مصادر أخرى',
    many: '{n} مصدرًا آخر',
    other: '{n} مصدر آخر',
  }),
  observers: noun({
    zero: 'لا مراقبين',
    one: 'مراقب واحد',
    two: 'مراقبان',
    few: '{n} مراقبين',
    many: '{n} مراقبًا',
    other: '{n} مراقب',
  }),
  pairs: noun({
    zero: 'لا أزواج',
    one: 'زوج واحد',
    two: 'زوجان',
    few: '{n} أزواج',
    many: '{n} زوجًا',
    other: '{n} زوج',
  }),
  parties: noun({
    zero: 'لا أطراف',
    one: 'طرف واحد',
    two: 'طرفان',
    few: '{n} أطراف',
    many: '{n} طرفًا',
    other: '{n} طرف',
  }),
  sources: noun({
    zero: 'لا مصادر',
    one: 'مصدر واحد',
    two: 'مصدران',
    few: '{n} مصادر',
    many: '{n} مصدرًا',
    other: '{n} مصدر',
  }),
  statements: noun({
    zero: 'لا تصريحات',
    one: 'تصريح واحد',
    two: 'تصريحان',
    few: '{n} تصريحات',
    many: '{n} تصريحًا',
    other: '{n} تصريح',
  }),
}

/** A counted noun as it stands after a preposition or a noun: only the dual shows it. */
export const genitive = (counted: string): string => counted.replaceAll(/ان(?= |$)/g, 'ين')
