import type { relations as english } from '../en/relations.ts'
import type { Words } from '../english.ts'

const relationWords: Words['relations'] = {
  baseline: 'خط المقارنة',
  agreement: 'يتفق',
  'shared-ground': 'أرضية مشتركة',
  conflict: 'يتعارض',
  compatible: 'متوافق',
  silent: 'لا تصريح في السجل',
}

export const relations: typeof english = {
  relations: relationWords,
  suggested: (relation) => `مقترح: ${relationWords[relation]}`,
  conditional: '، بشرط',
  positionLetter: 'الموقف',
  notBothOnRecord: 'ليسا كلاهما في السجل',
  inside: (text) => text,
  grades: {
    'newly-stated': 'موقف جديد',
    unchanged: 'بلا تغيير',
    qualified: 'مقيَّد',
    reversed: 'معكوس',
    withdrawn: 'مسحوب من السجل',
  },
  silence: {
    'none-found': 'جرى البحث ولم يُعثر على شيء',
    declined: 'امتنع عن الإجابة',
    'not-applicable': 'لا ينطبق على هذا الطرف',
    'not-searched': 'لم يُبحث بعد',
  },
  stances: {
    affirms: '',
    denies: 'يرفض: ',
    'leaves-open': 'يترك الباب مفتوحًا: ',
    declines: 'يمتنع عن القول: ',
  },
  declinesToSay: 'يمتنع عن القول',
}
