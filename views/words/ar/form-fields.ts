import type { FormWords } from '#server/domain/form-fields.ts'
import { codes } from './codes.ts'

const labels: Readonly<Record<string, string>> = {
  aliases: 'أسماء أخرى',
  archiveUrl: 'النسخة المؤرشفة',
  at: 'الوقت',
  authors: 'المؤلفون',
  by: 'القائم به',
  capture: 'النص الملتقط',
  capturedAt: 'تاريخ الالتقاط',
  citations: 'الاستشهادات',
  claim: 'القول',
  credibility: 'الموثوقية',
  description: 'الوصف',
  earlierCaptures: 'النصوص الملتقطة السابقة',
  end: 'النهاية',
  entails: 'يستلزم',
  erased: 'المحو',
  excerptsOnly: 'مقتطفات فقط',
  excludes: 'الاستبعادات',
  exclusive: 'متنافية',
  from: 'من',
  grade: 'الدرجة',
  iso3166: 'رمز البلد',
  issue: 'المسألة',
  kind: 'النوع',
  label: 'التسمية',
  labels: 'الأسماء التي تستخدمها الأطراف',
  language: 'اللغة',
  locator: 'الموضع',
  memberOf: 'عضو في',
  name: 'الاسم',
  nature: 'الطبيعة',
  note: 'ملاحظة',
  observers: 'المراقبون',
  on: 'تاريخ البحث',
  pair: 'الزوج',
  parties: 'الأطراف',
  party: 'الطرف',
  person: 'الشخص',
  positions: 'المواقف',
  prefix: 'ما قبله',
  published: 'تاريخ النشر',
  publisher: 'الناشر',
  question: 'السؤال',
  quote: 'الاقتباس',
  reason: 'السبب',
  result: 'النتيجة',
  reviewsToSettle: 'عدد المراجعات اللازمة للحسم',
  roles: 'الصفات',
  said: 'قيل في',
  sha256: 'بصمة SHA-256',
  source: 'المصدر',
  start: 'البداية',
  statement: 'النص',
  suffix: 'ما بعده',
  summary: 'الملخص',
  title: 'العنوان',
  to: 'إلى',
  translation: 'الترجمة',
  translator: 'المترجم',
  unit: 'الوحدة',
  url: 'العنوان الإلكتروني',
  visibility: 'من يرى الموضوع',
  why: 'الشرح',
  wikidata: 'ويكي بيانات',
  withdrawn: 'السحب',
}

/** Words of the record, by the field that holds them. */
const coded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nature: codes.natures,
  visibility: codes.visibilities,
  result: codes.searchResults,
}

export const formFields: FormWords = {
  labelOf: (key, within) =>
    within === 'roles' && key === 'title' ? 'الصفة' : (labels[key] ?? key),
  yes: 'نعم',
  no: 'لا',
  codeOf: (key, code, within) => {
    if (key !== 'kind') return coded[key]?.[code] ?? code
    const kinds: Readonly<Record<string, string>> =
      within === 'issue' ? codes.issueKinds : within === 'excludes' ? codes.relationKinds : {}
    return kinds[code] ?? code
  },
}
