import type { Deed } from '../../history/history-list.tsx'
import type { Words } from '../english.ts'
import { codes } from './codes.ts'
import { counts, number } from './counts.ts'
import { formFields } from './form-fields.ts'

/** What was done, as a noun, so that it fits whoever did it. */
const deeds: Readonly<Record<Deed, string>> = {
  recorded: 'تسجيل',
  changed: 'تغيير',
  withdrew: 'سحب',
  'put back': 'إعادة',
  filed: 'إدراج',
  moved: 'تغيير حالة',
  reviewed: 'مراجعة',
  ended: 'سحب أو استبدال مراجعة',
  erased: 'محو ألفاظ من',
}

const onIt: Readonly<Record<Deed, string>> = {
  recorded: 'التسجيل',
  changed: 'التغيير',
  withdrew: 'السحب',
  'put back': 'الإعادة',
  filed: 'الإدراج',
  moved: 'تغيير الحالة',
  reviewed: 'المراجعة',
  ended: 'سحب المراجعة أو استبدالها',
  erased: 'محو الألفاظ',
}

/** What a history, or two versions, are of. */
export const theThing: Readonly<Record<Parameters<Words['history']['heading']>[0], string>> = {
  topic: 'هذا الموضوع',
  party: 'هذا الطرف',
  person: 'هذا الشخص',
  source: 'هذا المصدر',
  issue: 'هذه المسألة',
  claim: 'هذا القول',
  search: 'عملية البحث هذه',
}

export const history: Words['history'] = {
  title: 'سجل التغييرات',
  titleOf: (label) => `سجل التغييرات: ${label}`,
  heading: (of) => `سجل تغييرات ${theThing[of]}`,
  lede: (link) => (
    <>
      من سجّل ومن غيّر ومن قرّر، وماذا ومتى ولماذا. لا شيء يُكتب فوق شيء: كل قيد يبقى، ويرتبط كل قيد بما
      قبله ببصمة. أما ما فعله المحررون والمالكون بعمل غيرهم فيُعرض وحده تحت {link('الإشراف')}.
    </>
  ),
  what: 'ماذا',
  everything: 'كل شيء',
  who: 'من',
  everybody: 'الجميع',
  choices: {
    topic: 'الموضوع نفسه',
    party: 'الأطراف',
    person: 'الأشخاص',
    source: 'المصادر',
    issue: 'المسائل',
    claim: 'الأقوال',
    search: 'عمليات البحث',
    reply: 'الردود',
    contradiction: 'التناقضات والمراجعات',
  },
  none: 'لا قيود',
  noneFits: 'لا شيء هنا يطابق ما اختير.',
  showEverything: 'عرض كل شيء',
  newestFirst: (entries) => `${counts.entries(entries)}، الأحدث أولًا`,
  pagesOfEntries: 'القيود',
  checking: 'التحقق منه',
  proof: (checkpoint, key, proof) => (
    <>
      تذكر {checkpoint('نقطة التحقق')} عدد القيود وبصمة آخرها، موقَّعةً بـ{key('مفتاح هذا الموقع')}. من
      يحتفظ بواحدة يستطيع لاحقًا أن يعرف هل تغيّر شيء قبلها أو قُطع آخر السجل. ويضم {proof('الإثبات')} كل
      القيود، فيمكن حساب البصمات كلها من جديد دون هذا الموقع. وما قيل في تناقضات لم تُحسم لا يرد فيه
      إلا ببصمته.
    </>
  ),

  things: {
    topic: 'الموضوع',
    party: 'الطرف',
    person: 'الشخص',
    source: 'المصدر',
    issue: 'المسألة',
    claim: 'القول',
    search: 'البحث',
    reply: 'الرد',
    contradiction: 'التناقض عند',
  },
  someContradiction: 'تناقض',
  shiftOf: 'انعكاس موقف',
  searchFor: 'بحث عن أقوال',
  betweenTwo: (a, b) => `${a} و${b}`,

  importer: { first: 'استيراد ملف', within: 'استيراد ملف', choice: 'استيراد ملف' },
  deed: (did, by, thing, outcome) => (
    <>
      {by}: {deeds[did]} {thing}
      {outcome !== undefined && ` ${outcome}`}
    </>
  ),
  deedOnIt: (did, by, outcome) => (
    <>
      {by}: {onIt[did]}
      {outcome !== undefined && ` ${outcome}`}
    </>
  ),
  unnamed: (did, thing) => (
    <>
      {did === 'ended' ? 'انتهت مراجعة على' : 'قُدِّمت مراجعة على'} {thing}
    </>
  ),
  moved: (from, to) => `من «${codes.statuses[from]}» إلى «${codes.statuses[to]}»`,
  judged: (verdict, reason) =>
    `بالحكم «${codes.verdicts[verdict]}»${reason === undefined ? '' : ` (${codes.dismissals[reason] ?? reason})`}`,
  settledAs: (status) => `بالحالة «${codes.statuses[status]}»`,
  erasedFor: (reason, askedBy) =>
    `(${reason}؛ ${askedBy === undefined ? 'بفعل شخص واحد' : `صاحب الطلب ${askedBy}`})`,

  entry: (seq) => `القيد ${number(seq)}`,
  version: (version) => `الإصدار ${version}`,
  viewThen: 'عرض المقارنة كما كانت حينها',
  atEntry: (seq) => `، عند القيد ${number(seq)}`,
  reason: (why) => <>السبب: {why}</>,
  seeVersion: (version) => `عرض الإصدار ${version}`,
  restoreThis: 'استعادة هذا الإصدار',

  fields: formFields,
  fieldsOfVersion: (version) => `حقول الإصدار ${version}`,
  saysOfVersion: (version) => `ما يقوله الإصدار ${version}`,
  field: 'الحقل',
  from: 'من',
  to: 'إلى',
  asRecorded: 'كما سُجّل',
  nothing: '(لا شيء)',

  restoreTitle: (version, label) => `استعادة الإصدار ${version}: ${label}`,
  restore: (version, of) => `استعادة الإصدار ${version} من ${theThing[of]}`,
  madeBy: (wanted, made, newest, madeNewest) => (
    <>
      الإصدار {wanted}: {made}. والإصدار {newest}، وهو الأحدث: {madeNewest}.
    </>
  ),
  byOn: (by, at) => (
    <>
      {by}، {at}
    </>
  ),
  isNewest: 'هذا هو أحدث إصدار. لا شيء يُستعاد.',
  isSame: (of, version) => `محتوى ${theThing[of]} هو محتوى الإصدار ${version} نفسه. لا شيء يُستعاد.`,
  back: 'العودة إلى سجل التغييرات',
  wouldChange: 'ما سيتغير',
  nowIn: (version) => `الآن، في الإصدار ${version}`,
  asIn: (version) => `كما في الإصدار ${version}`,
  whenOpened: 'عند فتحك الصفحة',
  becomes: (version) =>
    `تبقى الإصدارات السابقة. ويصبح هذا الإصدار ${version}، ويمكن التراجع عنه بالطريقة نفسها.`,
  touched: (cells, claims, contradictions) =>
    `يُحسب من جديد في المقارنات: ${counts.cells(cells)}، من ${counts.claims(claims)}؛ و${counts.contradictions(contradictions)}. وتبقى المراجعات والقرارات بشأنها في السجل.`,
  whyRestore: 'سبب الاستعادة',
  whyRestoreHint: 'يظهر في سجل التغييرات.',
  restoreVersion: (version) => `استعادة الإصدار ${version}`,
  cancel: 'إلغاء',
  meanwhile: (of) => `غيّر أحدهم ${theThing[of]} بعد أن فتحت هذه الصفحة. لم يُحفظ شيء.`,
  meanwhileChanged: (version, why) => (
    <>
      هذا ما غيّره الإصدار {version}
      {why === undefined ? '.' : <> («{why}»).</>} وفيما يلي ما ستغيّره الاستعادة الآن؛ انظر فيه ثم
      اضغط الزر من جديد.
    </>
  ),
  notes: {
    topic:
      'من يرى الموضوع، وأعضاؤه، وعدد المراجعات التي تحسم تناقضًا: كل ذلك يبقى على حاله. ويُغيَّر حيث يُضبط الموضوع.',
    source:
      'تبقى النصوص الملتقطة، الأحدث أولًا، ويبقى مقدار ما يراه القراء منها: يعيد الإصدار ما يقال عن المصدر وحده.',
    'puts back':
      'القول مسحوب الآن. وهذا الإصدار من قبل سحبه: استعادته تعيد القول، فيُحتسب من جديد في المقارنات والتناقضات.',
    withdraws:
      'كان القول مسحوبًا في هذا الإصدار. واستعادته تسحب القول من جديد: فلا يُحتسب بعدها في المقارنات والتناقضات.',
  },
  saved: {
    same: 'المحتوى هو نفسه. لم يُكتب شيء.',
    restored: 'تمت الاستعادة. صار أحدث إصدار يقول ما قاله الإصدار السابق.',
  },
  undoneVersion: (version) => `الإصدار ${version}`,
}
