import type { Scope, Visibility } from '#server/domain/access.ts'
import type { ErasedThing } from '#server/domain/erasures.ts'
import type { Words } from '../english.ts'
import { counts, number } from './counts.ts'
import { roles } from './roles.ts'

type Table<Key extends string> = Readonly<Record<Key, string>>

const visibilities: Table<Visibility> = { public: 'عام', team: 'للفريق', private: 'خاص' }

const erased: Table<ErasedThing> = {
  claim: 'كلمات قول',
  source: 'نص مصدر',
  review: 'تعليق مراجعة',
  status: 'سبب قرار',
  revision: 'سبب تغيير',
}

const scopeNames: Table<Scope> = { read: 'القراءة', record: 'التسجيل', review: 'المراجعة' }

export const admin: Words['admin'] = {
  navigation: 'الإدارة',
  pages: { people: 'الأشخاص', erasures: 'عمليات المحو', audit: 'التدقيق', jobs: 'أعمال الخلفية' },

  audit: 'التدقيق',
  auditLede:
    'ما جرى للحسابات والدعوات ووسائل الدخول، ولمن يرى المواضيع، ولعمليات المحو ورموز الوصول وخطّافات الويب: من فعله، ومتى، ولماذا.',
  auditElsewhere: (moderation) => (
    <>
      ما جرى للسجل نفسه موجود في سجل تغييرات كل موضوع وفي {moderation('سجل الإشراف')} الخاص به. أما
      تسجيل الدخول ومحاولاته الفاشلة ففي سجل الخادم. ولا تُذكر هنا رموز الوصول وخطّافات الويب التي
      أُزيلت.
    </>
  ),
  kind: 'ماذا',
  everything: 'كل شيء',
  kinds: {
    role: 'تغيير دور',
    access: 'منع من الدخول أو سماح به من جديد',
    invitation: 'دعوة',
    'sign-in': 'كلمة سر أو مفتاح مرور أو رابط دخول',
    name: 'تغيير اسم',
    topic: 'موضوع: من يراه، وبكم مراجعة يُحسم',
    erasure: 'محو',
    token: 'رمز وصول للبرامج',
    webhook: 'خطّاف ويب',
  },
  who: 'من',
  everybody: 'الجميع',
  nothingYet: 'لا شيء بعد',
  nothingFits: 'لا شيء يطابق',
  nothingFitsHint: 'اختر نوعًا آخر أو شخصًا آخر.',
  pagesOf: 'القيود',
  shown: (entries) => `${counts.entries(entries)}، الأحدث أولًا.`,
  asCsv: 'بصيغة CSV',
  reason: (why) => <>السبب: {why}</>,
  inTopic: (topic) => <>الموضوع: {topic}</>,
  saysOtherSide: (answer) => <>آخر رد: {answer}</>,

  acts: {
    role: (by, name, from, to) => (
      <>
        {by}: تغيير دور {name} من {roles[from]} إلى {roles[to]}
      </>
    ),
    disabled: (by, name) => (
      <>
        {by}: تعطيل حساب {name}
      </>
    ),
    letIn: (by, name) => (
      <>
        {by}: السماح بدخول {name} من جديد
      </>
    ),
    link: (by, name) => (
      <>
        {by}: إنشاء رابط دخول من أجل {name}
      </>
    ),
    memberAdded: (by, name) => (
      <>
        {by}: إضافة {name} إلى أعضاء موضوع
      </>
    ),
    memberOut: (by, name) => (
      <>
        {by}: إخراج {name} من أعضاء موضوع
      </>
    ),
    name: (by, name) => (
      <>
        {by}: اتخاذ الاسم {name}
      </>
    ),
    password: (by) => <>{by}: تعيين كلمة سر جديدة</>,
    passkeyAdded: (by) => <>{by}: إضافة مفتاح مرور</>,
    passkeyRemoved: (by) => <>{by}: إزالة مفتاح مرور</>,
    invited: (by, whom, role) => (
      <>
        {by}: دعوة {whom ?? 'شخص'} بدور {roles[role]}
      </>
    ),
    takenBack: (by) => <>{by}: سحب دعوة</>,
    joined: (by, role, inviter) => (
      <>
        {by}: انضمام بدور {roles[role]}، بدعوة من {inviter}
      </>
    ),
    setUp: (by, visibility, reviews) => (
      <>
        {by}: ضبط موضوع على «{visibilities[visibility]}»، ويُحسم{' '}
        {reviews === 1 ? 'بمراجعة واحدة' : 'بمراجعتين'}
      </>
    ),
    erasureAsked: (by, of) => (
      <>
        {by}: طلب محو {erased[of]}
      </>
    ),
    erased: (by, of) => (
      <>
        {by}: محو {erased[of]}
      </>
    ),
    erasureDeclined: (by, of) => (
      <>
        {by}: رفض محو {erased[of]}
      </>
    ),
    token: (by, name, scopes, ends) => (
      <>
        {by}: إنشاء رمز الوصول {name} ({scopes.map((scope) => scopeNames[scope]).join('، ')})،
        وينتهي في {ends}
      </>
    ),
    webhookAdded: (by, host) => (
      <>
        {by}: إضافة خطّاف ويب إلى {host}
      </>
    ),
    webhookDisabled: (host) => <>عُطّل خطّاف ويب إلى {host}</>,
  },

  jobs: 'أعمال الخلفية',
  jobsLede: 'ما يفعله هذا الموقع إلى جانب الرد على الطلبات، وأين وصل.',
  webhooks: 'خطّافات الويب',
  webhooksOff: (setting) => <>لا يُرسَل شيء من هنا. يفعّل ذلك الإعداد {setting}.</>,
  webhooksHow:
    'كل بضع ثوانٍ، وكلما سُجّل شيء، يُنظر في المواضيع التي لها خطّافات ويب ويُرسَل ما حان وقته. وما يفشل يُعاد ثماني مرات في نحو يوم.',
  waiting: 'في الانتظار',
  retrying: 'تُعاد محاولته',
  held: 'موقوف لأن خطّافه معطَّل',
  givenUp: 'تُرك',
  delivered: 'سُلّم',
  lastDelivered: 'آخر تسليم',
  lastAttempt: 'آخر محاولة',
  nextAttempt: 'المحاولة التالية',
  unswept: 'مواضيع لم يُنظر فيها بعد',
  allWebhooks: (all, disabled) =>
    `${counts.webhooks(all)}${disabled === 0 ? '' : `، والمعطَّل منها ${number(disabled)}`}`,
  never: 'لم يحدث بعد',
  none: 'لا يوجد',
  undelivered: 'لم يُسلَّم',
  undeliveredCaption: (shown, all) =>
    shown < all ? `لم يُسلَّم، ${number(shown)} من ${number(all)}` : 'لم يُسلَّم',
  event: 'الحدث',
  where: 'الموضوع والعنوان',
  stands: 'الحال',
  doSomething: 'من جديد',
  attemptsGivenUp: (attempts) => `تُرك بعد ${counts.attempts(attempts)}.`,
  attemptsNext: (attempts, next) => (
    <>
      {counts.attempts(attempts)}، والتالية في {next}.
    </>
  ),
  waitsForWebhook: 'خطّافه معطَّل.',
  notTried: 'في الانتظار.',
  tryAgain: (id) => (
    <>
      إعادة المحاولة<span class="visually-hidden"> للتسليم {id}</span>
    </>
  ),
  ofOwner: (owner) => <>صاحبه {owner}</>,
  retried: 'يُرسَل الآن من جديد. أعد تحميل الصفحة لترى ما آل إليه.',

  search: 'البحث',
  searchHow: 'ما يُعثر عليه بكلماته يُكتب مع الشيء الذي يخصه، فلا ينتظر شيء.',
  searchEntries: 'المدخلات',
  searchMissing: 'أشياء في السجل بلا مدخل',
  searchStale: 'مدخلات لا شيء لها في السجل',
  texts: 'نصوص المصادر',
  textsHow: 'يُجلب النص أو يُقرأ فيما ينتظره صاحب الطلب، ويُحفظ مع مصدره. ولا يُجلب شيء من تلقاء نفسه.',
  captured: 'النصوص الملتقطة',
  newestText: 'الأحدث',
  withoutText: 'مصادر بلا نص',
}
