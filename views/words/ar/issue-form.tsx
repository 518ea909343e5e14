import type { Words } from '../english.ts'
import { codes } from './codes.ts'
import { counts } from './counts.ts'

export const issueForm: Words['issueForm'] = {
  add: 'إضافة مسألة',
  addLede: 'المسألة سؤال محايد واحد تجيب عنه الأطراف، مع أجوبته الممكنة وما يترتب من بعضها على بعض.',
  edit: 'تعديل المسألة',
  editLede: (history) => (
    <>
      يبقى الإصدار السابق في <a href={history}>سجل التغييرات</a>.
    </>
  ),
  duplicate: 'هذه المسألة في السجل من قبل',
  duplicateOf: (link) => <>السؤال نفسه مطروح، فلم يُحفظ شيء. {link('انظر المسألة')}</>,
  tooLarge:
    'في هذه المسألة مواقف، أو أسماء تستخدمها الأطراف، أكثر مما تتسع له استمارة. تُغيَّر باستيراد ملف: نزّل ملف الموضوع وغيّر المسألة فيه ثم استورده.',
  back: 'العودة إلى المسألة',

  save: 'حفظ المسألة',
  saveChanges: 'حفظ التغييرات',
  cancel: 'إلغاء',
  seenBefore: 'إن كان لتغيير المواقف أو العلاقات أثر في الأقوال، رأيت ما يغيّره قبل أن يُحفظ شيء.',

  theQuestion: 'السؤال',
  positions: 'المواقف',
  positionsHint:
    'الأجوبة الممكنة، كل منها بكلمات يقبلها من يتبنّاه. السؤال الذي جوابه عدد أو تاريخ لا مواقف له؛ وسؤال نعم أو لا له موقف واحد.',
  fullOfPositions: (most) => `أقصى عدد للمواقف في هذه الاستمارة: ${most}.`,
  addPosition: 'إضافة موقف',
  position: (letter) => <>الموقف {letter}</>,
  says: (letter) => `ما يقوله ${letter}`,
  about: (letter) => `وصف ${letter}`,
  moveUp: (letter) => (
    <>
      نقل إلى أعلى<span class="visually-hidden">: الموقف {letter}</span>
    </>
  ),
  takeOut: (letter) => (
    <>
      إزالة<span class="visually-hidden"> الموقف {letter}</span>
    </>
  ),
  used: (claims, contradictions) =>
    `في السجل عنه: ${[
      ...(claims > 0 ? [counts.claims(claims)] : []),
      ...(contradictions > 0 ? [counts.contradictions(contradictions)] : []),
    ].join(' و')}، فيمكن دمجه ولا تمكن إزالته.`,

  relations: 'العلاقات بين المواقف',
  needsTwo: 'متى أُضيف موقف ثانٍ سُئل هنا عن علاقته بالأول.',
  unsaid: 'حيث لا يُقال شيء عن موقفين',
  asUsual: 'كالمعتاد: في الخيارات يصح واحد، وفي القائمة قد تصح عدة مواقف',
  excludeEachOther: 'يستبعد أحدهما الآخر (قد لا يصح أيّ منهما)',
  excludeHint: 'إلا إذا استلزم أحدهما الآخر، أو استلزمهما معًا موقف ما.',
  bothCanHold: 'يمكن أن يصح الاثنان',
  empty: '(فارغ)',
  pairs: {
    entails: (a, b) => `${a} يستلزم ${b}`,
    entailed: (a, b) => `${a} يستلزمه ${b}`,
    equivalent: (a, b) => `${a} و${b} يستلزم كل منهما الآخر`,
    contrary: (a, b) => `${a} يستبعد ${b} (قد لا يصح أيّ منهما)`,
    contradictory: (a, b) => `${a} يستبعد ${b} (يصح واحد فقط)`,
  },
  pair: (a, b) => `${a} … ${b}`,
  noRelation: 'بلا علاقة',

  names: 'اسم الشيء لدى كل جانب',
  namesHint: 'حين يسمّي أحدهم «إرهابيين» من يسمّيهم غيره «معارضة معتدلة»، بيّن من يستخدم أيّ اسم.',
  name: (n) => `الاسم ${n}`,
  nameOf: 'الطرف',
  chooseParty: 'اختر طرفًا',
  itsName: 'ما يسمّيه به',
  fullOfNames: (most) => `أقصى عدد للأسماء في هذه الاستمارة: ${most}.`,
  addName: 'إضافة اسم',

  facts: {
    question: 'السؤال',
    nature: 'الطبيعة',
    kind: 'كيف يُجاب عنها',
    unit: 'الوحدة',
    exclusive: 'المواقف يستبعد بعضها بعضًا',
    order: 'ترتيب المواقف',
    position: (slug) => `الموقف «${slug}»`,
    description: (slug) => `وصف «${slug}»`,
    relation: (a, b) => `علاقة «${a}» بـ«${b}»`,
    name: (party) => `الاسم لدى ${party}`,
    yes: 'نعم',
    no: 'لا',
    natures: codes.natures,
    kinds: codes.issueKinds,
    relations: {
      entails: 'يستلزم',
      entailed: 'يستلزمه',
      equivalent: 'كل منهما يستلزم الآخر',
      contrary: 'ضدّ',
      contradictory: 'نقيض',
    },
  },

  previewTitle: 'معاينة التغيير',
  notSaved: (question) => <>{question} لم يُحفظ شيء بعد.</>,
  moved: (claims) => `ما سيصبح عن موقف آخر: ${counts.claims(claims)}.`,
  saveSeen: 'حفظ',
  backToEditing: 'العودة إلى التعديل',

  effects: 'ما يغيّره هذا',
  changes: (day, { newlyInConflict, noLongerInConflict, newlyAgreed, noLongerAgreed }, filed) =>
    `حتى ${day}، أزواج الأطراف: في تعارض جديد: ${newlyInConflict}، لم تعد في تعارض: ${noLongerInConflict}، في اتفاق أو أرضية مشتركة جديدة: ${newlyAgreed}، لم تعد كذلك: ${noLongerAgreed}. والتناقضات: تبدأ: ${filed.begin}، تنتهي: ${filed.end}، تبقى: ${filed.stay}.`,
  changesNothing: (day) => `حتى ${day}: لا تتغير أي خلية في المقارنة ولا أي تناقض.`,
  letters: (moved) => <>تتبع الحروف الترتيب: {moved}.</>,
  letter: (label, to, from) => (
    <>
      «{label}» حرفه {to} بعد أن كان {from}
    </>
  ),
  changedPairs: 'أزواج الأطراف التي تتغير',
  comparedPairs: 'أزواج الأطراف في المقارنة',
  parties: 'الأطراف',
  now: 'الآن',
  afterwards: 'بعد التغيير',
  notCompared: 'لا تُقارن',
  begin: (n) => `تناقضات جديدة (${n})`,
  end: (n) => `لم تعد تناقضات (${n})`,
  moreContradictions: (n) => counts.moreContradictions(n),
  kindOf: (kind, why) => (
    <>
      {kind}: {why}
    </>
  ),
  onRecord: 'في السجل',
}

export const issueReshape: Words['issueReshape'] = {
  mergeTitle: 'دمج المواقف',
  splitTitle: 'تقسيم موقف',
  previews: { merged: 'معاينة: دمج المواقف', split: 'معاينة: تقسيم موقف' },
  staleTitle: 'غيّر شخص آخر هذه المسألة بعد أن فتحتها',
  stale: (link) => (
    <>
      لم يُحفظ شيء. الاستمارة أدناه عن المسألة كما هي الآن؛ راجعها وأرسلها من جديد.{' '}
      {link('ما الذي تغيّر')}
    </>
  ),
  lettered: (letter, label) => `${letter}: ${label}`,
  reason: 'السبب',
  reasonHint: 'يظهر في سجل تغييرات المسألة وكل قول يُنقل.',
  preview: 'معاينة',

  fewerThanTwo: 'فيها أقل من موقفين.',
  nothingToMerge: (link) => <>لا شيء يُدمج. {link('العودة إلى المسألة')}</>,
  mergeLede:
    'تصبح الأقوال عن الموقف الذي يزول أقوالًا عن الموقف الذي يبقى. وما أُدرج وتقرر بشأنه يبقى في عنوانه.',
  goes: 'الموقف الذي يزول',
  stays: 'الموقف الذي يبقى',
  choosePosition: 'اختر موقفًا',
  relations: 'العلاقات',
  takesOver: 'تنتقل علاقات الموقف الزائل بغيره إلى الموقف الباقي',
  takesOverHint: 'حيث لا علاقة له بها من قبل.',

  noPositions: 'لا مواقف فيها.',
  nothingToSplit: (link) => <>لا شيء يُقسَّم. {link('العودة إلى المسألة')}</>,
  split: (letter) => `تقسيم الموقف ${letter}`,
  splitLede: (letter) => `يُضاف موقف جديد ${letter}، وتصبح الأقوال التي تختارها أقوالًا عنه.`,
  before: (letter, label) => (
    <>
      {letter}: {label}
    </>
  ),
  takesAlso: (now, before) => `للموقف ${now} علاقات الموقف ${before} بالمواقف الأخرى`,
  noClaims: 'لا قول عن هذا الموقف، فلا شيء يُقسَّم. يُضاف موقف آخر بتعديل المسألة.',
  goTo: (letter) => `أقوال تنتقل إلى ${letter}`,
  claim: (party, statement) => `${party}: ${statement}`,
  said: (day, isWithdrawn) => `${day}${isWithdrawn ? '، مسحوب' : ''}`,
}
