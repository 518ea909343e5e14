import type { Words } from '../english.ts'
import { counts } from './counts.ts'
import { roles } from './roles.ts'

export const people: Words['people'] = {
  title: 'الأشخاص',
  roleMeanings: {
    reader: 'يرى القراء مواضيع الفريق إضافة إلى المواضيع العامة.',
    contributor: 'يسجّل المساهمون المصادر والأقوال، ويصححون ما سجّلوه.',
    reviewer: 'يحكم المراجعون أيضًا في التناقضات، إلا في ما سجّلوه بأنفسهم.',
    editor:
      'يصحح المحرِّرون أيضًا ما سجّله غيرهم، ويفصلون في ما اختلف فيه المراجعون، ويقررون من يرى الموضوع، ويرسلون أخباره إلى خطّافات الويب، ويدعون أشخاصًا.',
    owner: 'يمنح المالكون أيضًا الأدوار، ويعطّلون الحسابات، ويرون كل موضوع.',
  },
  roleNames: roles,

  lede: (accounts) => `${counts.accounts(accounts)}. القراء لا يحتاجون إلى حساب.`,
  erasures: 'طلبات المحو',
  disabling: (name) => `تعطيل حساب ${name}`,
  disabled: (name) => (
    <>
      لم يعد مسموحًا بتسجيل الدخول من حساب {name}. انتهت جلساته ورموز وصوله، وتبقى منتهية وإن جرى
      التراجع عن هذا.
    </>
  ),
  accounts: 'الحسابات',
  name: 'الاسم',
  role: 'الدور',
  recorded: 'ما سجّله',
  reviewed: 'ما راجعه',
  lastSeen: 'آخر ظهور',
  roleOf: (role, isDisabled) => (isDisabled ? `${roles[role]}، معطَّل` : roles[role]),
  notSignedIn: 'لم يسجّل الدخول',

  invite: 'دعوة شخص',
  inviteLede:
    'تحصل على رابط تسلّمه بنفسك، ولا يُرسَل شيء بالبريد. ومن يفتحه يختار اسمًا وعنوانًا وكلمة مرور.',
  forWhom: 'لمن',
  forWhomHint: 'لا يظهر إلا هنا، لتعرف صاحب كل رابط.',
  makeInvitation: 'إنشاء دعوة',
  passOn: {
    invitation: 'سلّم هذا الرابط لصاحبه. يعمل مرة واحدة خلال 7 أيام، ولا يُعرض إلا هذه المرة:',
    signIn: 'سلّم هذا الرابط لصاحبه. يعمل مرة واحدة خلال 30 دقيقة، ولا يُعرض إلا هذه المرة:',
  },
  invitations: 'دعوات في الانتظار',
  withoutName: 'بلا اسم',
  invitedAs: (whom, role) => (
    <>
      {whom}، بدور {roles[role]}
    </>
  ),
  invitedBy: (inviter, until) => (
    <>
      من {inviter}، حتى {until}
    </>
  ),
  takeBack: 'سحب الدعوة',
  takingBack: 'الدعوة المسحوبة لا تُستعاد. أنشئ دعوة جديدة.',

  log: 'ما جرى على الحسابات',
  logged: (who, what, why) => (
    <>
      {who}: {what}
      {why !== undefined && <>، والسبب: {why}</>}
    </>
  ),

  signsInAs: (role) => `يسجّل الدخول بدور ${roles[role]}.`,
  cannotSignIn: 'معطَّل: لا يستطيع تسجيل الدخول.',
  wayBack: 'طريق للعودة',
  wayBackLede: 'لمن فقد كلمة مروره: رابط يسجّل دخوله مرة واحدة.',
  makeLink: 'إنشاء رابط دخول',
  signingIn: 'تسجيل الدخول',
  access: {
    enabled: { label: 'مسموح به' },
    disabled: {
      label: 'غير مسموح به',
      hint: 'تنتهي الجلسات ورموز الوصول فورًا. وما سُجّل ورُوجع يبقى بالاسم نفسه.',
    },
  },
  reason: 'السبب',
  reasonHint: 'يُحفظ في السجل ويراه الجميع في صفحة الإشراف. لا تذكر فيه أحدًا بالاسم.',
  save: 'حفظ',
  back: 'العودة إلى الأشخاص',
}
