import type { Words } from '../english.ts'
import { counts } from './counts.ts'

export const embed: Words['embed'] = {
  title: 'تضمين',
  readers: 'لا يتلقى قراء صفحتك منها ملفات تعريف ارتباط ولا برامج نصية. ألصق واحدًا مما يلي:',
  fixed: 'كما يظهر الآن، بصفة دائمة',
  current: 'يُحدَّث مع السجل',
  codeCopied: 'نُسخت الشيفرة.',
  copyCode: 'نسخ الشيفرة',
  preview: 'معاينة',

  nothing: 'لا شيء في السجل لهذا الاختيار.',
  noPair: 'لا يوجد طرفان للعدّ.',
  claimGone: 'زال كلام هذا القول؛ وهو مسحوب ولا يُحتسب في أي مقارنة.',
  leftOut: (parties, issues) => {
    const parts = [
      ...(parties > 0 ? [counts.parties(parties)] : []),
      ...(issues > 0 ? [counts.issues(issues)] : []),
    ]
    return `لا يظهر هنا لضيق المكان: ${parts.join(' و')}. الرابط إلى الكل أدناه.`
  },
  asOf: (day, recorded) =>
    `حتى ${day}${recorded === undefined ? '' : `، كما كان السجل في ${recorded}`}`,
  endOf: (day) => `نهاية ${day}`,
  whole: {
    comparison: (name) => <>المقارنة كاملة على {name}</>,
    matrix: (name) => <>الجدول كاملًا على {name}</>,
    contradiction: (name) => <>الأدلة والمراجعات على {name}</>,
    claim: (name) => <>القول على {name}</>,
    topics: (name) => <>المواضيع على {name}</>,
  },
}
