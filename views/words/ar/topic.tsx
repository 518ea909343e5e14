import type { Words } from '../english.ts'
import { counts, genitive } from './counts.ts'
import { roles } from './roles.ts'

const ofIssues = (n: number) => genitive(counts.issues(n))

export const topic: Words['topic'] = {
  description: (title) => `من يقول ماذا في ${title}، مع المصادر.`,
  holds: ({ parties, observers, issues, claims }) =>
    [
      counts.parties(parties),
      ...(observers === 0 ? [] : [counts.observers(observers)]),
      counts.issues(issues),
      counts.claims(claims),
    ].join('، '),
  withContradictions: (holds, contradictions) => `${holds}؛ ${contradictions}`,
  noContradictions: 'لا تناقضات',
  contradictions: (all, reviewed) => `${counts.contradictions(all)}، رُوجع منها ${reviewed}`,
  state: (day, { conflict, common, changed }) => {
    const shift = changed === 0 ? '' : `؛ وفيها تغيير للموقف: ${changed}`
    return `عدد المسائل حتى ${day}: فيها تعارض: ${conflict}؛ وفيها أرضية مشتركة: ${common}${shift}.`
  },
  seenBy: {
    public: undefined,
    team: 'للفريق: يراه كل من له حساب هنا.',
    private: 'خاص: لا يراه إلا أعضاؤه.',
  },
  tags: { public: undefined, team: 'للفريق', private: 'خاص' },

  wasSetUp: 'ضُبط الموضوع. وما حُسم بناءً على ذلك يبقى محسومًا.',
  compare: 'مقارنة المواقف',
  addClaim: 'إضافة قول',
  contradictionsLink: 'التناقضات',
  history: 'سجل التغييرات',
  dossier: 'الملف (JSON)',
  comparison: 'المقارنة (JSON)',
  setUpLink: 'ضبط الموضوع',
  noIssues: 'لا مسائل بعد',
  whatIssuesAre: 'المسألة سؤال محايد واحد تجيب عنه الأطراف، وعليه يقوم كل ما عداه.',
  addFirst: 'إضافة أول قول',

  issues: 'المسائل',
  allIssues: (n) => `عرض الكل: ${counts.issues(n)}`,
  opposed: 'الأكثر تعارضًا',
  noneOpposed: 'لا يتعارض أي طرفين في شيء مما في السجل.',
  close: 'الأكثر اشتراكًا',
  silent: 'الأكثر صمتًا',
  compareSilent: 'مقارنة المسائل التي يصمت فيها أحد',
  latest: 'أحدث التناقضات',
  allContradictions: 'كل التناقضات',
  reviewers: 'المراجعون',
  agreement: 'الاتفاق بين المراجعين',
  noAgreement: 'لا يُحسب مدى اتفاق المراجعين إلا للسجل كما هو الآن، ولذلك لا يظهر هنا.',
  shifts: 'تغييرات المواقف',
  compareShifts: 'مقارنة المسائل التي غيّر فيها أحد موقفه',
  sources: 'أحدث المصادر',
  allSources: (n) => `عرض الكل: ${counts.sources(n)}`,

  pairs: {
    conflict: (n) => `في تعارض: ${counts.pairs(n)}`,
    agreement: (n) => `في اتفاق: ${counts.pairs(n)}`,
    'shared-ground': (n) => `على أرضية مشتركة: ${counts.pairs(n)}`,
    compatible: (n) => `في توافق: ${counts.pairs(n)}`,
  },
  changed: (parties) => `غيّر موقفه: ${counts.parties(parties)}`,
  mixed: (parties) => `رسائل متضاربة من ${genitive(counts.parties(parties))}`,
  onRecord: (n, parties) => `في السجل ${n} من أصل ${genitive(counts.parties(parties))}`,

  pairOn: {
    conflicts: (n, both) => `يتعارضان في ${n} من أصل ${ofIssues(both)} مما يتحدث فيه الطرفان`,
    common: (n, both) =>
      `يتفقان أو تجمعهما أرضية مشتركة في ${n} من أصل ${ofIssues(both)} مما يتحدث فيه الطرفان`,
  },
  silentOn: (n, issues, kinds) => `${n} من أصل ${ofIssues(issues)}: ${kinds}`,
  semicolon: '؛ ',

  partyOn: (party, issue) => (
    <>
      {party} في: {issue}
    </>
  ),
  before: 'قبل ذلك',
  since: 'ومنذئذ',
  source: 'المصدر',
  sourceOf: ' الذي ورد فيه: ',
}

export const topicSetup: Words['topicSetup'] = {
  title: 'ضبط هذا الموضوع',
  noMember: (name) => <>لم يعد {name} عضوًا في هذا الموضوع.</>,
  takingOut: (name) => `إخراج ${name}`,
  whoSees: 'من يراه',
  visibility: { public: 'عام', team: 'للفريق', private: 'خاص' },
  hints: {
    public: 'يراه الجميع بلا حساب.',
    team: 'يراه كل من له حساب هنا.',
    private: 'لا يراه إلا أعضاؤه ومالكو هذا الموقع.',
  },
  settles: 'ما يحسم التناقض',
  oneReview: 'مراجعة واحدة',
  twoReviews: 'مراجعتان متفقتان',
  twoReviewsHint: 'يجريهما شخصان لم يطّلع أحدهما على مراجعة الآخر. اختر هذا لما يُنشر.',
  reason: 'السبب',
  keptInHistory: 'يُحفظ في سجل تغييرات الموضوع.',
  save: 'حفظ',
  cancel: 'إلغاء',
  members: 'الأعضاء',
  besidesOwners: 'يرى الموضوعَ، إضافة إلى المالكين، هؤلاء الأشخاص.',
  changesNothing: 'ما دام الموضوع غير خاص، لا تغيّر العضوية شيئًا.',
  nobody: 'لا أحد بعد.',
  roles,
  comma: '، ',
  takeOut: 'إخراج',
  addSomebody: 'إضافة شخص',
  choosePerson: 'اختر شخصًا',
  add: 'إضافة',
}
