import type { Words } from '../english.ts'
import { counts, number } from './counts.ts'

export const agreement: Words['agreement'] = {
  title: 'الاتفاق بين المراجعين',
  readings: { outcome: 'النتيجة', verdict: 'الحكم', order: 'الحكم بوصفه درجة' },
  readingHints: {
    outcome: 'يُعدّ التعارض والتوتر شيئًا واحدًا؛ ويُستثنى «يتعذر الحكم».',
    verdict: 'كل حكم من الأحكام الأربعة قائم بذاته.',
    order: 'لا تعارض ثم توتر ثم تعارض، بهذا الترتيب؛ ويُستثنى «يتعذر الحكم».',
  },
  noAlpha: 'التباين لا يكفي للقول',
  noShare: 'لا شيء',
  share: (n, of, percent) => `${number(n)} من ${number(of)} (${percent}%)`,
  summary: (contradictions, [least, most], [verdict, outcome]) => {
    const reviewers = least === most ? number(most) : `${number(least)} إلى ${number(most)}`
    return `${counts.contradictions(contradictions)}، وعدد المراجعين لكل منها: ${reviewers}؛ عدد ما اتفقوا فيه على الحكم: ${number(verdict)}، وعلى النتيجة: ${number(outcome)}.`
  },

  none: 'لم يحكم مراجعان بعد في أي تناقض من هذا الموضوع.',
  ofTopic: 'تناقضات هذا الموضوع',
  settled: (settled, all, byOne) =>
    `تُحتسب الأحكام بعد البتّ في التناقض: المبتوت فيه ${number(settled)} من أصل ${number(all)}${byOne === 0 ? '' : `، وما حكم فيه مراجع واحد منها: ${number(byOne)}`}.`,
  differing:
    'ما يختلف فيه المراجعون يُحتسب هنا بعد أن يفصل فيه محرِّر؛ وإلى ذلك الحين قد يكون الاتفاق على المراجعات كلها أقل من هذه الأرقام.',
  alphaTitle: 'معنى ألفا',
  alphaMeans: (method) => (
    <>
      ألفا كريبندورف 1 حيث يتفق المراجعون دائمًا، و0 حيث يتفقون بقدر ما تقتضيه المصادفة، ودون 0 حيث
      يتفقون أقل من ذلك. وإذا قلّت التناقضات حرّكها حكم واحد كثيرًا، ولذلك توضع إلى جانب الأعداد:{' '}
      {method('كيف يُحتسب الاتفاق')}.
    </>
  ),
  json: 'الاتفاق (JSON)',
  cellLabel: (column) => `${column}: `,
  bothAgreed: 'تناقضات اتفق فيها الاثنان',
  allAgreed: 'تناقضات اتفق فيها الجميع',
  pairsAgree: 'أزواج الأحكام المتفقة',
  alpha: 'ألفا',
  allTogether: 'كل المراجعين معًا',
  comparedBy: 'أساس المقارنة',
  imported: ' (مستورد)',
  eachTwo: 'كل مراجعَين',
  reviewers: 'المراجعان',
  pairColumns: ['حكم فيها كلاهما', 'الحكم نفسه', 'ألفا الأحكام', 'النتيجة نفسها'],
  pair: (a, b) => (
    <>
      {a} و{b}
    </>
  ),
  met: 'حكم مقابل حكم',
  metCaption: (pairs) => `${counts.pairs(pairs)} من الأحكام في تناقض واحد`,
  oneReviewer: 'مراجع',
  another: 'مراجع آخر',
  pairs: 'الأزواج',
}
