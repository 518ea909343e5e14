/** One dispute over a bridge, told in three languages: texts of our own, sentence by sentence. */

export interface DisputeText {
  readonly name: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  /** As a reader of the language counts them, the title first. */
  readonly sentences: readonly string[]
  /** The sentences as they are written: the title on a line of its own. */
  readonly text: string
  /** Words said in one of the sentences, between its marks, after a character beyond U+FFFF. */
  readonly quoted: string
  /** A quotation, and the same broken across a line. */
  readonly whole: string
  readonly broken: string
}

export const RUSSIAN: DisputeText = {
  name: 'Russian',
  language: 'ru',
  direction: 'ltr',
  title: 'Спор о мосте',
  ...told('Спор о мосте', ' ', [
    'В 2019 г. города Заречье и Приозёрск договорились построить новый мост, который нужен обоим.',
    'Мэр Заречья А. В. Петров обещал открыть его к осени.',
    '🌉 «Мы построим мост за свой счёт», сказал он совету.',
    'Глава Приозёрска И. О. Лугова ему не поверила: «Никто не видел ни сметы, ни проекта».',
    'Кто же заплатит за опоры?',
    'Министр, который занимается строительством, заявил, что переговоры продолжатся в следующем месяце, если обе стороны будут готовы встретиться.',
    '«Нам не нужен такой мост!»',
  ]),
  quoted: 'Мы построим мост за свой счёт',
  whole: 'Никто не видел ни сметы, ни проекта',
  broken: 'Никто не видел\nни сметы, ни проекта',
}

/** As it is typed: the doubling before the vowel sign, which NFC turns round. */
const POSTPONED = 'مُؤَج\u0651\u064Eل'

export const ARABIC: DisputeText = {
  name: 'Arabic',
  language: 'ar',
  direction: 'rtl',
  title: 'خلاف على الجسر',
  ...told('خلاف على الجسر', ' ', [
    'اختلفت بلدة النهر وبلدة التل على بناء جسر جديد منذ العام الماضي.',
    'قال رئيس بلدة النهر سالم الحداد: «سنبني الجسر قبل الربيع».',
    '🌉 «لن تدفع بلدة التل درهمًا واحدًا».',
    `ردّت نائبة رئيس بلدة التل ليلى منصور: “لم يرَ أحد الميزانية، والرسم ${POSTPONED} إلى الآن”.`,
    'فمن سيدفع ثمن الأعمدة؟',
    'لم يُجب أحد عن السؤال حتى المساء!',
    'أُجّلت الجلسة إلى يوم الخميس.',
  ]),
  quoted: 'لن تدفع بلدة التل درهمًا واحدًا',
  whole: `لم يرَ أحد الميزانية، والرسم ${POSTPONED} إلى الآن`,
  broken: `لم يرَ أحد الميزانية،\nوالرسم ${POSTPONED} إلى الآن`,
}

export const CHINESE: DisputeText = {
  name: 'Chinese',
  language: 'zh',
  direction: 'ltr',
  title: '两镇的桥之争',
  ...told('两镇的桥之争', '', [
    '去年春天，东河镇和西山镇为了一座新桥争执起来，到今天也没有结果。',
    '东河镇镇长林海在镇议会上对大家说：“我们会在明年春天以前把桥建好。”',
    '🌉“西山镇的居民一分钱也不用出。”',
    '西山镇副镇长周敏当天晚上就反驳道：“没有人看过预算，也没有人看过图纸。”',
    '那么桥墩的钱到底由谁来付呢？',
    '两镇的老人都记得，河边的旧石碑上刻着「桥归两镇」四个大字，字迹现在还很清楚。',
    '会议延期到下个星期四，地点改在东河镇的旧学校，欢迎所有居民到场旁听！',
  ]),
  quoted: '西山镇的居民一分钱也不用出。',
  whole: '没有人看过预算，也没有人看过图纸。',
  broken: '没有人看过预算，\n也没有人看过图纸。',
}

export const DISPUTE_TEXTS: readonly DisputeText[] = [RUSSIAN, ARABIC, CHINESE]

function told(title: string, between: string, sentences: readonly string[]) {
  return { sentences: [title, ...sentences], text: `${title}\n\n${sentences.join(between)}` }
}
