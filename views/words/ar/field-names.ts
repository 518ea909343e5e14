import type { Words } from '../english.ts'

/** Fields by the names with which a sentence about what is wrong with them begins; see server/http/text.ts. */
const names: Readonly<Record<string, string>> = {
  Address: 'العنوان',
  Authors: 'المؤلفون',
  'Captured text': 'النص الملتقط',
  Condition: 'الشرط',
  'For whom': 'لمن',
  Hedge: 'التحفّظ',
  'In words': 'شرح السبب',
  Kind: 'النوع',
  'Kind of party': 'نوع الطرف',
  'Kind of source': 'نوع المصدر',
  Name: 'الاسم',
  'Name of the passkey': 'اسم مفتاح المرور',
  'Name of the person': 'اسم الشخص',
  Note: 'الملاحظة',
  'Party name': 'اسم الطرف',
  'Place in the source': 'الموضع في المصدر',
  Publisher: 'الناشر',
  Quotation: 'الاقتباس',
  Reasons: 'الأسباب',
  Role: 'الصفة',
  'Role of the person': 'صفة الشخص',
  'Scope note': 'ملاحظة النطاق',
  Statement: 'النص',
  Text: 'النص',
  Title: 'العنوان',
  Translation: 'الترجمة',
  Translator: 'المترجم',
  'What it is for': 'الغرض منه',
  'Why the words stay': 'سبب بقاء الكلام',
}

/** The names, and the sentence that asks for each. */
export const fieldNames: Words['messages'] = {
  ...names,
  ...Object.fromEntries(
    Object.entries(names).map(([name, says]) => [
      `Enter the ${name.toLowerCase()}.`,
      `الحقل مطلوب: ${says}.`,
    ]),
  ),
  'Enter the name.': 'اكتب الاسم.',
}
