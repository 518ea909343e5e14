import type { Words } from '../english.ts'
import { counts } from './counts.ts'

export const webhooks: Words['webhooks'] = {
  title: 'خطّافات الويب',
  lede: 'ما يحدث في موضوع يُرسَل إلى برنامج لك فور حدوثه: طلب موقَّع واحد لكل مدخل في خلاصته.',
  notices: {
    test: 'الاختبار في طريقه. أعد تحميل الصفحة لترى ما آل إليه.',
    disabled: 'عُطّل خطّاف الويب. لا يُرسَل شيء بعد الآن.',
    enabled: 'فُعّل خطّاف الويب. يُرسَل ما يحدث من الآن فصاعدًا.',
    removed: 'أُزيل خطّاف الويب.',
  },
  undoDisabling: (url) => `تعطيل ${url}`,
  secretOnce: (secret) => <>هذا هو السر الذي تُوقَّع به الطلبات. لا يُعرض إلا هذه المرة: {secret}</>,
  isOff: (setting) => <>لا يُرسَل شيء من هنا. يفعّل ذلك من يدير هذا الموقع بالإعداد {setting}.</>,
  disabled: '(معطَّل)',
  added: (events, added, disabled) => (
    <>
      {events ?? 'كل الأحداث'}. أُضيف في {added}
      {disabled !== undefined && <>، عُطّل في {disabled}</>}.
    </>
  ),
  sendTest: 'إرسال اختبار',
  disable: 'تعطيل',
  enable: 'تفعيل',
  remove: 'إزالة',
  removing: 'لا تراجع عن الإزالة: يذهب السر والقائمة أعلاه. أما التعطيل فيمكن التراجع عنه.',

  events: {
    'claim.recorded': 'تسجيل قول',
    'claim.corrected': 'تصحيح قول',
    'claim.withdrawn': 'سحب قول',
    'claim.put_back': 'إلغاء سحب قول',
    'contradiction.filed': 'قيد تناقض',
    'contradiction.settled': 'البت في تناقض',
    'contradiction.reopened': 'تناقض قيد المراجعة من جديد',
    'contradiction.resolved': 'تناقض منتهٍ',
  },
  test: 'اختبار',

  nothingSent: 'لم يُرسَل شيء بعد.',
  sentLast: (url, id) => `آخر ما أُرسل إلى ${url} (خطّاف الويب ${id})`,
  event: 'الحدث',
  noted: 'سُجّل في',
  outcome: 'النتيجة',
  delivered: (when, attempts) => (
    <>
      سُلّم في {when}
      {attempts > 1 && <>، في المحاولة رقم {attempts}</>}
    </>
  ),
  notDelivered: (why) => <>لم يُسلَّم. {why}</>,
  waiting: 'في الانتظار',
  retrying: (attempts, next, why) => (
    <>
      {counts.attempts(attempts)}، التالية في {next}. {why}
    </>
  ),

  add: 'إضافة خطّاف ويب',
  topic: 'الموضوع',
  chooseTopic: 'اختر موضوعًا',
  address: 'العنوان',
  addressHint: 'يبدأ بـ https://.',
  addressHintAt: (hosts) => `يبدأ بـ https://، عند ${hosts.join('، ')} أو ما تحتها.`,
  onlyEvents: 'هذه الأحداث فقط',
  onlyEventsHint: 'لا تختر شيئًا لتُبلَّغ بها كلها.',
  addTheWebhook: 'إضافة خطّاف الويب',

  howSigned: 'كيف تُوقَّع الطلبات',
  signing: () => (
    <>
      وفق معيار <bdi lang="en">Standard Webhooks</bdi>. قيمة <code>webhook-signature</code> هي{' '}
      <code>v1,</code> ثم <code>HMAC-SHA256</code> بترميز <code>base64</code>، ومفتاحه السر (ما بعد{' '}
      <code>whsec_</code>، بعد فك ترميز <code>base64</code>)، على <code>webhook-id</code> و
      <code>webhook-timestamp</code> والمتن، تفصل بينها نقاط. أجب برمز حالة من 200 إلى 299 في غضون
      10 ثوانٍ. ما عدا ذلك يُعاد إرساله ثماني مرات في نحو يوم؛ والرمز 410 يعطّل خطّاف الويب. تكرار{' '}
      <code>webhook-id</code> نفسه يعني المدخل نفسه.
    </>
  ),
}
