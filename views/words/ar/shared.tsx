import type { Words } from '../english.ts'
import { counts } from './counts.ts'

export const shared: Words['shared'] = {
  breadcrumb: 'مسار التنقل',

  asRecordedThen: 'كما كان السجل حينها',
  asRecorded: (when) => <>كما كان السجل {when}.</>,
  onInstant: (instant) => `في ${instant}`,
  byEndOf: (day) => `بنهاية ${day} (UTC)`,
  leftOut:
    'لا يظهر هنا ما سُجّل أو تغيّر بعد ذلك. أما القوائم والمصادر والأشخاص وسجل التغييرات فتُفتح كما هي مسجّلة الآن.',
  samePageNow: 'الصفحة نفسها كما هي مسجّلة الآن',
  nothingByThen: 'لم يكن شيء قد سُجّل حينها',
  notOnRecord: (what) => `في الوقت الذي يحدده هذا العنوان لم يكن في السجل ${what}.`,
  instant: (day, time) => `${day}، ${time} UTC`,

  condition: (what) => <>بشرط: {what}</>,
  appliesTo: (period) => <>ينطبق على {period}</>,
  scope: (what) => <>النطاق: {what}</>,
  hedged: (what) => <>التحفّظ: {what}</>,

  forms: {
    'direct quotation': 'اقتباس مباشر',
    'partial quotation': 'اقتباس جزئي',
    paraphrase: 'نقل بالمعنى',
    'reported by a third party': 'نقلًا عن طرف ثالث',
    'official document': 'وثيقة رسمية',
    'vote or other act': 'تصويت أو فعل آخر',
    'own assertion': 'قول المنشور نفسه',
  },
  said: 'قيل في',
  party: 'الطرف',
  issue: 'المسألة',
  position: 'الموقف',
  claim: 'القول',
  source: 'المصدر',
  passageOfClaim: 'الموضع الذي ورد فيه هذا القول',
  withdrawn: 'مسحوب',
  contextOnly: 'للسياق فقط',
  superseded: 'حلّ غيره محله',

  theClaim: 'القول',
  markedPassage: 'الموضع المعلَّم',
  theSource: 'المصدر',
  andMoreSources: (n) => ` و${counts.moreSources(n)}`,
  comma: '، ',

  inSourcesWords: 'بكلام المصدر',
  inSourcesWordsInside: 'بكلام المصدر: ',
  translation: 'ترجمة',
  translationBy: (translator) => <>ترجمة {translator}</>,

  follow: 'متابعة',
  stopFollowing: 'إيقاف المتابعة',
  newInInbox: 'تجد الجديد في الوارد.',
  followHere: 'لمتابعة الجديد هنا: ',
  feeds: 'الخلاصات: ',
  jsonFeed: 'JSON',

  undo: 'تراجع',
  undoOf: (what) => ` عن ${what}`,
  history: 'سجل التغييرات',
  everyChange: 'كل تغيير',

  error: 'خطأ: ',
  optional: '(اختياري)',

  why: 'السبب',
  reason: 'سبب هذا التغيير',
  shownInHistory: 'يظهر في سجل التغييرات.',

  grades: {
    A: 'A: موثوق تمامًا',
    B: 'B: موثوق عادةً',
    C: 'C: موثوق إلى حد ما',
    D: 'D: غير موثوق عادةً',
    E: 'E: غير موثوق',
    F: 'F: لا يمكن الحكم على موثوقيته',
  },
}
