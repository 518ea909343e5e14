import type { Words } from '../english.ts'
import { countingIn } from '../counting.ts'
import { counts } from './counts.ts'

const { noun } = countingIn('ar-u-nu-latn')

/** Quotations that a later text has not, with the verb that fits how many they are. */
const lost = noun({
  one: 'اقتباس واحد لم يعد فيه، وهو في نص أسبق محفوظ',
  two: 'اقتباسان لم يعودا فيه، وهما في نص أسبق محفوظ',
  few: '{n} اقتباسات لم تعد فيه، وهي في نص أسبق محفوظ',
  many: '{n} اقتباسًا لم تعد فيه، وهي في نص أسبق محفوظ',
  other: '{n} اقتباس لم تعد فيه، وهي في نص أسبق محفوظ',
})

const onlyNewest = noun({
  one: 'يظهر قول واحد، هو الأحدث تاريخًا.',
  two: 'يظهر القولان الأحدث تاريخًا.',
  few: 'تظهر {n} أقوال، هي الأحدث تاريخًا.',
  many: 'يظهر {n} قولًا، هي الأحدث تاريخًا.',
  other: 'يظهر {n} قول، هي الأحدث تاريخًا.',
})

const unchanged = noun({
  one: 'محرف واحد لم يتغير',
  two: 'محرفان لم يتغيرا',
  few: '{n} محارف لم تتغير',
  many: '{n} محرفًا لم تتغير',
  other: '{n} محرف لم تتغير',
})

export const source: Words['source'] = {
  sources: 'المصادر',
  titleOfList: (topic) => `المصادر: ${topic}`,
  add: 'إضافة مصدر',
  none: 'لا مصادر بعد',
  howTheyCome: 'يُضاف المصدر وحده، أو يأتي مع أول قول يستشهد به.',
  newestFirst: (sources) => `${counts.sources(sources)}، الأحدث أولًا.`,
  pagesOfSources: 'المصادر',
  claimsAnd: (claims, isCaptured) =>
    `${counts.claims(claims)}${isCaptured ? '' : '، والنص غير محفوظ'}`,

  kind: 'النوع',
  publisher: 'الناشر',
  authors: (authors) => (authors === 1 ? 'المؤلف' : authors === 2 ? 'المؤلفان' : 'المؤلفون'),
  published: 'نُشر في',
  language: 'اللغة',
  reliability: 'الموثوقية',
  original: 'الأصل',
  archived: 'نسخة مؤرشفة',
  captured: 'التُقط في',
  inVersion: (version) => `، الإصدار ${version}`,

  titleOfVersion: (title, version) => `${title}، الإصدار ${version}`,
  makeClaims: 'إنشاء أقوال منه',
  addText: 'إضافة نصه',
  captureAgain: 'التقاطه من جديد',
  askErasure: 'طلب المحو',
  textErased:
    'النص الملتقط لم يعد موجودًا. وتبقى بصمته SHA-256 ليتمكن من لديه نص من إثبات أنه هو. وما يقتبسه كل قول منه وارد أدناه، ولا يمكن التحقق منه هنا.',
  textNotKept: 'نص هذا المصدر غير محفوظ هنا. وما يأخذه كل قول منه وارد أدناه.',
  excerptsNow: 'صار القراء يرون مقتطفات من هذا المصدر.',
  wholeNow: 'صار القراء يرون نص هذا المصدر كاملًا.',
  undoAccess: 'تغيير ما يراه القراء منه',
  excerptsShown: (around) =>
    `يرى القراء مقتطفات: ما اقتُبس منه، وحوله من كل جانب ${counts.characters(around)}.`,
  wholeShown: 'يرى القراء النص كاملًا.',
  showWhole: 'إظهار النص كاملًا لهم',
  showExcerpts: 'إظهار مقتطفات فقط لهم',
  lost: (quotations) => `تغيّر النص لاحقًا: ${lost(quotations)}.`,

  wholeText: 'النص كما التُقط',
  excerpts: 'من النص كما التُقط',
  onlyExcerpts: (around) =>
    `ما اقتُبس منه، وحوله من كل جانب ${counts.characters(around)}. ويستطيع من سجّل دخوله قراءة النص كاملًا.`,
  nothingQuoted: 'لم يُقتبس منه شيء بعد.',
  marks: { Claim: 'القول', Reply: 'الرد' },
  replyNumber: (n) => `ر${n}`,

  claims: 'الأقوال',
  countedClaims: counts.claims,
  noClaims: 'لا يستشهد بهذا المصدر أي قول بعد.',
  onlyNewest,
  inText: 'في النص',
  inVersionOfText: (version) => `في الإصدار ${version} من النص`,
  ofClaim: (n) => `، القول ${n}`,
  ofReply: (reply) => `، الرد ${reply}`,
  at: (place) => <>الموضع: {place}</>,
  countedReplies: counts.replies,
  onClaim: (claim) => <>على القول: {claim}</>,

  texts: 'نصوص هذا المصدر',
  isEarlier: 'هذا نص أسبق.',
  readNewest: 'قراءة الأحدث',
  version: (version) => `الإصدار ${version}`,
  capturedOn: (day) => <>، التُقط في {day}</>,
  theNewest: '، وهو الأحدث',
  erased: '، مُحي',
  whatChanged: 'ما تغيّر',
  fromVersion: (version) => ` عن الإصدار ${version}`,

  titleOfChanges: (title) => `ما تغيّر: ${title}`,
  fromTo: (before, after) => (
    <>
      من {before} إلى {after}. ما حُذف مشطوب، وما أُضيف تحته خط؛ ولا تُقارَن الفراغات.
    </>
  ),
  versionOn: (link, version, day) => (
    <>
      {link(`الإصدار ${version}`)} (التُقط في {day})
    </>
  ),
  sameWords: 'الكلمات هي نفسها.',
  unchanged: (characters) => `… ${unchanged(characters)} …`,
}
