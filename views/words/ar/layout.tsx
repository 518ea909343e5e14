import type { Words } from '../english.ts'

export const layout: Words['layout'] = {
  skip: 'إلى المحتوى الرئيسي',
  withErrors: (title) => `خطأ: ${title}`,

  main: 'التنقل الرئيسي',
  places: {
    topics: 'المواضيع',
    topic: 'الموضوع',
    compare: 'المقارنة',
    matrix: 'طرفًا بطرف',
    groups: 'مجموعة مقابل مجموعة',
    commonGround: 'الأرضية المشتركة',
    timeline: 'عبر الزمن',
    issues: 'المسائل',
    parties: 'الأطراف',
    sources: 'المصادر',
    contradictions: 'التناقضات',
    review: 'المراجعة',
    inbox: 'الوارد',
    people: 'الأشخاص',
    help: 'مساعدة',
    keys: 'المفاتيح',
    method: 'المنهج',
    accessibility: 'سهولة الوصول',
    moderation: 'الإشراف',
  },
  signIn: 'دخول',
  signOut: 'خروج',
  unread: (n, isMore) => (
    <>
      (<span class="visually-hidden">الجديد: </span>
      {isMore ? `أكثر من ${n}` : n})
    </>
  ),
  account: (name) => (
    <>
      {name}
      <span class="visually-hidden">، حسابك</span>
    </>
  ),

  search: 'بحث',
  searchRecord: 'بحث في السجل',
  palette: 'بحث أو انتقال',
  paletteField: 'ابحث أو انتقل إلى',
  suggestions: 'الاقتراحات',
  paletteKeys: () => (
    <>
      <kbd>↑</kbd> <kbd>↓</kbd> اختيار، <kbd>Enter</kbd> فتح، <kbd>Esc</kbd> إغلاق
    </>
  ),
  paletteSays: {
    goTo: 'انتقال',
    all: 'كل النتائج: {}',
    suggestions: {
      zero: 'لا اقتراحات.',
      one: 'اقتراح واحد.',
      two: 'اقتراحان.',
      few: '{n} اقتراحات.',
      many: '{n} اقتراحًا.',
      other: '{n} اقتراح.',
    },
    noAnswer: 'اضغط Enter للبحث.',
    kinds: {
      topic: 'موضوع',
      issue: 'مسألة',
      party: 'طرف',
      person: 'شخص',
      claim: 'قول',
      source: 'مصدر',
    },
  },

  about: 'عن الموقع',
  appearance: 'المظهر',
  themes: {
    light: 'فاتح',
    dark: 'داكن',
    contrast: 'تباين عالٍ',
    system: 'النظام',
  },
}
