import type { Child } from 'hono/jsx'
import { describeDate } from '#server/domain/date-words.ts'
import type { Words } from '../english.ts'
import { counts } from './counts.ts'
import { dates } from './speech.ts'

const of = (what: string) => (name: Child, version: number | null) => (
  <>
    {what} {name}
    {version !== null && `، الإصدار ${version}`}
  </>
)

const reasons: Words['erasure']['reasons'] = {
  'legal order': 'أمر قانوني',
  'personal data': 'بيانات شخصية',
  copyright: 'حقوق النشر',
  'safety of a person': 'سلامة شخص',
  other: 'سبب آخر',
}

export const erasure: Words['erasure'] = {
  askTitle: 'طلب محو',
  eraseTitle: 'محو نهائي',
  title: 'عمليات المحو',
  whatGoes: {
    claim: of('ألفاظ القول'),
    source: of('النص الملتقط من المصدر'),
    review: of('تعليق مراجعة على'),
    status: of('سبب قرار بشأن'),
    revision: of('السبب المدوَّن مع إصدار من'),
  },
  reasons,
  reasonChoices: reasons,
  reasonHints: {
    'legal order': 'أمرت به محكمة أو سلطة.',
    'personal data': 'يتعلق بشخص يجب ألا تُحفظ بياناته هنا.',
    copyright: 'لا يجوز الاحتفاظ بالنص؛ وقد يكون الاقتباس القصير مشروعًا مع ذلك.',
    'safety of a person': 'قد يعرّض أحدًا للخطر.',
    other: 'اذكر السبب بعبارتك.',
  },

  forGood:
    'ما يُمحى يزول نهائيًا، هنا وفي كل تصدير، ولا يمكن إرجاعه. وتبقى في مكانه فجوة تذكر من محاه ومتى ولماذا. لسحب قول مع إبقاء ألفاظه استخدم السحب. وتظل الألفاظ في النسخ الاحتياطية المأخوذة من قبل.',
  whatItTakes: 'ما يشمله المحو',
  waitsAlready: (by, at) => (
    <>
      طلب ذلك {by} في {at}. ينفذه أو يرفضه مالك غير صاحب الطلب.
    </>
  ),
  whichTexts: 'أي النصوص',
  version: (version) => `الإصدار ${version}`,
  captured: (day, characters) => (
    <>
      التُقط في {day}، {counts.characters(characters)}
    </>
  ),
  publicReason: 'السبب، ويصبح معلنًا بعد المحو',
  inWords: 'شرح السبب',
  inWordsHint:
    'يصبح معلنًا بعد المحو، في الفجوة وفي سجل التغييرات: لا تكرر ما ينبغي أن يزول. اذكر الأمر أو الطلب، كرقمه وتاريخه.',
  askForIt: 'إرسال الطلب',
  cancel: 'إلغاء',

  reason: 'السبب',
  askedBy: 'صاحب الطلب',
  byAt: (by, at) => (
    <>
      {by}، {at}
    </>
  ),
  carryOut: 'تنفيذ المحو',
  anotherOwner: 'أنت من طلب ذلك، فلا بد أن ينفذه مالك آخر.',
  cannotBeUndone:
    'لا رجوع عن هذا: لا أحد يستطيع إرجاع الألفاظ. يحتفظ سجل التغييرات ببصمة ما كان هنا كي لا يتغير غيره خفية، ويضاف إليه قيد يذكر من طلب ومن نفّذ ومتى ولماذا. وتظل الألفاظ في النسخ الاحتياطية المأخوذة من قبل.',
  byOnePerson: 'لا أحد غيرك هنا يمكنه أن يطلب ذلك: يذكر القيد أن شخصًا واحدًا قام به.',
  typeToErase: (word) => `اكتب ${word} لتنفيذ المحو`,
  backToErasures: 'العودة إلى عمليات المحو',
  takeBack: 'سحب الطلب',
  declineIt: 'رفض الطلب',
  decline: 'رفض',
  whyItStays: 'سبب بقاء الألفاظ',
  whyItStaysHint: 'يُحفظ مع الطلب ليطّلع عليه المالكون.',

  waiting: (requests) =>
    `${requests === 0 ? 'لا طلب قيد الانتظار.' : `قيد الانتظار: ${counts.requests(requests)}.`} يطلب المحو محرِّر أو مالك؛ وينفذه أو يرفضه مالك غير صاحب الطلب.`,
  waitingHeading: 'قيد الانتظار',
  decidedHeading: 'ما بُتّ فيه',
  requested: (reason, by, at) => (
    <>
      {reason}؛ صاحب الطلب {by}، {at}
    </>
  ),
  decided: (as, by, at, reason, askedBy) => (
    <>
      {as === 'erased' ? 'محاه' : 'رفضه'} {by}
      {at !== undefined && <>، {at}</>}؛ {reason}، صاحب الطلب {askedBy}
    </>
  ),

  goes: 'يزول',
  goesToo: 'ويزول أيضًا',
  stays: 'يبقى',
  notCovered: 'غير مشمول',
  drafts: 'المسودات',
  textAlone: 'النص وحده. ويبقى من كتبه ومتى وما تقرر.',
  wordsOfClaim: (versions, quotations) =>
    `نص القول والاقتباسات والترجمات والشروط والملاحظات والأسباب المدوَّنة في: ${counts.versions(versions)}؛ وفي الأحدث: ${counts.quotations(quotations)}.`,
  staysOfClaim:
    'صاحب القول، ومن نطق به، والمسألة، والموقف والاتجاه، والتواريخ، والمصادر التي يستشهد بها. ويصبح القول مسحوبًا.',
  inTextsToo: (sources) => (
    <>اقتباساته واردة في نصوص ملتقطة أيضًا. اطلب محو تلك أيضًا إن لزم: {sources}</>
  ),
  text: (version, day, characters, hash) => (
    <>
      الإصدار {version}، التُقط في {day}، {counts.characters(characters)}. SHA-256 {hash}
    </>
  ),
  sameText: (sources) => <>النص نفسه في {sources}</>,
  staysOfSource: (quotations) =>
    `المصدر نفسه، وبصمة SHA-256 لكل نص، وما اقتُبس منه في الأقوال (${counts.quotations(quotations)}). يزول الاقتباس مع قوله: اطلب محو القول إن لزم.`,
  draftsGo: (drafts) =>
    drafts === 0
      ? 'ما من قول بُدئ من هذه المصادر ولم يُحفظ.'
      : `أقوال بُدئت من هذه المصادر ولم تُحفظ، وتزول: ${counts.claims(drafts)}.`,

  erased: ({ at, by, reason }) =>
    `محاه ${by} في ${describeDate(at.slice(0, 10), { words: dates })}: ${reasons[reason]}.`,
  inBackups: 'ويظل في النسخ الاحتياطية المأخوذة من قبل.',
  history: 'سجل التغييرات',
}
