import type { Words } from '../english.ts'

export const home: Words['home'] = {
  title: 'المواضيع',
  description: 'من يقف أين في نزاع: أقوال موثّقة بمصادرها، جنبًا إلى جنب.',
  heading: 'من يقف أين',
  lede: 'يسجّل Gainsay ما قاله كل طرف في نزاع عن كل مسألة، وكل قول مربوط بمصدر مؤرَّخ، ويبيّن أين لا يمكن أن يصح قولان معًا.',
  nothingWaits: 'لا تناقض ينتظر مراجعتك.',
  waiting: (_, counted) => <>في انتظار مراجعتك: {counted}.</>,
  topics: 'المواضيع',
  comparePositions: (topic) => (
    <>
      مقارنة المواقف<span class="visually-hidden"> في {topic}</span>
    </>
  ),
  lastChanged: (when) => <>آخر تغيير: {when}</>,
  noTopics: 'لا مواضيع بعد',
  howTopicsCome: (command) => <>يدخل الموضوع في صورة ملف من نوع JSON: {command}</>,
  lookAround: (command) => <>للتجوّل أولًا، حمّل العرض التجريبي: {command}</>,
  newest: 'أحدث ما سُجّل',
}
