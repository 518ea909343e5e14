import type { Child } from 'hono/jsx'
import type { SearchType } from '#server/domain/search-query.ts'
import type { Words } from '../english.ts'
import { codes } from './codes.ts'
import { counts, genitive } from './counts.ts'

const counted: Readonly<Record<SearchType, (n: number) => string>> = {
  topic: counts.topics,
  issue: counts.issues,
  party: counts.parties,
  person: counts.people,
  claim: counts.claims,
  source: counts.sources,
}

const filters: Words['search']['filters'] = {
  topic: 'الموضوع',
  party: 'الطرف',
  issue: 'المسألة',
  speaker: 'المتكلم',
  source: 'المصدر',
  lang: 'اللغة',
  type: 'النوع',
  stance: 'الاتجاه',
  before: 'قبل',
  after: 'من',
  from: 'من',
  to: 'حتى',
}

const kinds: Words['search']['kinds'] = {
  topic: 'المواضيع',
  issue: 'المسائل',
  party: 'الأطراف',
  person: 'الأشخاص',
  claim: 'الأقوال',
  source: 'المصادر',
}

const found = (type: SearchType | undefined, n: number, isMore: boolean): string => {
  const counting = (type === undefined ? counts.results : counted[type])(n)
  return isMore ? `أكثر من ${genitive(counting)}` : counting
}

/** What was typed keeps its own direction. */
const forWords = (words: string): string => (words === '' ? '' : ` للبحث عن «\u2068${words}\u2069»`)

/** Words to be typed as they are, each with what it means. */
const toType = (words: Readonly<Record<string, string>>): Child =>
  Object.entries(words).map(([word, means], i) => (
    <>
      {i > 0 && '، '}
      <code>{word}</code> ({means})
    </>
  ))

export const search: Words['search'] = {
  title: 'بحث',
  titleFor: (words) => `${words} - بحث`,
  label: () => (
    <>
      كلمات أو أسماء أو عوامل تصفية مثل <code>party:ru</code>
    </>
  ),

  nothingFound: (words) => `لا نتائج${forWords(words)}.`,
  found: (type, n, isMore, words) => `${found(type, n, isMore)}${forWords(words)}.`,
  all: (type, n, isMore) => `عرض الكل: ${found(type, n, isMore)}`,
  alsoSearched: (names) => (
    <>وجرى البحث أيضًا عن: {names}. فالأسماء والأسماء الأخرى في السجل يقود بعضها إلى بعض.</>
  ),
  inSource: 'في المصدر',

  kinds,
  pagesOf: kinds,
  kindsLabel: 'أنواع النتائج',
  everything: 'الكل',

  filtersLabel: 'عوامل التصفية',
  filters,
  filter: (by, value) => (
    <>
      {filters[by]}: {value}
    </>
  ),
  removeFilter: '، إزالة عامل التصفية هذا',
  typed: {
    type: (type) => kinds[type],
    stance: (stance) => codes.stances[stance],
  },
  narrowBy: 'تضييق البحث حسب',

  didYouMean: (spelling) => <>هل تقصد {spelling}؟</>,
  searchAgain: 'ابحث من جديد من دون أحد عوامل التصفية:',
  without: (by, value) => (
    <>
      من دون «{filters[by]}: {value}»
    </>
  ),
  withoutAny: 'من دون أي عامل تصفية',
  nearMatches: 'لا شيء يضم هذه الكلمات بعينها. نتائج قريبة:',
  nothing: 'لا شيء يضم هذه الكلمات',
  nothingHint:
    'يجب أن ترد كل كلمة؛ ويجوز أن تكون الأخيرة مبتورة. ويوجد الاسم المكتوب بخط آخر حيث يحفظه السجل اسمًا آخر: كلمة Асад تقود إلى الأسد إن دوّن أحدٌ الاثنين.',

  whatIsSearched:
    'يشمل البحث الأقوال باقتباساتها وترجماتها، والمصادر ونصوصها، والمسائل بمواقفها، والأطراف والأشخاص بأي من أسمائهم، في كل موضوع يحق لك الاطلاع عليه. ولا أثر للحركات ولا لحجم الحروف.',
  forExample: 'أمثلة',
  example: (query, says) => (
    <>
      {says}: {query}
    </>
  ),
  examples: {
    name: () => 'طرف، وكل ما يذكره',
    since: (year) => `ما قاله منذ ${year}`,
    rejects: () => 'ما يرفضه',
  },
  howToAsk: 'كيف تسأل',
  phrase: ['"ترك السلطة"', 'هذه الكلمات بهذا الترتيب'],
  excluded: ['-انتخابات', 'من دون هذه الكلمة'],
  operators: {
    party: () => 'أقوال طرف وأسماؤه الأخرى، باسمه أو اسمه المختصر أو رمز بلده',
    issue: () => 'الأقوال في مسألة، بكلمات من سؤالها',
    speaker: () => 'أقوال شخص',
    source: () => 'الأقوال التي وُجدت في مصدر',
    topic: () => 'موضوع واحد',
    lang: () => (
      <>اقتباسات ومصادر بلغة: {toType({ ar: 'العربية', ru: 'الروسية', en: 'الإنجليزية' })}</>
    ),
    type: () => (
      <>
        نوع واحد:{' '}
        {toType({
          topic: 'موضوع',
          issue: 'مسألة',
          party: 'طرف',
          person: 'شخص',
          claim: 'قول',
          source: 'مصدر',
        })}
      </>
    ),
    stance: () => toType(codes.stances),
    before: () => 'أقوال ربما قيلت قبل تاريخ',
    after: () => 'أقوال ربما قيلت في تاريخ أو بعده',
  },
}
