import type { Words } from '../english.ts'
import { counts, number } from './counts.ts'
import { explanations } from './speech.ts'

const statuses: Words['contradiction']['statuses'] = {
  open: 'مفتوح',
  'under review': 'قيد المراجعة',
  confirmed: 'مؤكَّد',
  dismissed: 'مستبعَد',
  resolved: 'منتهٍ',
}

export const contradiction: Words['contradiction'] = {
  kinds: {
    opposed: 'أحدهما يؤيد ما يرفضه الآخر',
    'incompatible positions': 'موقفان لا يجتمعان',
    'values apart': 'قيمتان متباعدتان',
    reversal: 'تغيّر الموقف عبر الزمن',
    'mixed messages': 'رسائل متضاربة داخل طرف واحد',
    'flagged by a person': 'أشار إليه شخص',
    'suggested by text': 'توحي به الصياغة',
  },
  statuses,
  verdicts: {
    conflict: 'تعارض',
    tension: 'توتر',
    'no conflict': 'لا تعارض',
    'cannot tell': 'يتعذر الحكم',
  },
  verdictHints: {
    conflict: 'لا يمكن أن يصح الاثنان.',
    tension: 'يمكن أن يصح الاثنان، لكنهما يتباعدان.',
    'no conflict': 'اختر السبب.',
    'cannot tell': 'ليس بما هو في السجل.',
  },
  reasons: {
    'superseded in time': 'تجاوزه الزمن: حلّ أحدهما محل الآخر',
    'both can hold': 'يمكن أن يصح الاثنان معًا',
    'refinement of the same position': 'أحدهما يدقّق الآخر: الموقف نفسه بعبارة أدق',
    'different scope': 'نطاق مختلف: فترة أخرى أو مكان آخر أو جزء آخر',
    'same name but different subject': 'الاسم واحد والمقصود مختلف',
    'unmet condition': 'يفصل بينهما شرط لم يتحقق',
    'restatement of one event': 'روايتان لتصريح واحد',
    'reported but not held': 'نُسب إلى الطرف ولا يتمسك به',
    'different level of authority': 'أحدهما أقل صفة في التحدث باسم الطرف',
    translation: 'مسألة ترجمة',
    misquotation: 'اقتباس خاطئ',
    'coding mistake': 'خطأ في تسجيل أحد الأقوال',
    'off the record': 'قيل لغير النشر',
  },
  disagreements: {
    scope: 'النطاق',
    timing: 'التوقيت',
    negation: 'النفي',
    quantity: 'الكمية',
    who: 'الفاعل',
  },
  shiftGrade: 'معكوس',
  mixedMessages: 'رسائل متضاربة',

  denies: (held) => `يرفض «${held}»`,
  daysApart: (n) => explanations.days(n),
  kindApart: (kind, gap) => `${kind}، والفارق ${gap}`,
  underCondition: (kind) => `${kind}، بشرط`,

  and: ' و',
  headings: {
    noConflict: (who, question) => [...who, ' في «', question, '»: لا تعارض'],
    changed: (who, question) => ['تغيّر موقف ', who, ' في «', question, '»'],
    mixed: (who, question) => ['رسائل متضاربة من ', who, ' في «', question, '»'],
    conflict: (who, question) => ['تعارض بين ', ...who, ' في «', question, '»'],
    conflicted: (who, question) => ['تعارض سابق بين ', ...who, ' في «', question, '»'],
  },
  inSourcesWords: 'بكلام المصدر: ',
  quoted: (text) => `«${text}»`,
  before: 'قبل',
  after: 'بعد',
  oneStatement: 'تصريح',
  another: 'تصريح آخر',
  comma: '، ',
  semicolon: '؛ ',
  asOf: (day) => [' حتى تاريخ ', day],
  until: (day) => [' إلى ', day],

  notReviewed: 'لم يُراجَع',
  byEditor: (outcome, editor, day, reviewers) => [
    `${statuses[outcome]} بقرار المحرِّر `,
    editor,
    ' في ',
    day,
    ` بعد اختلاف المراجعين (عددهم ${number(reviewers)})`,
  ],
  decided: (outcome, reviewers, day, reasons) => [
    `${statuses[outcome]}${reviewers === 0 ? '' : ` (عدد المراجعين: ${number(reviewers)})`}`,
    ...(day === undefined ? [] : [' في ', day]),
    reasons.length === 0 ? '' : `: ${reasons.join('؛ ')}`,
  ],

  rankParts: {
    directness: [
      'ما قيل يتعارض مباشرة.',
      'يُستنتج التعارض بخطوة واحدة.',
      'يُستنتج التعارض بخطوتين.',
      'يُستنتج التعارض بثلاث خطوات.',
      'يُستنتج التعارض بأربع خطوات أو أكثر.',
    ],
    unconditional: 'لا يضع أي من الجانبين شرطًا.',
    conditional: 'يضع أحد الجانبين على الأقل شرطًا.',
    form: [
      'الجانبان في السجل بكلامهما أو بوثائق أو بتصويت.',
      'أحد الجانبين في السجل جزئيًا أو بالمعنى أو عبر غيره.',
      'معظمه منقول بالمعنى أو عبر آخرين أو فيه تحفّظ.',
    ],
    source: [
      'المصادر بدرجة A أو B.',
      'المصادر بدرجة C أو بلا درجة.',
      'مصدر واحد على الأقل دون الدرجة C.',
    ],
    sameMonth: 'بينهما 30 يومًا أو أقل.',
    farApart: 'بينهما 20 شهرًا أو أكثر.',
    apart: (months) => `الفارق بينهما نحو ${counts.months(months)}.`,
  },
  rankTitle: 'لماذا هو في هذه المرتبة',
  rankCaption: 'عناصر المرتبة بنقاطها',
  whatCounts: 'ما يُحتسب',
  points: 'النقاط',
  pointsOf: (points, most) => `${points} من ${most}`,
  rank: 'المرتبة',

  wordByWord: 'التصريحان كلمة بكلمة',
  beforeTitle: 'قبل',
  afterTitle: 'بعد',
  onlyHere: [' (هنا فقط: ', ') '],

  citation: (what, topic, state, day, address) =>
    `${what}. ${topic}، Gainsay. ${state}. اطُّلع عليه في ${day}. ${address}`,
  cite: 'الاستشهاد بهذا',
  citationCopied: 'نُسخ الاستشهاد.',
  copyCitation: 'نسخ الاستشهاد',
  linkCopied: 'نُسخ الرابط.',
  copyLink: 'نسخ الرابط',

  why: 'لماذا سُجّل هذا',
  onCondition: 'يتحدث أحد الجانبين على الأقل بشرط: لا يقوم التعارض إلا حيث يقوم ذلك الشرط.',
  isShift: 'الطرف الذي يغيّر موقفه لا يناقض نفسه في يوم واحد: يُسجَّل هذا تحولًا عبر الزمن.',
  evidencePeriod: (isShift, first, last, rule) => (
    <>
      {isShift ? 'أول الأدلة ' : 'الجانبان في السجل منذ '}
      {first}، وأحدث الأدلة {last}. القاعدة {rule}.
    </>
  ),
  onMethodPage: '، وصفها في صفحة المنهج',

  holds: 'يتمسك بـ',
  rejects: 'يرفض',
  noClaimLeft: 'لم يعد أي قول يسند هذا الجانب.',
  oneStatementTitle: 'تصريح',
  anotherTitle: 'تصريح آخر',
  aShift: 'تحول عبر الزمن، لا خصومة',
  against: (a, b) => `${counts.claims(a)} مقابل ${counts.claims(b)}`,

  theClaim: 'القول',
  unquoted: 'ملخص من هذا السجل؛ لا اقتباس محفوظًا.',
  wordsBefore: 'ما قبل الاقتباس: ',
  wordsAfter: 'ما بعد الاقتباس: ',
  toPassage: ': الموضع المعلَّم في المصدر',
  toSource: ': المصدر',
  thisClaim: ': هذا القول',

  evidence: 'الأدلة',
  evidenceOrder:
    'الأحدث أولًا؛ وفي اليوم الواحد الأكثر مباشرة أولًا. وما قيل من جديد يأتي تحت تصريحه الأول.',
  evidenceCount: (claims, restated) =>
    restated === 0
      ? counts.claims(claims)
      : `${counts.claims(claims)}، عدد ما هو تكرار منها: ${number(restated)}`,
  showAll: (n, what) => (
    <>
      عرض الكل ({what === 'claims' ? counts.claims(n) : counts.statements(n)})
      <span class="visually-hidden"> لهذا الجانب</span>
    </>
  ),
  pagesOfSide: { a: 'أقوال الجانب الأول', b: 'أقوال الجانب الثاني' },
  newEvidence: (claims) => `أدلة جديدة منذ المراجعة: ${counts.claims(claims)}.`,
  newEvidenceTag: (claims) => `أدلة جديدة منذ المراجعة: ${counts.claims(claims)}`,
  seeEvidence: 'الاطلاع على الأدلة',

  newSince: 'جديد منذ المراجعة',
  covered: 'مشمول',
  restated: (n) => `كُرّر ${n === 1 ? 'مرة واحدة' : n === 2 ? 'مرتين' : counts.times(n)}`,
  newestListed: (n) => `يُعرض هنا الأحدث، وعدده ${n}.`,
  coveredBy: (decided, first) => (
    <>
      مشمول بقرار {decided}: يكرر تصريح {first}. مستنتَج، لم يُراجَع.
    </>
  ),

  reviews: 'المراجعات',
  hiddenFromReviewers: 'قرارات الآخرين وأسبابهم والمرتبة مخفية إلى أن تعطي حكمك.',
  hiddenFromReaders: 'يحكم المراجعون مستقلين: تُعرض الأحكام والأسباب والمرتبة بعد البتّ.',
  nobodyYet: 'لم يراجع هذا أحد بعد.',
  about: (what) => `(يتعلق بـ: ${what})`,
  takeBack: 'سحب مراجعتك',
  history: 'سجل التغييرات',
  filedByRule: 'سُجّل بموجب القاعدة',
  filedBy: (who) => <>سجّله {who}</>,
  tookBack: (who, verdict) => (
    <>
      سحب {who} المراجعة «{verdict}»
    </>
  ),
  reviewedBy: (who, what) => (
    <>
      راجعه {who}: {what}
    </>
  ),
  statusChanged: (from, to, who) => (
    <>
      تغيّرت الحالة من «{from}» إلى «{to}»، بفعل {who}
    </>
  ),

  theQuestion: (issue) => <>السؤال: {issue}</>,
  resolvedAsOf: (day) => (
    <>
      <strong>منتهٍ.</strong> لم يعد الجانبان متعارضين اعتبارًا من {day}.{' '}
    </>
  ),
  since: (status, instant) => (
    <>
      {status} منذ {instant}.
    </>
  ),
  notReviewedYet: ' لم يُراجَع.',
  involved: 'سجّلتَ أحد قولي هذا الزوج أو غيّرته، فلا بد أن يراجعه غيرك.',
  reviewersDiffer: 'اختلف المراجعون.',
  settleAsEditor: 'الفصل فيه بصفة محرِّر',
  editorSettles: 'يفصل فيه محرِّر.',
  takeDecisionBack: 'سحب قرار المحرِّر',
  yourReview: 'مراجعتك',
  changeReview: 'تغيير مراجعتك',
  giveReview: 'إضافة مراجعة منك',

  merged: (label, into) => (
    <>
      دُمج الموقف «{label}» في «{into}». ما قيل فيه يُحتسب هناك الآن، وما تقرر هنا يبقى هنا.
    </>
  ),
  sidesNow: (links) => <>الجانبان نفساهما الآن: {links}</>,
  sidesBefore: (links) => <>قبل دمج المواقف سُجّل الجانبان نفساهما في: {links}</>,
  numbered: (id) => `التناقض ${id}`,

  list: 'التناقضات',
  listLede:
    'حيث لا يمكن أن يصيب الجانبان معًا أو أن يُقصد كلاهما، بين طرفين أو لدى طرف واحد في وقتين. تُسجَّل بموجب قاعدة ثم يحكم فيها المراجعون.',
  issue: 'المسألة',
  allIssues: 'كل المسائل',
  party: 'الطرف',
  allParties: 'كل الأطراف',
  status: 'الحالة',
  all: 'الكل',
  pagesOf: 'التناقضات',
  titleWithPage: (page, pages) => `صفحة ${page} من ${pages}`,
  noneOnRecord: 'لا تناقضات في السجل',
  noneYet: (comparison) => (
    <>
      تُكتشف بموجب قاعدة حالما لا يمكن أن يصح قولان في مسألة واحدة. لمعرفة من يتمسك بماذا انظر{' '}
      {comparison('المقارنة')}.
    </>
  ),
  noneFit: (status, isNarrowed) =>
    `لا تناقضات${status === undefined ? '' : ` بحالة «${statuses[status]}»`}${isNarrowed ? ' توافق هذا الاختيار' : ''}`,
  showAllOfTopic: 'عرض كل تناقضات هذا الموضوع',
}
