import type { Stance } from '#server/domain/claims.ts'
import type { Child } from 'hono/jsx'
import type { Words } from '../english.ts'
import { counts } from './counts.ts'

/** Nouns, since nobody knows the gender of a party's name. */
const deeds: Readonly<Record<Stance, string>> = {
  affirms: 'تأييد',
  denies: 'رفض',
  'leaves-open': 'ترك الباب مفتوحًا أمام',
  declines: 'امتناع عن القول',
}

const by = (word: string, after: string) => (claim: Child, since: Child | undefined) =>
  since === undefined ? (
    <>
      {word}: {claim}
    </>
  ) : (
    <>
      {word} في {since} {after}: {claim}
    </>
  )

export const claim: Words['claim'] = {
  stances: {
    affirms: 'يؤيد',
    denies: 'يرفض',
    'leaves-open': 'يترك الباب مفتوحًا',
    declines: 'يمتنع عن القول',
  },
  bearings: { states: 'يصرّح بموقف', context: 'سياق فقط' },
  forms: {
    'direct quotation': 'اقتباس مباشر',
    'partial quotation': 'اقتباس جزئي',
    paraphrase: 'إعادة صياغة',
    'reported by a third party': 'نقل عن طرف ثالث',
    'official document': 'وثيقة رسمية',
    'vote or other act': 'تصويت أو فعل آخر',
    'own assertion': 'قول المصدر نفسه',
  },
  credibility: {
    1: '1: أكّدته مصادر أخرى',
    2: '2: صحيح على الأرجح',
    3: '3: ربما كان صحيحًا',
    4: '4: مشكوك فيه',
    5: '5: مستبعد الصحة',
    6: '6: لا يمكن الحكم عليه',
  },
  sentence: (stance, party, answer) => [
    party,
    `: ${deeds[stance]}`,
    ...(answer === undefined ? [] : [stance === 'declines' ? ' في «' : ' «', answer, '»']),
  ],

  withdrawn: 'سُحب هذا القول.',
  putBack: 'أُعيد هذا القول.',
  undoWithdrawing: 'سحب هذا القول',
  undoPuttingBack: 'إعادة هذا القول',
  erased: 'مُحيت كلمات هذا القول؛ وهو مسحوب ولا يُحتسب في أي مقارنة.',
  withdrawnMark: 'مسحوب.',
  countsNoLonger: 'لم يعد يُحتسب في المقارنات والتناقضات.',
  history: 'سجل التغييرات',
  edit: 'تعديل',
  withdraw: 'سحب',
  putBackAction: 'إعادة',
  addReply: 'إضافة رد',
  askErasure: 'طلب المحو',

  facts: 'في السجل',
  recorded: 'سُجّل في',
  recordedAt: (when, version, history) => (
    <>
      {when}، الإصدار {version} (<a href={history}>سجل التغييرات</a>)
    </>
  ),
  heldBy: 'صاحب الموقف',
  saidBy: 'القائل',
  nobodyNamed: 'لم يُذكر أحد بالاسم',
  saidOn: 'قيل في',
  reportedBy: 'نقله',
  issue: 'المسألة',
  position: 'الموقف',
  value: 'القيمة',
  none: 'لا شيء',
  stance: 'الاتجاه',
  form: 'الصيغة',
  bearing: 'الصلة بالمسألة',
  condition: 'الشرط',
  hedge: 'التحفّظ',
  appliesTo: 'يسري على',
  scope: 'النطاق',

  conflicts: 'التعارضات',
  conflictsWithNothing: 'لا يتعارض مع شيء في السجل.',
  apart: {
    withdrawn: 'هو مسحوب، فلا يتعارض مع شيء.',
    context: 'هو سياق فقط، فلا يتعارض مع شيء.',
    uncommitted: 'لا يُلزم الطرف بشيء، فلا يتعارض مع شيء.',
  },
  saved: 'حُفظ.',
  addAnother: 'إضافة قول آخر من هذا المصدر',
  conflictsWith: (party, issue) => (
    <>
      يتعارض مع {party} في «{issue}»
    </>
  ),
  nowConflictsWith: (party, issue) => (
    <>
      أصبح يتعارض مع {party} في «{issue}»
    </>
  ),
  pastConflicts: (n) => `مستبعَد أو منتهٍ (${n})`,
  successions: {
    reversed: by('انعكس', 'بقول'),
    superseded: by('حل محله', 'قول'),
    reverses: by('يعكس', 'بقول'),
    supersedes: by('يحل محل', 'قول'),
  },

  restatements: 'التكرار',
  restates: (said) => <>يكرّر: {said}</>,
  firstSaid: (said) => <>قيل أول مرة: {said}</>,
  restatedOn: (day, said) => (
    <>
      كُرّر في {day}: {said}
    </>
  ),
  restatedTimes: (n, shown) =>
    `كُرّر ${counts.times(n)}${n > shown ? `، والمعروض أحدثها: ${shown}` : ''}`,

  source: 'المصدر',
  sources: 'المصادر',
  hiddenMarks: 'في الاقتباس علامات اتجاه خفية',
  grade: (grade) => `الدرجة ${grade}`,
  credibilityOf: (credibility) => `المصداقية ${credibility}`,
  markedInSource: 'معلَّم في المصدر',
  onSourcePage: 'في صفحة المصدر',
  original: 'الأصل',
  archived: 'نسخة مؤرشفة',

  cite: 'الاستشهاد بهذا القول',
  copied: 'نُسخ الاستشهاد.',
  copy: 'نسخ الاستشهاد',
  reference: {
    said: (who, when) => `${who}، ${when}:`,
    quoted: (text) => `«${text}»`,
    foundIn: (where) => `في: ${where}.`,
    withdrawn: 'مسحوب.',
    read: (address, day) => `Gainsay، ${address} (قُرئ في ${day}).`,
  },

  withdrawing: {
    claim: {
      title: { withdraw: 'سحب قول', putBack: 'إعادة قول' },
      stale:
        'غيّر شخص آخر هذا القول بعد أن فتحته. لم يُحفظ شيء. هذا ما هو عليه الآن؛ راجعه واضغط الزر مرة أخرى.',
      withdraw: 'سحب هذا القول',
      putBack: 'إعادة هذا القول',
      shown: 'يظهر مع القول وفي سجل تغييراته.',
    },
    reply: {
      title: { withdraw: 'سحب رد', putBack: 'إعادة رد' },
      stale:
        'غيّر شخص آخر هذا الرد بعد أن فتحته. لم يُحفظ شيء. هذا ما هو عليه الآن؛ راجعه واضغط الزر مرة أخرى.',
      withdraw: 'سحب هذا الرد',
      putBack: 'إعادة هذا الرد',
      shown: 'يظهر مع الرد وفي سجل تغييراته.',
    },
  },
  withdrawLede:
    'يبقى في السجل معلَّمًا بأنه مسحوب، ولا يُحتسب بعد ذلك في المقارنات والتناقضات. ويمكن إعادته.',
  putBackLede: 'يُحتسب من جديد في المقارنات والتناقضات. ويحفظ سجل التغييرات الخطوتين.',
  whyWithdraw: 'سبب السحب',
  whyPutBack: 'سبب الإعادة',
  shownInHistory: 'يظهر في سجل التغييرات.',
  cancel: 'إلغاء',
}
