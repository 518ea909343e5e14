import type { Words } from '../english.ts'

export const allHistory: Words['allHistory'] = {
  title: 'سجل تغييرات كل المواضيع',
  lede: 'من سجّل ومن غيّر ومن قرّر، وماذا ومتى ولماذا، في كل موضوع يمكنك رؤيته. ولكل موضوع سجل خاص به، وفيه ما يلزم للتحقق منه.',
  topic: 'الموضوع',
  allTopics: 'كل المواضيع',
  from: 'من يوم',
  to: 'إلى يوم',
  newestFirst: 'الأحدث أولًا.',
  inTopic: (topic) => <>في {topic}</>,
  narrowedTo: (thing) => <>ما جرى على {thing} وحده.</>,
  oneContradiction: 'تناقض واحد',
  everyThing: 'عرض ما جرى على كل شيء',
  older: 'قيود أقدم',
  newest: 'أحدث القيود',
}
