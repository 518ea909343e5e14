import type { Words } from '../english.ts'
import { counts, genitive } from './counts.ts'

export const party: Words['party'] = {
  description: (name, topic) => `ما يقوله ${name} في ${topic}، مسألةً مسألة، مع المصادر.`,
  listTitle: (topic) => `الأطراف: ${topic}`,
  add: 'إضافة طرف',
  addPerson: 'إضافة شخص',
  none: 'لا أطراف بعد',
  howAdded: 'يُضاف الطرف يدويًا، أو يدخل السجل مع أول قول له.',
  listed: (parties) =>
    `${counts.parties(parties)}: المشاركون في النزاع، ثم المراقبون، ثم من ورد ذكره فقط.`,
  inList: { party: '', observer: '، مراقب', mentioned: '، ورد ذكره' },
  claimsOn: (claims, issues) =>
    claims === 0 ? 'لا أقوال' : `${counts.claims(claims)} في ${genitive(counts.issues(issues))}`,
  pages: 'الأطراف',

  kind: 'النوع',
  part: 'الدور في النزاع',
  parts: {
    party: 'طرف في النزاع',
    observer: 'مراقب للنزاع',
    mentioned: 'ورد ذكره، ولا دور له في النزاع',
  },
  iso3166: 'رمز البلد',
  wikidata: 'ويكي بيانات',
  memberOf: 'عضو في',
  members: 'الأعضاء',
  speaksThrough: 'يتحدث باسمه',
  aliases: 'أسماء أخرى',
  otherNames: 'بلغات أخرى',

  edit: 'تعديل',
  nothingSaid: 'لم يُسجَّل شيء مما قاله هذا الطرف.',
  onRecord: ([on, of], claims, contradictions) =>
    `في السجل في ${on} من أصل ${genitive(counts.issues(of))}، ${counts.claims(claims)}؛ ${counts.contradictions(contradictions)}.`,
  compareWith: 'المقارنة مع',
  compare: 'مقارنة',
  compareWithAll: 'المقارنة مع الجميع',
  addClaim: 'إضافة قول',
  holds: 'ما يتمسك به',
  holdsAsOf: (day) => `حتى تاريخ ${day}: ما لم يحلّ محله شيء قيل لاحقًا.`,
  compareOn: (question) => (
    <>
      مقارنة<span class="visually-hidden"> في: {question}</span>
    </>
  ),
  mixed: 'رسائل متضاربة: بعض هذه الأقوال يتعارض مع بعض',
  changed: 'تغييرات المواقف',
  opposed: 'الأكثر تعارضًا معه',
  close: 'الأكثر اتفاقًا معه',
  contradictions: 'التناقضات',
  allContradictions: (n) => `عرض الكل: ${counts.contradictions(n)}`,
  silentOn: 'ما صمت عنه',
  claims: 'الأقوال',
  noClaims: 'لا أقوال بعد',
  addFirst: 'إضافة أول قول',
  newestFirst: (claims) => `${counts.claims(claims)}، الأحدث أولًا`,
  pagesOfClaims: 'الأقوال',

  roles: (n) => (n === 1 ? 'الصفة' : 'الصفات'),
  noRoles: 'لا صفة في السجل',
  said: 'ما قاله',
  nothingSaidByPerson: 'لم يُسجَّل شيء مما قاله هذا الشخص.',
}
