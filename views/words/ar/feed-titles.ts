import type { ClaimChange } from '#server/domain/recorded-changes.ts'
import type { Words } from '../english.ts'

const done: Readonly<Record<ClaimChange['did'], string>> = {
  recorded: '',
  corrected: 'تصحيح: ',
  withdrawn: 'سحب: ',
  'put back': 'لم يعد مسحوبًا: ',
}

export const feedTitles: Words['feedTitles'] = {
  claim: (did, party, statement, isGone) => [
    done[did],
    party,
    ': ',
    statement,
    isGone ? ' (سُحب بعد ذلك)' : '',
  ],
  filed: 'أُدرج تناقض',
  reopened: 'قيد المراجعة من جديد',
  resolved: 'انتهى التناقض',
  settled: 'حُسم',
  about: (what) => `${what}: `,
}
