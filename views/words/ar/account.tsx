import type { CameBy } from '#server/domain/access.ts'
import type { Words } from '../english.ts'
import { roles } from './roles.ts'

const cameBy: Readonly<Record<CameBy, string>> = {
  link: 'برابط دخول',
  invitation: 'بدعوة',
  password: 'بكلمة مرور',
  passkey: 'بمفتاح مرور',
}

export const account: Words['account'] = {
  signIn: 'تسجيل الدخول',
  signInLede: 'القراءة لا تحتاج إلى حساب. التسجيل والمراجعة يحتاجان إليه.',
  signInWithPasskey: 'تسجيل الدخول بمفتاح مرور',

  makeAccount: 'أنشئ حسابك',
  invited: (inviter, role, meaning) => (
    <>
      وصلتك دعوة من {inviter} إلى Gainsay بدور {roles[role]}. {meaning}
    </>
  ),
  joinEmailHint: 'به تسجّل الدخول. لا يراه إلا مالكو هذا الموقع، ولا يُرسَل إليه شيء.',
  makeTheAccount: 'إنشاء الحساب',

  email: 'عنوان البريد الإلكتروني',
  name: 'الاسم',
  nameHint: 'به تُوقَّع مراجعاتك وما تسجّله، ويراه القراء.',
  password: 'كلمة المرور',
  newPassword: 'كلمة مرور جديدة',
  newPasswordHint: (least, after) =>
    `لا تقل عن ${least} من المحارف، من أي نوع. أربع كلمات أو خمس لا رابط بينها جيدة وسهلة الحفظ. ${after}`,

  confirm: 'أكّد أنك أنت',
  confirmLede: {
    password:
      'سجّلت الدخول منذ مدة. الخطوة التالية قد تضع حسابًا في يد شخص آخر، فأدخل كلمة المرور مرة أخرى. ما كتبته محفوظ. ستُسأل من جديد بعد 15 دقيقة.',
    passkey:
      'سجّلت الدخول منذ مدة. الخطوة التالية قد تضع حسابًا في يد شخص آخر، فاستعمل مفتاح المرور مرة أخرى. ما كتبته محفوظ. ستُسأل من جديد بعد 15 دقيقة.',
    either:
      'سجّلت الدخول منذ مدة. الخطوة التالية قد تضع حسابًا في يد شخص آخر، فأدخل كلمة المرور أو استعمل مفتاح مرور مرة أخرى. ما كتبته محفوظ. ستُسأل من جديد بعد 15 دقيقة.',
  },
  yourPassword: 'كلمة المرور',
  confirmAndGoOn: 'التأكيد والمتابعة',
  confirmWithPasskey: 'التأكيد بمفتاح مرور',
  confirmByLink: 'تسجيل الدخول من جديد، برابط من أحد المالكين، تأكيد أيضًا.',
  passkeyNeeds: 'استعمال مفتاح المرور يحتاج إلى متصفح يوفّر مفاتيح المرور وجافاسكربت مفعَّلة فيه.',

  passkeyObstacles: {
    https: 'لا توفّر المتصفحات مفاتيح المرور إلا عبر اتصال مؤمَّن، وهذا الموقع مفتوح بدونه.',
    name: 'توفّر المتصفحات مفاتيح المرور للمواقع ذات الأسماء، وهذا العنوان رقم.',
  },
  passkeyInstead: (address) => <>على هذا الجهاز اسم متاح: {address}.</>,

  title: 'حسابك',
  yourRole: (role, meaning) => (
    <>
      دورك: {roles[role]}. {meaning}
    </>
  ),
  byLinksSoFar: (toProfile) => (
    <>
      دخولك حتى الآن بالروابط. لتسجيل الدخول بدونها، {toProfile('أدخل عنوانًا مع اسمك')} وكلمة مرور
      أدناه، أو أضف مفتاح مرور.
    </>
  ),
  notices: {
    profile: 'حُفظ اسمك وعنوانك.',
    password: 'حُفظت كلمة المرور. انتهت كل جلسة أخرى.',
    passkey: 'حُفظ مفتاح المرور.',
    'passkey-removed': 'أُزيل مفتاح المرور. الجلسات التي بدأت به تستمر حتى تُنهى أدناه.',
    session: 'انتهت الجلسة.',
    token: 'انتهى رمز الوصول.',
  },
  profile: 'الاسم والعنوان',
  emailHint: 'به تسجّل الدخول. لا يراه القراء أبدًا.',
  saveProfile: 'حفظ الاسم والعنوان',
  passwordInUse: 'كلمة المرور الحالية',
  otherSessionsEnd: 'تنتهي كل جلسة أخرى لك.',
  changePassword: 'تغيير كلمة المرور',
  setPassword: 'تعيين كلمة مرور',

  sessions: 'أين سجّلت الدخول',
  thisSession: '(هذه الجلسة)',
  signedIn: (how, since, last) => (
    <>
      تسجيل الدخول {cameBy[how]} في {since}، آخر استعمال {last}
    </>
  ),
  endSession: 'إنهاء هذه الجلسة',
  endOthers: 'إنهاء كل الجلسات الأخرى',
  endingSessions: 'لا تراجع عن إنهاء جلسة. سجّل الدخول هناك من جديد.',
  unnamedBrowser: 'متصفح لم يذكر اسمه',
  browserOn: (browser, system) => `${browser} على ${system}`,

  passkeys: 'مفاتيح المرور',
  passkeysLede:
    'مفتاح المرور يسجّل دخولك بما تفتح به هاتفك أو حاسوبك أو مفتاح أمان، ولا يعمل إلا في هذا الموقع.',
  removingPasskeys: 'لا تراجع عن إزالة مفتاح مرور. أضفه من جديد.',
  added: (when, used) => (
    <>
      أُضيف في {when}، {used}
    </>
  ),
  neverUsed: 'لم يُستعمل قط',
  lastUsed: (when) => <>آخر استعمال {when}</>,
  removePasskey: (name) => (
    <>
      إزالة
      <span class="visually-hidden"> مفتاح المرور {name}</span>
    </>
  ),
  addPasskey: 'إضافة مفتاح مرور',
  passkeyName: 'اسم مفتاح المرور',
  passkeyNameHint: 'لك أنت، لتميّزه من غيره: «الهاتف»، أو «مفتاح الأمان الأزرق».',
  addingPasskeyNeeds: 'إضافة مفتاح تحتاج إلى متصفح يوفّر مفاتيح المرور وجافاسكربت مفعَّلة فيه.',

  tokens: 'رموز وصول للبرامج',
  tokensLede: (header) => (
    <>
      البرنامج الذي يرسل {header} ومعه رمز وصول يعمل باسمك، في حدود ما تختاره هنا وما يسمح به دورك
      حينها.
    </>
  ),
  tokenOnce: (token) => <>هذا رمز الوصول. لا يُعرض إلا هذه المرة: {token}</>,
  endingTokens: 'لا تراجع عن إنهاء رمز وصول. أنشئ رمزًا جديدًا.',
  scopeNames: { read: 'قراءة', record: 'تسجيل', review: 'مراجعة' },
  tokenEnded: '(منتهٍ)',
  tokenTimes: (made, ends, used) => (
    <>
      أُنشئ في {made}، ينتهي في {ends}، {used}
    </>
  ),
  removeToken: (name) => (
    <>
      إزالة<span class="visually-hidden"> {name}</span>
    </>
  ),
  endToken: (name) => (
    <>
      إنهاء<span class="visually-hidden"> {name}</span>
    </>
  ),
  tokenName: 'الغرض منه',
  tokenScopes: 'ما يُسمح له به',
  scopes: {
    read: 'قراءة ما يُسمح لك بقراءته، ومنه المواضيع الخاصة',
    record: 'تسجيل الأقوال والمصادر وتغييرها',
    review: 'مراجعة التناقضات',
  },
  tokenDays: 'ينتهي بعد',
  makeToken: 'إنشاء رمز وصول',
}
