import { ROLES } from '#server/domain/access.ts'
import { DISMISSAL_REASONS, VERDICTS } from '#server/domain/reviews.ts'
import { codes } from './codes.ts'
import { roles } from './roles.ts'

/** What is said of parties and people, of accounts and roles, and what the log of each says. */

/** A sentence for each of several words: a name could be any of them, so no hole stands for one. */
const forEach = <Word extends string>(
  words: readonly Word[],
  say: (word: Word) => readonly (readonly [string, string])[],
): Readonly<Record<string, string>> => Object.fromEntries(words.flatMap(say))

const ofRoles = forEach(ROLES, (role) => [
  [`invited somebody as ${role}`, `دعوة شخص بدور «${roles[role]}»`],
  [`invited “{}” as ${role}`, `دعوة «{}» بدور «${roles[role]}»`],
  [`joined as ${role}, invited by {}`, `الانضمام بدور «${roles[role]}» بدعوة من {}`],
  ...ROLES.flatMap((other) => [
    [
      `made {} ${role} (was ${other})`,
      `منح {} دور «${roles[role]}» بدلًا من «${roles[other]}»`,
    ] as const,
    [
      `It needs the role “${role}”; yours is “${other}”.`,
      `يلزم لهذا دور «${roles[role]}»؛ ودورك «${roles[other]}».`,
    ] as const,
  ]),
])

const ofReviews = forEach(VERDICTS, (verdict) => [
  [`Review: ${verdict}.`, `مراجعة: ${codes.verdicts[verdict]}.`],
  [`Review taken back: ${verdict}.`, `سُحبت المراجعة: ${codes.verdicts[verdict]}.`],
  ...DISMISSAL_REASONS.map(
    (reason) =>
      [
        `Review: ${verdict} (${reason}).`,
        `مراجعة: ${codes.verdicts[verdict]} (${codes.dismissals[reason]}).`,
      ] as const,
  ),
])

const ofTopics = forEach(['public', 'team', 'private'] as const, (visibility) => [
  [
    `set the topic {} to ${visibility}, settled by one review`,
    `ضبط الموضوع {}: «${codes.visibilities[visibility]}»، وتحسم التناقضَ مراجعة واحدة`,
  ],
  [
    `set the topic {} to ${visibility}, settled by two reviews`,
    `ضبط الموضوع {}: «${codes.visibilities[visibility]}»، وتحسم التناقضَ مراجعتان`,
  ],
])

export const peopleMessages: Readonly<Record<string, string>> = {
  'Enter what it is: state, armed group, company, newspaper.':
    'اكتب ما هو: دولة أو جماعة مسلحة أو شركة أو صحيفة.',
  'Choose its part in the dispute.': 'اختر دوره في النزاع.',
  'One of these names is longer than 300 characters.': 'أحد هذه الأسماء أطول من 300 حرف.',
  'Enter the language, such as ar or ru.': 'اكتب رمز اللغة، مثل ar أو ru.',
  'There is a name in this language above.': 'يوجد أعلاه اسم بهذه اللغة.',
  'Enter the name in this language.': 'اكتب الاسم بهذه اللغة.',
  'It ends before it begins.': 'ينتهي قبل أن يبدأ.',
  'Choose what it belongs to.': 'اختر ما ينتمي إليه.',
  'A party cannot belong to itself.': 'لا ينتمي الطرف إلى نفسه.',
  'Choose the party that the role is for.': 'اختر الطرف الذي تخصه الصفة.',
  'Enter the role, such as Secretary of State.': 'اكتب الصفة، مثل وزير الخارجية.',
  'A Wikidata id is Q and digits, such as Q159.': 'معرّف ويكي بيانات هو الحرف Q وأرقام، مثل Q159.',
  'An ISO 3166 code is two capital letters, such as US.':
    'رمز البلد (ISO 3166) حرفان لاتينيان كبيران، مثل US.',
  'There are more than {} here.': 'يوجد هنا أكثر من {}.',
  'The party was added.': 'أُضيف الطرف.',
  'The party was changed.': 'عُدّل الطرف.',
  'changing this party': 'تعديل هذا الطرف',
  'The person was added.': 'أُضيف الشخص.',
  'The person was changed.': 'عُدّل الشخص.',

  'the scope “read”': 'الصلاحية «قراءة»',
  'the scope “record”': 'الصلاحية «تسجيل»',
  'the scope “review”': 'الصلاحية «مراجعة»',
  'set a new password': 'تعيين كلمة مرور جديدة',
  'added a passkey': 'إضافة مفتاح مرور',
  'removed a passkey': 'إزالة مفتاح مرور',
  'took the name {}': 'اتخاذ الاسم {}',
  'took an invitation back': 'سحب دعوة',
  'made a sign-in link for {}': 'إنشاء رابط دخول لصاحب الحساب {}',
  'disabled the account of {}': 'تعطيل حساب {}',
  'let {} in again': 'تفعيل حساب {} من جديد',
  'made {} a member of a topic': 'ضمّ {} إلى أعضاء موضوع',
  'took {} out of a topic': 'إخراج {} من أعضاء موضوع',
  ...ofRoles,
  ...ofTopics,

  'As many reviews agree as the topic asks for now.':
    'بلغ عدد المراجعات المتفقة ما يطلبه الموضوع الآن.',
  ...ofReviews,

  'It was not sent: it no longer holds, may not be told to you any more, or cannot be sent.':
    'لم يُرسَل: لم يعد صحيحًا، أو لم يعد يجوز إبلاغك به، أو تعذّر إرساله.',
  'It was not sent while the webhook was disabled.': 'لم يُرسَل لأن خطّاف الويب كان معطَّلًا.',
  'The program ended before an answer came.': 'توقف البرنامج قبل وصول الإجابة.',
  '{} did not answer within {} seconds.': 'لم يجب {} خلال المهلة (بالثواني: {}).',
  'Redirects are not followed.': 'لا تُتَّبع التحويلات.',
}
