import type { Words } from '../english.ts'
import { isolateDates } from '../isolate-dates.ts'

export const whoForm: Words['whoForm'] = {
  add: { party: 'إضافة طرف', person: 'إضافة شخص' },
  edit: { party: 'تعديل الطرف', person: 'تعديل الشخص' },
  saveByEnter: 'حفظ',
  save: { party: 'حفظ الطرف', person: 'حفظ الشخص' },

  duplicate: { party: 'هذا الطرف في السجل من قبل', person: 'هذا الشخص في السجل من قبل' },
  sameName: 'يوجد من يحمل هذا الاسم، فلم يُحفظ شيء.',
  see: { party: 'عرض الطرف', person: 'عرض الشخص' },

  name: 'الاسم',
  kind: 'النوع',
  kindHint: 'دولة، حكومة، جماعة مسلحة، شركة، صحيفة.',
  aliases: 'أسماء أخرى',
  aliasesHint: 'اسم واحد في كل سطر.',
  wikidata: 'ويكي بيانات',
  wikidataHint: 'الحرف Q وأرقام، مثل Q159. به يُعرف أنه المقصود نفسه في موضوع آخر.',
  part: 'الدور في النزاع',
  parts: {
    party: { label: 'طرف في النزاع' },
    observer: { label: 'مراقب', hint: 'صحيفة أو جهة رصد أو محكمة.' },
    mentioned: { label: 'ورد ذكره فقط', hint: 'لا يدخل في المقارنات إلا عند الطلب.' },
  },
  iso3166: 'رمز البلد',
  iso3166Hint: () => (
    <>
      للدول: حرفان لاتينيان، مثل <code>US</code>.
    </>
  ),

  names: 'الأسماء بلغات أخرى',
  addName: 'إضافة اسم',
  language: 'اللغة',
  languageHint: () => (
    <>
      مثل <code>ar</code> أو <code>ru</code> أو <code>zh-Hant</code>.
    </>
  ),
  nameInIt: 'الاسم بهذه اللغة',
  members: 'عضو في',
  addMembership: 'إضافة عضوية',
  coalition: 'الائتلاف',
  roles: 'الصفات',
  addRole: 'إضافة صفة',
  speaksFor: 'يتحدث باسم',
  role: 'الصفة',
  chooseParty: 'اختر طرفًا',
  from: 'من',
  fromHint: isolateDates('2013-02-01 أو 2013-02 أو 2013.'),
  to: 'إلى',
  toHint: 'يُترك فارغًا ما دام مستمرًا.',
  numbered: (what, n) => `${what}: ${n}`,
  takes: (most) => `تتسع هذه الاستمارة لعدد أقصاه ${most}.`,

  fields: {
    name: 'الاسم',
    kind: 'النوع',
    part: 'الدور في النزاع',
    aliases: 'أسماء أخرى',
    iso3166: 'رمز البلد',
    wikidata: 'ويكي بيانات',
    names: 'الأسماء بلغات أخرى',
    members: 'العضويات',
    roles: 'الصفات',
  },
  rows: { in: 'الاسم بلغة أخرى', of: 'العضوية', role: 'الصفة' },
  rowFields: {
    language: 'اللغة',
    name: 'الاسم',
    party: 'الطرف',
    title: 'التسمية',
    from: 'من',
    to: 'إلى',
  },
  rowField: (row, n, field) => `${row} ${n}، ${field}`,
  partCodes: { party: 'طرف', observer: 'مراقب', mentioned: 'ورد ذكره' },
}
