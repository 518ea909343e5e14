import { erasure } from './erasure.tsx'

/** What web servers call their own answers (RFC 9110, RFC 6585, RFC 7725). */
const answers: Readonly<Record<string, string>> = {
  'Bad Request': 'طلب غير سليم',
  Unauthorized: 'يلزم تسجيل الدخول',
  'Payment Required': 'يلزم الدفع',
  Forbidden: 'ممنوع',
  'Not Found': 'غير موجود',
  'Method Not Allowed': 'طريقة غير مسموح بها',
  'Not Acceptable': 'لا صيغة مناسبة',
  'Request Timeout': 'انتهت مهلة الطلب',
  Gone: 'لم يعد موجودًا',
  'Too Many Requests': 'طلبات كثيرة',
  'Unavailable For Legal Reasons': 'غير متاح لأسباب قانونية',
  'Internal Server Error': 'خطأ في الخادم',
  'Bad Gateway': 'بوابة معطوبة',
  'Service Unavailable': 'الخدمة غير متاحة',
  'Gateway Timeout': 'انتهت مهلة البوابة',
}

/** What keeps a text from coming in. Wide: whatever begins or ends more narrowly stands before these. */
export const sourceMessages: Readonly<Record<string, string>> = {
  ...answers,
  ...erasure.reasons,
  'The text {} of the source “{}” is not brought back. {} Take the text away, or give another that may be kept.':
    'النص {} من المصدر «{}» لا يُعاد. {} احذف النص، أو اكتب نصًا آخر يجوز حفظه.',
  '{} Open it in your browser and paste its text.': '{} افتحه في متصفحك وألصق نصه.',
}
