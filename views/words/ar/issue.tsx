import type { IssueKind, Nature, Stance } from '#server/domain/claims.ts'
import type { SearchResult } from '#server/domain/comparison.ts'
import type { Words } from '../english.ts'
import { counts, genitive } from './counts.ts'

const natures: Readonly<Record<Nature, string>> = {
  factual: 'سؤال عن الواقع',
  normative: 'سؤال عمّا ينبغي',
  predictive: 'سؤال عمّا سيحدث',
}

const kinds: Readonly<Record<IssueKind, string>> = {
  options: 'واحد من عدة مواقف',
  list: 'قائمة: يمكن أن تصح عدة مواقف معًا',
  'yes-no': 'نعم أو لا',
  quantity: 'كمية',
  date: 'تاريخ',
}

/** Nouns, since nobody knows the gender of a party's name. */
const deeds: Readonly<Record<Stance, string>> = {
  affirms: 'تأييد',
  denies: 'رفض',
  'leaves-open': 'ترك الباب مفتوحًا',
  declines: 'امتناع عن القول',
}

const results: Readonly<Record<SearchResult, string>> = {
  'none-found': 'جرى البحث ولم يُعثر على شيء، ',
  'not-applicable': 'تبيّن أنه لا ينطبق، ',
}

export const issue: Words['issue'] = {
  issues: 'المسائل',
  description: (question, topic) => `من يتبنّى ماذا في «${question}» ضمن ${topic}، مع المصادر.`,
  issuesOf: (topic) => `المسائل: ${topic}`,
  add: 'إضافة مسألة',
  noIssues: 'لا مسائل بعد',
  whatIssuesAre: 'المسألة سؤال محايد واحد تجيب عنه الأطراف، مع أجوبته الممكنة.',
  addOne: (issueLink, claimLink) => (
    <>
      {issueLink('إضافة مسألة')}، أو {claimLink('إضافة قول')} مع المسألة التي يتناولها.
    </>
  ),
  listed: (n) => `${counts.issues(n)}؛ والمسألة سؤال محايد واحد.`,
  pagesOfIssues: 'المسائل',
  claimsBy: (claims, parties) =>
    claims === 0
      ? 'لا أقوال بعد.'
      : `${counts.claims(claims)} من ${genitive(counts.parties(parties))}.`,
  described: (nature, kind, unit) =>
    `${natures[nature]}. الجواب ${kinds[kind]}${unit === undefined ? '' : `، الوحدة: ${unit}`}.`,

  compare: 'المقارنة في هذه المسألة',
  addClaim: 'إضافة قول',
  edit: 'تعديل',
  history: 'سجل التغييرات',
  ownNames: 'ما تسمّي به الأطراف هذا',
  ownName: (party, words) => (
    <>
      التسمية لدى {party}: {words}
    </>
  ),
  values: 'القيم',
  positions: 'المواقف',
  heldAsOf: (day) => `من يتبنّى ماذا حتى ${day}.`,
  range: (from, to, isOpenAbove) =>
    `القيم المتبنّاة ${from === undefined ? 'تصل' : `من ${from}`} إلى ${to}${isOpenAbove ? ' أو أكثر' : ''}.`,
  contradictions: 'التناقضات',
  allContradictions: (n) => `عرض كل ما في هذه المسألة: ${counts.contradictions(n)}`,
  claims: 'الأقوال',
  noClaims: 'لا أقوال بعد',
  nothingRecorded: 'لم يُسجَّل شيء مما قاله أحد في هذا السؤال.',
  addFirst: 'إضافة أول قول',
  newestFirst: (claims) => `${counts.claims(claims)}، الأحدث أولًا`,
  pagesOfClaims: 'الأقوال',
  context: 'للسياق فقط',
  contextIs: 'أقوال مدرجة في هذه المسألة؛ لا تصرّح بموقف ولا تتعارض مع شيء.',
  contextOf: (claims, shown) =>
    `${counts.claims(claims)}${claims > shown ? `، والمعروض أحدثها: ${shown}` : ''}`,

  noAnswer: 'لا جواب في السجل بعد.',
  nobodyHolds: 'لا اتجاه في السجل من هذا الموقف الآن.',
  moreStances: (n) => counts.moreStances(n),
  holder: (stance, party, since) => (
    <>
      {party}: {deeds[stance]}
      {since !== undefined && <> منذ {since}</>}
    </>
  ),
  merge: (letter) => (
    <>
      دمج<span class="visually-hidden"> الموقف {letter}</span> في موقف آخر
    </>
  ),
  split: (letter) => (
    <>
      تقسيم<span class="visually-hidden"> الموقف {letter}</span>
    </>
  ),

  bears: {
    entails: (letters) => <>يستلزم {letters}</>,
    follows: (letters) => <>يستلزمه {letters}</>,
    contrary: (letters) => <>يستبعد {letters}(قد لا يصح أيّ منهما)</>,
    contradictory: (letters) => <>يصح واحد فقط: هذا أو {letters}</>,
  },
  graph: {
    label: 'العلاقات بين المواقف، مرسومة',
    title: (first, last) => `العلاقات بين المواقف من ${first} إلى ${last}`,
    key: 'يقود السهم من موقف إلى موقف يستلزمه. الشرطة الواحدة على الخط: كل منهما يستبعد الآخر وقد لا يصح أيّ منهما؛ والشرطتان: يصح واحد منهما فقط.',
    everyPair: 'كل موقفين لا يصل بينهما استلزام يستبعد أحدهما الآخر؛ وقد لا يصح أيّ منهما.',
    inWords: 'الشيء نفسه بالكلمات',
    relations: {
      entails: (a, b) => `${a} يستلزم ${b}.`,
      contrary: (a, b) => `${a} و${b} يستبعد أحدهما الآخر؛ وقد لا يصح أيّ منهما.`,
      contradictory: (a, b) => `من ${a} و${b} يصح واحد فقط.`,
    },
  },

  silent: 'الصمت',
  searched: (result, on, { where, by }) => (
    <>
      {results[result]}
      {on}
      {where !== undefined && <>، في {where}</>}
      {by !== undefined && <>، القائم بالبحث: {by}</>}
    </>
  ),
  recordSearch: (link) => <>{link('تسجيل عملية بحث')}: عمّن جرى البحث وأين ومتى.</>,
}

export const issueSearch: Words['issueSearch'] = {
  title: 'تسجيل عملية بحث',
  lede: 'حيث لا شيء في السجل لطرف ما، يبيّن هذا من بحث عنه.',
  party: 'الطرف',
  chooseParty: 'اختر طرفًا',
  result: 'نتيجة البحث',
  results: {
    'none-found': 'جرى البحث ولم يُعثر على شيء',
    'not-applicable': 'لا ينطبق السؤال على هذا الطرف',
  },
  where: 'أين جرى البحث',
  whereHint: 'محفوظات، مواقع، عبارات البحث.',
  on: 'تاريخ البحث',
  by: 'القائم بالبحث',
  byHint: 'إن تُرك فارغًا فهو أنت.',
  save: 'حفظ عملية البحث',
  cancel: 'إلغاء',
}
