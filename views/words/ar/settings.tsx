import type { Words } from '../english.ts'
import { counts, number } from './counts.ts'

export const settings: Words['settings'] = {
  navigation: 'الإعدادات',
  pages: {
    account: 'الحساب',
    profile: 'الاسم واللغة',
    appearance: 'المظهر',
    keyboard: 'لوحة المفاتيح',
    notifications: 'الإشعارات',
    tokens: 'رموز الوصول',
    webhooks: 'خطّافات الويب',
  },
  saved: 'حُفظ في هذا المتصفح.',
  keptInBrowser: 'تُحفظ هذه الاختيارات في ملفات تعريف الارتباط لهذا المتصفح، سجّلت الدخول أم لا.',

  profile: 'الاسم واللغة',
  profileLede: 'الاسم الذي تُعرف به هنا، واللغة التي يخاطبك بها Gainsay.',
  nameAndAddress: 'الاسم والعنوان',
  language: 'اللغة',
  languageHint: 'لغة العناوين والتسميات والشروح. أما ما قاله الناس فيبقى بالكلمات التي قالوه بها.',
  saveLanguage: 'حفظ اللغة',

  appearance: 'المظهر',
  colours: 'الألوان',
  themes: {
    system: 'بحسب الجهاز',
    light: 'فاتح',
    dark: 'داكن',
    contrast: 'تباين عالٍ',
  },
  contrastHint: 'فاتح أو داكن بحسب الجهاز، بأسود على أبيض أو أبيض على أسود.',
  saveColours: 'حفظ الألوان',

  keyboard: 'لوحة المفاتيح',
  keyboardLede: 'يمكن فعل كل شيء بمفاتيح الجدولة والإدخال والمسافة. وثمة مفاتيح أخرى أسرع.',
  singleKeys: 'مفاتيح تُضغط وحدها',
  singleKeysHint:
    'حروف وأرقام وعلامات تفعل شيئًا بمفردها، مثل ? للمساعدة. عطّلها حيث يكتب الكلام أو مفتاح تحويل حروفًا لم يُقصد بها أمر.',
  keysOn: 'مفعَّلة',
  keysOff: 'معطَّلة',
  saveKeys: 'حفظ المفاتيح',
  allKeys: 'الاطلاع على كل مفاتيح الصفحات',

  notifications: 'الإشعارات',
  notificationsLede: 'ما يخبرك بالتغييرات، وأين. لا يُرسَل شيء بالبريد الإلكتروني.',
  inbox: 'الوارد',
  unread: (unread, inbox) => (
    <>
      {unread === 0 ? 'لا جديد' : `الجديد: ${number(unread)}`}. {inbox('الاطلاع على الوارد')}
    </>
  ),
  howToFollow:
    'في أسفل كل موضوع وطرف ومسألة وتناقض زر لمتابعته. ويُذكر في الوارد بعد ذلك ما يجري له.',
  feeds: 'الخلاصات',
  feedsLede:
    'يُخبَر قارئ الخلاصات بما يجري لموضوع عام أو طرف أو مسألة أو تناقض بلا حساب. عناوين الخلاصات في أسفل صفحة كل منها.',
  webhooks: 'خطّافات الويب',
  yourWebhooks: (all, off) =>
    `${counts.webhooks(all)}${off === 0 ? '' : `، والمعطَّل منها ${number(off)}`}.`,
  changeWebhooks: 'تغيير خطّافات الويب',
  webhookTo: (topic, host) => (
    <>
      {topic}، إلى {host}
    </>
  ),
}
