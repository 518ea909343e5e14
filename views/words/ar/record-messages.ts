import type { Words } from '../english.ts'
import { roles } from './roles.ts'
import { counts, genitive } from './counts.ts'

/** What counts by itself, of the text of a number as the domain writes it. */
const counted = (noun: (n: number) => string) => (text: string) =>
  noun(Number(text.replaceAll(',', '')))

/** A role by the word for it. */
const roleIn = (word: string): string =>
  Object.entries(roles).find(([role]) => role === word)?.[1] ?? word

const seconds = counted((n) => genitive(counts.seconds(n)))

/** What is in the way of restoring a version. */
const obstacles: Words['messages'] = {
  person: 'الشخص',
  source: 'المصدر',
  claim: 'القول',
  'There is no position “{}” on “{}”.': 'لا موقف «{}» في المسألة «{}».',
  'The position “{}” was merged into “{}”. Give that one.':
    'دُمج الموقف «{}» في «{}». اذكر هذا الأخير.',
  '“{}” is later than {}, when a source that reports it was published.':
    '«{}» بعد {}، وهو تاريخ نشر مصدر ينقله.',
  'These words are not in the captured text of “{}”: “{}”.':
    'ليس هذا الكلام في النص الملتقط من «{}»: «{}».',
}

/** What keeps a document from being fetched and read. */
const documents: Words['messages'] = {
  'Documents are not fetched from {} here, only from {}. {}':
    'لا تُجلب هنا مستندات من {}، بل من {} فقط. {}',
  'This address did not answer in full within {n} seconds. {}': (n = '', rest) =>
    `لم يكتمل جواب هذا العنوان خلال ${seconds(n)}. ${rest}`,
  'This address is redirected more than {} times. {}':
    'يُحال هذا العنوان أكثر من المسموح (عدد الإحالات: {}). {}',
  '{} broke off before the end of the document. {}': 'انقطع {} قبل نهاية المستند. {}',
  '{} redirects from https to http, where anybody on the way can change the text. {}':
    'يحيل {} من https إلى http، حيث يستطيع أي أحد في الطريق أن يغيّر النص. {}',
  '{} sent {}; read are web pages, plain text, PDF, Word (.docx) and subtitles. {}':
    'أرسل {}: {}؛ وما يُقرأ هو صفحات الويب والنص العادي وPDF وWord (.docx) والترجمات المرئية. {}',
  'an unknown type': 'نوع غير معروف',
  'This document is larger than {} MB. {}': 'هذا المستند أكبر من {} ميغابايت. {}',
  'What {} sent is damaged. {}': 'ما أرسله {} تالف. {}',
  '{} packed this document in a way that is not read here ({}). {}':
    'ضغط {} هذا المستند بطريقة لا تُقرأ هنا ({}). {}',
  '{} answered {n} ({}). {}': 'أجاب {} بالرمز {n} ({}). {}',
  '{} answered {n} ({}).': 'أجاب {} بالرمز {n} ({}).',
  '{} answered {n}. {}': 'أجاب {} بالرمز {n}. {}',
  '{} answered {n}.': 'أجاب {} بالرمز {n}.',
}

/** What is wrong with what was asked for. */
const asked: Words['messages'] = {
  'A day means its end, and {} is not over (UTC). {}':
    'اليوم يعني نهايته، و{} لم ينتهِ بعد (UTC). {}',
  'Too big: expected string to have <={n} characters': 'أطول من المسموح؛ أقصى عدد للأحرف {n}',
  'Too big: expected number to be <={n}': 'أكبر من المسموح؛ الأقصى {n}',
  'Too small: expected number to be >={n}': 'أصغر من المسموح؛ الأدنى {n}',
  '“{}” is no instant. {}': '«{}» ليس لحظة. {}',
  '{} The files hold today.': '{} وتضم الملفات ما هو قائم اليوم.',
  'Give docx, md, html, csv or jsonld.': 'اختر docx أو md أو html أو csv أو jsonld.',
  'No party of this topic has the short name {} and {n} more.':
    'لا طرف في هذا الموضوع باسم مختصر {} وغيرها ({n}).',
  'Try again in 1 second.': 'حاول من جديد بعد ثانية واحدة.',
  'Try again in {n} seconds.': (n = '') => `حاول من جديد بعد ${seconds(n)}.`,
  'These words are not in the captured text of “{}”. Check the wording, or leave the quotation out.':
    'ليس هذا الكلام في النص الملتقط من «{}». تحقق من الصياغة، أو احذف الاقتباس.',
  'These words are not in the captured text of “{}”. Check the wording, or mark the claim as a paraphrase without a quotation.':
    'ليس هذا الكلام في النص الملتقط من «{}». تحقق من الصياغة، أو سجّل القول نقلًا بالمعنى بلا اقتباس.',
  'This token cannot: it takes {}.': 'رمز الوصول هذا لا يكفي: يلزم {}.',
  'It needs the role “{}”; yours is “{}”.': (least = '', own = '') =>
    `يلزم لهذا الدور «${roleIn(least)}»؛ ودورك «${roleIn(own)}».`,
  'a person who signs in': 'شخص يسجّل الدخول',
  'the scope “{}”': 'النطاق «{}»',
}

/** What is said of changes of the record and of what is asked for; see messages.ts. */
export const recordMessages: Words['messages'] = {
  ...obstacles,
  ...documents,
  ...asked,
}
