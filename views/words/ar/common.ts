import type { Words } from '../english.ts'
import { counts } from './counts.ts'

export const common: Words['common'] = {
  apply: 'تطبيق',
  asOf: 'حتى تاريخ',
  parties: 'الأطراف',
  chooseAmong: (parties) => `اختر من ${counts.parties(parties)}`,
  permalink: 'رابط دائم',
  pagesOf: (what) => `صفحات ${what}`,
  previous: 'السابق',
  next: 'التالي',
  page: 'صفحة',
  pageNumber: 'صفحة',
  titleOfPage: (title, page) => `${title}، صفحة ${page}`,
  comma: '، ',
  thereIsAProblem: 'توجد مشكلة',
  and: 'و',
}
