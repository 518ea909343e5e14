import type { Words } from '../english.ts'

export const overview: Words['overview'] = {
  ways: {
    label: 'طرق النظر في هذا الموضوع',
    compare: 'المواقف جنبًا إلى جنب',
    matrix: 'طرفًا بطرف',
    groups: 'مجموعة بمجموعة',
    'common-ground': 'الأرضية المشتركة',
    timeline: 'عبر الزمن',
  },
}
