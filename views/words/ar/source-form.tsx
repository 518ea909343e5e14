import type { NeededField } from '../../source/new-source-page.tsx'
import type { Words } from '../english.ts'
import { countingIn } from '../counting.ts'
import { counts } from './counts.ts'

const { noun } = countingIn('ar-u-nu-latn')

const needed: Readonly<Record<NeededField, string>> = {
  title: 'العنوان',
  published: 'تاريخ النشر',
  'source-language': 'اللغة',
}

/** Of the quotations of a source, with the verb that fits how many they are. */
const allQuotations = noun({
  one: 'الاقتباس الوحيد موجود',
  two: 'الاقتباسان موجودان',
  few: 'الاقتباسات كلها ({n}) موجودة',
  many: 'الاقتباسات كلها ({n}) موجودة',
  other: 'الاقتباسات كلها ({n}) موجودة',
})

const noneOf = noun({
  one: 'الاقتباس الوحيد ليس',
  two: 'ليس أيٌّ من الاقتباسين',
  few: 'ليس أيٌّ من الاقتباسات ({n})',
  many: 'ليس أيٌّ من الاقتباسات ({n})',
  other: 'ليس أيٌّ من الاقتباسات ({n})',
})

export const sourceForm: Words['sourceForm'] = {
  title: 'إضافة مصدر',
  lede: 'ألصق نصه، أو اختر ملفًا. ما يذكره عن نفسه يُملأ أدناه؛ راجعه.',
  byBookmark: 'من أي صفحة بإشارة مرجعية',
  save: 'حفظ المصدر',
  cancel: 'إلغاء',
  text: 'النص',
  address: 'عنوان المصدر على الويب',
  addressHint: 'يجلب هذا الخادم الصفحة مرة واحدة ويملأ الباقي. أو ألصق النص أدناه.',
  fetch: 'جلبه',
  textOfSource: 'نص المصدر',
  textHint: 'تُقابَل به الاقتباسات وتُعلَّم فيه. ويُحفظ كما هو ولا يُغيَّر أبدًا.',
  file: 'أو ملف',
  fileHint: () => (
    <>
      نص، أو صفحة ويب محفوظة، أو مستند Word (<bdi lang="en">.docx</bdi>)، أو ملف{' '}
      <bdi lang="en">PDF</bdi>، أو ترجمة مرئية (<bdi lang="en">.srt</bdi>، <bdi lang="en">.vtt</bdi>
      )؛ 20 ميغابايت على الأكثر. والملف نفسه لا يُحفظ.
    </>
  ),
  read: 'قراءته وملء الباقي',

  facts: 'ما هو',
  titleOfSource: 'العنوان',
  publisher: 'الناشر',
  kind: 'نوع المصدر',
  kindHint: 'مثل: مقال، نص مفرّغ، بيان صحفي، معاهدة، بث، منشور. وإن تُرك فارغًا فهو مقال.',
  url: 'العنوان على الويب',
  urlHint: () => (
    <>
      يبدأ بـ <bdi lang="en">https://</bdi> أو <bdi lang="en">http://</bdi>.
    </>
  ),
  published: 'نُشر في',
  publishedHint: 'بأدق ما يُعرف: 2015-12-15 أو 2015-12.',
  language: 'اللغة',
  languageHint: () => (
    <>
      رمزها: <bdi lang="en">en</bdi>، <bdi lang="en">ru</bdi>، <bdi lang="en">ar</bdi>،{' '}
      <bdi lang="en">zh-Hans</bdi>.
    </>
  ),
  grade: 'الدرجة',
  gradeHint: 'مدى موثوقية المصدر (مقياس الأميرالية).',
  notGraded: 'بلا درجة',
  authors: 'المؤلفون',
  authorsHint: 'إن كانوا عدة فافصل بينهم بفاصلة منقوطة.',
  archived: 'نسخة مؤرشفة',
  archivedHint: 'عنوانها في أرشيف للويب.',
  whoseText: 'لمن النص',
  excerptsOnly: 'إظهار مقتطفات فقط للقراء',
  excerptsHint: (around) =>
    `للنصوص المحمية بحقوق النشر: ما اقتُبس منها، وحوله من كل جانب ${counts.characters(around)}. ويقرؤها كاملة من سجّل دخوله.`,
  compare: 'المقارنة بنصه',
  saveAnyway: 'حفظه مصدرًا آخر',

  wordsRead: (words) => `قُرئ منه: ${counts.words(words)}.`,
  checkAndSave: 'راجع ما مُلئ ثم احفظ.',
  missing: (fields) => `لا يذكر: ${fields.map((field) => needed[field]).join('، ')}.`,
  known: {
    text: 'هذا النص في السجل من قبل',
    address: 'في السجل من قبل مصدر بهذا العنوان',
  },
  claims: (claims) => `(${counts.claims(claims)})`,
  nothingSaved: 'لم يُحفظ شيء.',
  ifLater:
    'إن كان لديك نص لاحق له فاضغط «المقارنة بنصه» في آخر الاستمارة: يصبح إصداره التالي. وإن كان شيئًا آخر فاضغط «حفظه مصدرًا آخر».',

  whichTopic: 'إلى أي موضوع؟',
  noTopic: 'لا موضوع بعد.',
  fromAnyPage: 'من أي صفحة',
  dragLink:
    'اسحب هذا الرابط إلى إشاراتك المرجعية. وفي الصفحة التي تريد إضافتها حدّد الكلمات المهمة، ثم اختر الإشارة: تُفتح هذه الاستمارة وفيها عنوان الصفحة واسمها والكلمات.',
  bookmark: 'إضافة إلى Gainsay',
  keptFromWorking:
    'بعض المواقع تمنع عمل مثل هذه الإشارات. عندئذ انسخ نص الصفحة وألصقه في الاستمارة، وعنوانها أيضًا.',

  titleOfCapture: (source, isFirst) => `${isFirst ? 'إضافة النص' : 'الالتقاط من جديد'}: ${source}`,
  addText: 'إضافة النص',
  captureAgain: 'الالتقاط من جديد',
  anotherText: 'لم يُحفظ شيء: النص غير الذي قورن من قبل. راجعه من جديد.',
  notKept: 'نص هذا المصدر غير محفوظ هنا بعد.',
  newest: (version, day) => (
    <>
      التُقط الإصدار {version} في {day}. ويبقى كما هو، ومعه الاقتباسات التي ليست في غيره.
    </>
  ),
  copyOriginal: (link) => <>{link('افتح الأصل')}، وحدّد نصه كله، وانسخه.</>,
  fetchFrom: (host) => (host === undefined ? 'جلبه من عنوانه' : `جلبه من ${host}`),
  textNow: 'نص المصدر كما هو الآن',
  check: 'التحقق من الاقتباسات',
  seeChanges: 'عرض ما تغيّر',

  quotations: 'الاقتباسات',
  whatChanged: 'ما تغيّر',
  sameWords: (version) =>
    `لا اختلاف إلا في الفراغات إن وُجد: الكلمات هي كلمات الإصدار ${version}، فلا شيء يُحفظ.`,
  saveVersion: (version) => `حفظه بوصفه الإصدار ${version}`,
  noQuotations: 'لا يقتبس من هذا المصدر أي قول بعد.',
  kept: (kept, of) =>
    kept === 0
      ? `${noneOf(of)} في هذا النص بحرفه.`
      : kept === of
        ? `${allQuotations(of)} في هذا النص بالحرف.`
        : `الموجود في هذا النص بالحرف: ${counts.quotations(kept)}، من أصل ${of}.`,
  firstHoldsAll: 'يجب أن يضم أول نص للمصدر كل الاقتباسات: صحّح الأقوال أدناه، أو ألصق النص كاملًا.',
  othersStay: 'وتبقى الأخرى في النص الأسبق.',
  fates: { edited: 'معدَّل', gone: 'لم يعد موجودًا' },
  nowReads: (likeness, now) => (
    <>
      صار الآن ({likeness} % من الكلمات لم تتغير): {now}
    </>
  ),
}
