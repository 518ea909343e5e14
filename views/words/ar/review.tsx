import type { Words } from '../english.ts'
import { counts, number } from './counts.ts'

export const review: Words['review'] = {
  title: 'المراجعة',
  titleDone: 'المراجعة: المنجَز',
  titleWaiting: (n) => `المراجعة: ${n} في الانتظار`,
  one: 'مراجعة تناقض',
  place: (at, of) => (
    <>
      المراجعة {at} من {of}
    </>
  ),
  othersHidden: 'أحكام المراجعين الآخرين والمرتبة مخفية إلى أن تحكم. ',
  allEvidence: 'كل الأدلة وسجل التغييرات',
  differ: 'اختلف المراجعون في هذا. يفصل فيه محرِّر؛ ولا يزال بإمكانك سحب مراجعتك من صفحته.',
  isClaimWrong: (claims) => (
    <>
      هل الخطأ في أحد القولين نفسه؟ صحّح{' '}
      {claims.map((claim, i) => (
        <>
          {i > 0 && ' أو '}
          {claim}
        </>
      ))}
      .
    </>
  ),
  claimOf: (party) => <>قول {party}</>,
  own: (at, verdict, reason) => (
    <>
      مراجعتك في {at}: {verdict}
      {reason !== undefined && ` (${reason})`}.
    </>
  ),
  undo: 'تراجع',
  settled: (status) => `فُصل فيه بصفة محرِّر: ${status}. `,
  putOffUntil: (day) => `أُجّل إلى ${day}: `,
  saved: (verdict) => `حُفظ: ${verdict}.`,
  left: (says, n) => `${says} المتبقي: ${n}.`,

  question: 'هل يتعارض هذان؟',
  keys: 'تعمل المفاتيح ما دام التركيز في هذا الجزء من الصفحة وليس في حقل.',
  skip: 'تخطٍّ',
  putOff: 'تأجيل أسبوعًا',
  turnsOn: 'مدار الخلاف',
  notSaid: 'غير محدد',
  note: 'ملاحظة',

  reviewersDiffer: 'اختلاف بين المراجعين',
  decision: 'قرارك',
  outcomes: {
    conflict: { label: 'تعارض', hint: 'يصبح التناقض مؤكَّدًا.' },
    'no conflict': { label: 'لا تعارض', hint: 'يُستبعد للسبب المذكور أدناه.' },
    'none of these': {
      label: 'لا شيء من ذلك',
      hint: 'تُنحّى المراجعات نهائيًا ويُفتح من جديد: حين تخطئ كلها المقصود.',
    },
  },
  whyNone: 'لماذا ليس تعارضًا',
  chooseReason: 'اختر سببًا',
  yourReasons: 'أسبابك',
  reasonsHint: 'يراها القراء مع القرار واسمك.',
  settle: 'الفصل فيه',

  queues: {
    open: 'مفتوح',
    disputed: 'محل خلاف',
    snoozed: 'مؤجَّل',
    'new-evidence': 'أدلة جديدة',
    done: 'منجَز',
  },
  queue: 'قائمة الانتظار',
  topic: 'الموضوع',
  allTopics: 'كل المواضيع',
  forOthers: (n) =>
    `ينتظر غيرَك أيضًا: ${counts.contradictions(n)}، لأنك سجّلت أحد قولي الزوج أو غيّرته.`,
  pagesOfDone: 'التناقضات المبتوت فيها',
  pagesOfPutOff: 'التناقضات المؤجَّلة',
  noneDecided: 'لم يُبتّ في شيء بعد',
  nonePutOff: 'لا شيء مؤجَّلًا',
  startOpen: 'البدء بالمفتوح',
  seeOpen: 'الاطلاع على المفتوح',
  now: 'مراجعته الآن',
  lastOne: 'كان هذا الأخير',
  skipped: (n) => `${counts.contradictions(n)} في هذه القائمة، جرى تخطيها في الوقت الحاضر.`,
  again: 'البدء من جديد',
  nothing: 'لا شيء للمراجعة',
  comeHere: 'تصل التناقضات إلى هنا حالما تتعارض أقوال في السجل.',
  decided: (n) => `${counts.contradictions(n)} جرى البتّ فيها.`,
  queueCount: (queue, n) => `${queue}: ${number(n)}`,
}
