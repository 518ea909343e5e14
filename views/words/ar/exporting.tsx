import type { Words } from '../english.ts'
import { counts } from './counts.ts'

export const exporting: Words['exporting'] = {
  title: (topic) => `تصدير: ${topic}`,
  heading: (topic) => <>تصدير: {topic}</>,
  compare: 'المقارنة',
  link: 'تصدير',
  whatIsShown: ' ما هو معروض',
  holds: (issues, parties, claims) =>
    `يضم كل ملف ما تعرضه المقارنة بهذا الاختيار: ${counts.issues(issues)}، ${counts.parties(parties)}، ${counts.claims(claims)}، مع الاقتباسات والمتحدثين والتواريخ والمصادر.`,
  formats: {
    docx: 'جدول وحاشية لكل قول',
    md: 'جدول وحواشٍ',
    html: 'مستند واحد بلا تنسيق، للصقه في مكان آخر',
    csv: 'صف لكل قول؛ والنص الذي قد ينفّذه برنامج الجداول يُسبق بفاصلة عليا',
    jsonld: 'للبرامج، بمفردات schema.org',
  },
  back: 'العودة إلى المقارنة',
  included: 'ما تضمه الملفات',
  noIssue: 'لا تظهر أي مسألة بهذا الاختيار؛ والملفات تقول ذلك.',
  comesTo: (summary, claims) => `${summary}؛ ${counts.claims(claims)}`,

  issue: 'المسألة',
  baseline: ' (طرف المقارنة)',
  claimsAndSources: 'الأقوال والمصادر',
  changed: (when, was, then) => `تغيّر في ${when}: قبل ذلك، ${was} (${then})`,
  mixed: 'رسائل متضاربة: كلا التصريحين قائم',
  comma: '، ',
  semicolon: '؛ ',
  condition: (what) => `بشرط: ${what}`,
  scope: (what) => `النطاق: ${what}`,
  hedged: (what) => `التحفّظ: ${what}`,
  quoted: (text) => `«${text}»`,
  noQuotation: 'خلاصة من السجل، ولا اقتباس محفوظ: ',
  sourcesWords: 'بكلام المصدر: ',
  state: (day, recorded) => `حتى ${day}، كما كان السجل في ${recorded}.`,
  translation: (by) => (by === undefined ? 'ترجمة: ' : `ترجمة ${by}: `),
  source: 'المصدر: ',
  archived: (address) => `نسخة مؤرشفة ${address}`,
}
