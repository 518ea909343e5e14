import type { Words } from '../english.ts'
import { counts } from './counts.ts'

export const capture: Words['capture'] = {
  title: (source) => `أقوال من ${source}`,
  heading: (source) => <>أقوال من {source}</>,
  discarded: 'أُهمل القول الذي بدأته. يمكن استعادته خلال يوم، ما لم تبدأ قولًا آخر من هذا المصدر.',
  undoDiscarding: 'عن إهماله',
  soFar: (claims) => `من هذا المصدر حتى الآن: ${counts.claims(claims)}.`,
  readIt: 'قراءته وأقواله معلَّمة فيه',
  sentences: 'الجمل',
  find: 'بحث في النص',
  makeClaim: 'إنشاء قول من الجمل المختارة',
  keys: () => (
    <>
      المفاتيح، في النص: <kbd>J</kbd> <kbd>K</kbd> التالية والسابقة، <kbd>X</kbd> اختيار،{' '}
      <kbd>Enter</kbd> إنشاء قول، <kbd>/</kbd> بحث، <kbd>U</kbd> تراجع عن آخر خطوة. في القول:{' '}
      <kbd>1</kbd> إلى <kbd>9</kbd> اختيار، <kbd>P</kbd> <kbd>I</kbd> <kbd>O</kbd> طرف آخر أو مسألة
      أخرى أو موقف آخر، <kbd>,</kbd> <kbd>.</kbd> كلمة أقل أو أكثر، <kbd>Ctrl</kbd> <kbd>Enter</kbd>{' '}
      حفظ.
    </>
  ),
  claim: 'القول',
  chooseFirst: 'اختر جملة أو أكثر، ثم أنشئ منها قولًا. لا يُسجَّل إلا ما تحفظه.',
  keptSince: (when, statement) => (
    <>
      قول بدأته محفوظ منذ {when}
      {statement !== undefined && <>: {statement}</>}
    </>
  ),
  goOn: 'متابعته',
  discard: 'إهماله',
  speakers: (names) => <>مقترح: {names}</>,
  claimOf: (sentence) => (
    <>
      <span class="visually-hidden">الجملة {sentence}: </span>
      قول
    </>
  ),
  saved: (claim) => <>حُفظ: {claim}.</>,
  conflictsWithNothing: 'لا يتعارض مع شيء في السجل.',
  nowConflicts: (contradictions) => `أصبح يتعارض مع غيره: ${counts.contradictions(contradictions)}`,
  withdraw: 'سحبه',

  suggested: 'مقترح: تحقّق منه.',
  quotationHint: 'اقصره على ما يحمل القول، واترك الكلمات كما هي.',
  person: 'الشخص',
  nobody: 'لا أحد بعينه',
  statementHint: 'ما يقوله الطرف، في جملة من صياغتك.',
  wholeForm: 'المزيد، في الاستمارة الكاملة',
  keep: 'الاحتفاظ به لوقت لاحق',
}
