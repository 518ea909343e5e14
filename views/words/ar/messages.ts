import { STANCES } from '#server/domain/claims.ts'
import { OPERATORS, SEARCH_TYPES, listNames } from '#server/domain/search-query.ts'
import type { Words } from '../english.ts'
import { fieldNames } from './field-names.ts'
import { issueMessages } from './messages-issue.ts'
import { peopleMessages } from './messages-people.ts'

/** A word that is typed with its colon, which stays after it where the text runs from right to left. */
const asTyped = (operator: string): string => `${operator}:\u200E`

/** Latin words one after another, the first on the right. */
const list = (words: readonly string[]): string => words.join('\u200F، ')

/** What can be typed into a search, as its messages list it. */
const typed: Readonly<Record<string, string>> = {
  [listNames(OPERATORS.map((name) => `${name}:`))]: list(OPERATORS.map(asTyped)),
  [listNames(SEARCH_TYPES)]: list(SEARCH_TYPES),
  [listNames(STANCES)]: list(STANCES),
}
import { sourceMessages } from './messages-source.ts'
import { recordMessages } from './record-messages.ts'

/** The first that fits is taken: the narrower before the wider. */
export const messages: Words['messages'] = {
  ...issueMessages,
  ...typed,
  'A search takes {} characters; this has {}. What is beyond was left out.':
    'أقصى طول للبحث بالأحرف {}، وطول هذا {}. تُرك ما زاد.',
  'A search takes {} words; this has {}. The last were left out.':
    'أقصى عدد لكلمات البحث {}، وفي هذا {}. تُركت الأخيرة.',
  '“{}” was left out: there is no “{}:”. There are {}.':
    'تُرك «\u2068{}\u2069»: لا وجود لـ«{}:\u200E». الموجود: {}.',
  '“{}” was left out: only words and phrases can be left out with “-”.':
    'تُرك «\u2068{}\u2069»: لا تُستبعد بالعلامة «-» إلا الكلمات والعبارات.',
  '“{}” was left out: a type is one of {}.': 'تُرك «\u2068{}\u2069»: النوع واحد من {}.',
  '“{}” was left out: a stance is one of {}.': 'تُرك «\u2068{}\u2069»: الاتجاه واحد من {}.',
  '“{}” was left out: {}': 'تُرك «\u2068{}\u2069»: {}',
  'From: {}': 'من: {}',
  'Until: {}': 'حتى: {}',
  'Nothing is of the type “{}”.': 'لا شيء من النوع «{}».',
  'No topic that you can see is called “{}”.': 'لا موضوع مما يمكنك رؤيته باسم «{}».',
  'No party that you can see is called “{}”.': 'لا طرف مما يمكنك رؤيته باسم «{}».',
  'No issue that you can see is called “{}”.': 'لا مسألة مما يمكنك رؤيته باسم «{}».',
  'No speaker that you can see is called “{}”.': 'لا متكلم مما يمكنك رؤيته باسم «{}».',
  'No source that you can see is called “{}”.': 'لا مصدر مما يمكنك رؤيته باسم «{}».',
  'known: this page shows the record as it is now. As it was before are topics, comparisons, party by party, common ground, groups, time, issues, parties, claims and contradictions.':
    'known: تعرض هذه الصفحة السجل كما هو الآن. وتُعرض كما كانت من قبل: المواضيع، والمقارنات، وصفحات «طرفًا بطرف» و«الأرضية المشتركة» و«مجموعة مقابل مجموعة» و«عبر الزمن»، والمسائل، والأطراف، والأقوال، والتناقضات.',
  'Give a day like 2015-12-15.': 'اكتب يومًا مثل 2015-12-15.',
  'Give a place of this list.': 'حدّد موضعًا في هذه القائمة.',
  'Give at most 300 characters.': 'اكتب 300 حرف على الأكثر.',
  'Give the number of a version.': 'اكتب رقم إصدار.',
  'Give the number of an account.': 'اكتب رقم حساب.',
  'Its newest version is {}.': 'أحدث إصدار له هو {}.',
  ...fieldNames,
  ...recordMessages,
  'Choose a file.': 'اختر ملفًا.',
  'Choose a party or add a new one, not both.': 'اختر طرفًا أو أضف طرفًا جديدًا، لا كليهما.',
  'Choose a person or add a new one, not both.': 'اختر شخصًا أو أضف شخصًا جديدًا، لا كليهما.',
  'Choose a person.': 'اختر شخصًا.',
  'Choose a position or add a new one, not both.': 'اختر موقفًا أو أضف موقفًا جديدًا، لا كليهما.',
  'Choose a reason from the list.': 'اختر سببًا من القائمة.',
  'Choose a role.': 'اختر دورًا.',
  'Choose a source or add a new one, not both.': 'اختر مصدرًا أو أضف مصدرًا جديدًا، لا كليهما.',
  'Choose a topic.': 'اختر موضوعًا.',
  'Choose a verdict.': 'اختر حكمًا.',
  'Choose an issue or add a new one, not both.': 'اختر مسألة أو أضف مسألة جديدة، لا كلتيهما.',
  'Choose at least one text.': 'اختر نصًا واحدًا على الأقل.',
  'Choose from the list.': 'اختر من القائمة.',
  'Choose how the new issue is answered.': 'اختر كيف يُجاب عن المسألة الجديدة.',
  'Choose one of the list.': 'اختر واحدًا من القائمة.',
  'Choose the bearing.': 'اختر صلة القول بالموقف.',
  'Choose the credibility from the list.': 'اختر درجة المصداقية من القائمة.',
  'Choose the form.': 'اختر صيغة القول.',
  'Choose the issue this is about, or add a new one.': 'اختر المسألة المعنية، أو أضف مسألة جديدة.',
  'Choose the nature of the new issue.': 'اختر طبيعة المسألة الجديدة.',
  'Choose the party that answers.': 'اختر الطرف الذي يرد.',
  'Choose the party that holds this, or add a new one.':
    'اختر الطرف الذي يتمسك بهذا، أو أضف طرفًا جديدًا.',
  'Choose the position, or add a new one.': 'اختر الموقف، أو أضف موقفًا جديدًا.',
  'Choose the reason.': 'اختر السبب.',
  'Choose the source it was found in, or add a new one.':
    'اختر المصدر الذي وُجد فيه، أو أضف مصدرًا جديدًا.',
  'Choose the stance.': 'اختر الاتجاه.',
  'Choose what it may do.': 'اختر ما يُسمح له به.',
  'Choose what settles a contradiction.': 'اختر ما يحسم التناقض.',
  'Choose what you decide.': 'اختر ما تقرره.',
  'Choose who sees it.': 'اختر من يراه.',
  'A name has at least one letter or digit.': 'في الاسم حرف أو رقم واحد على الأقل.',
  'A password is at most {} characters.': 'كلمة المرور {} حرفًا على الأكثر.',
  'A test is on its way. Reload the page to see what came of it.':
    'الاختبار في الطريق. أعد تحميل الصفحة لترى نتيجته.',
  'A verdict of no conflict needs a reason.': 'الحكم بعدم وجود تعارض يحتاج إلى سبب.',
  'A word of this name mixes letters of two scripts that look alike. Use one script in each word.':
    'تخلط كلمة من هذا الاسم حروفًا متشابهة من كتابتين. استعمل كتابة واحدة في كل كلمة.',
  'A group takes up to {} parties: the first are shown.':
    'تتسع المجموعة لعدد من الأطراف أقصاه {}: وتظهر الأولى منها.',
  'An account has at most {}.': 'للحساب الواحد {} على الأكثر.',
  'An account here signs in with this address already.': 'يوجد هنا حساب يسجّل الدخول بهذا العنوان.',
  'An address is at most 2,048 characters.': 'العنوان 2,048 حرفًا على الأكثر.',
  'An address must begin with https:// or http:// and name a host.':
    'يجب أن يبدأ العنوان بـ https:// أو http:// وأن يذكر مضيفًا.',
  'An address must not contain a name or password.': 'يجب ألا يحتوي العنوان على اسم أو كلمة مرور.',
  'An address must not contain white space or marks that turn the direction of text.':
    'يجب ألا يحتوي العنوان على فراغات أو علامات تغيّر اتجاه النص.',
  'An e-mail address is at most 254 characters.': 'البريد الإلكتروني 254 حرفًا على الأكثر.',
  'At most 500 characters.': '500 حرف على الأكثر.',
  'At most {} MB is accepted here.': 'يُقبل هنا {} ميغابايت على الأكثر.',
  'Captured again.': 'التُقط من جديد.',
  'Editors invite readers, contributors and reviewers.':
    'يدعو المحرِّرون القراء والمساهمين والمراجعين.',
  'Enter an e-mail address such as name@example.org.': 'اكتب بريدًا إلكترونيًا مثل name@example.org.',
  'Enter the address of the source.': 'اكتب عنوان المصدر.',
  'Enter the e-mail address.': 'اكتب البريد الإلكتروني.',
  'Enter the language of the source, such as en or ru.': 'اكتب لغة المصدر، مثل en أو ru.',
  'Enter the name of the new party.': 'اكتب اسم الطرف الجديد.',
  'Enter the name of the new person.': 'اكتب اسم الشخص الجديد.',
  'Enter the new position.': 'اكتب الموقف الجديد.',
  'Enter the password.': 'اكتب كلمة المرور.',
  'Enter the position that this is about.': 'اكتب الموقف المعني.',
  'Enter the question of the new issue.': 'اكتب سؤال المسألة الجديدة.',
  'Enter the title of the new source.': 'اكتب عنوان المصدر الجديد.',
  'Enter the title of the source.': 'اكتب عنوان المصدر.',
  'Enter the unit, such as months or people.': 'اكتب الوحدة، مثل الأشهر أو الأشخاص.',
  'Enter when it was said.': 'اكتب متى قيل.',
  'Enter when the source was published.': 'اكتب متى نُشر المصدر.',
  'Give a day, such as 2015-12-15, or a time with its zone, such as 2015-12-15T18:30:00Z.':
    'اكتب يومًا مثل 2015-12-15، أو وقتًا بمنطقته الزمنية مثل 2015-12-15T18:30:00Z.',
  'Give a kind of thing that there is.': 'اذكر نوعًا موجودًا.',
  'Give a kind that there is.': 'اذكر نوعًا موجودًا.',
  'Give a page number.': 'اكتب رقم صفحة.',
  'Give a whole web address that begins with https:// or http://, or paste the text instead.':
    'اكتب عنوان ويب كاملًا يبدأ بـ https:// أو http://، أو ألصق النص بدلًا منه.',
  'Give a whole web address that begins with https://.': 'اكتب عنوان ويب كاملًا يبدأ بـ https://.',
  'Give an instant such as 2026-11-24T12:00:00Z, or a day such as 2026-11-24.':
    'اكتب لحظة مثل 2026-11-24T12:00:00Z، أو يومًا مثل 2026-11-24.',
  'Give at least one end of the value.': 'اكتب طرفًا واحدًا للقيمة على الأقل.',
  'Give the passkey a name.': 'سمِّ مفتاح المرور.',
  'Give the reason for this change.': 'اذكر سبب هذا التغيير.',
  'Give the reason why this is no conflict.': 'اذكر سبب عدم وجود تعارض.',
  'Give the reason.': 'اذكر السبب.',
  'Give the reason; the log keeps it.': 'اذكر السبب؛ يُحفظ في السجل.',
  'Give the words that were said, or choose another form, such as paraphrase.':
    'اكتب الكلام الذي قيل، أو اختر صيغة أخرى مثل النقل بالمعنى.',
  'Give your reasons: they stand in the record.': 'اذكر أسبابك: تبقى في السجل.',
  'In both groups, and counted in group A only: {} and {} more.':
    'في المجموعتين كلتيهما، ويُحتسب في المجموعة أ وحدها: {} وغيرها ({}).',
  'In both groups, and counted in group A only: {}.':
    'في المجموعتين كلتيهما، ويُحتسب في المجموعة أ وحدها: {}.',
  'One short name in the address is that of no party of this topic.':
    'في العنوان اسم مختصر ليس لأي طرف في هذا الموضوع.',
  '{} short names in the address are those of no parties of this topic.':
    'في العنوان أسماء مختصرة ليست لأي طرف في هذا الموضوع، وعددها {}.',
  'In this version the claim was withdrawn. Restoring it withdraws the claim again: it no longer counts in comparisons and contradictions.':
    'في هذا الإصدار كان القول مسحوبًا. واستعادته تسحب القول من جديد: فلا يُحتسب في المقارنات والتناقضات.',
  'It has more than {} fields.': 'فيها أكثر من {} حقلًا.',
  'It is confirmed that it is you. Press “Add a passkey” once more.':
    'تأكد أنك أنت. اضغط «إضافة مفتاح مرور» مرة أخرى.',
  'It says that already. Nothing was written.': 'هذا ما يقوله بالفعل. لم يُكتب شيء.',
  'It was used on {}.': 'استُعمل في {}.',
  'Its text is {} characters; at most {} are kept. Paste the part that matters.':
    'نصه {} حرفًا؛ ويُحفظ منه {} على الأكثر. ألصق الجزء المهم.',
  'No issue of this topic has the short name “{}”. All issues are shown.':
    'لا مسألة في هذا الموضوع باسم مختصر «{}». تظهر كل المسائل.',
  'No party of this topic has the short name “{}”.': 'لا طرف في هذا الموضوع باسم مختصر «{}».',
  'No party of this topic has the short name {}.': 'لا طرف في هذا الموضوع باسم مختصر {}.',
  'No text was found in it. Type or paste the text instead.':
    'لم يُعثر فيه على نص. اكتب النص أو ألصقه.',
  'Nothing is fetched from the web here. Paste the text instead.':
    'لا يُجلب هنا شيء من الويب. ألصق النص.',
  'Nothing is sent from here, so no webhook can be added.':
    'لا يُرسل شيء من هنا، فلا يمكن إضافة خطّاف ويب.',
  'Nothing is sent to {} here, only to {}.': 'لا يُرسل هنا شيء إلى {}، بل إلى {} فقط.',
  'Only the usual web ports are sent to.': 'لا يُرسل إلا إلى منافذ الويب المعتادة.',
  'Only the usual web ports, 80 and 443, are fetched from. You can still paste its text.':
    'لا يُجلب إلا من منفذي الويب المعتادين 80 و443. ويمكنك مع ذلك لصق نصه.',
  'Only whoever gave a review can take it back.': 'لا يستطيع الرجوع عن المراجعة إلا من أجراها.',
  'Open it in your browser and paste its text.': 'افتحه في متصفحك وألصق نصه.',
  'Paste the text of the source, or choose a file.': 'ألصق نص المصدر، أو اختر ملفًا.',
  'Put off for a week.': 'أُجّل أسبوعًا.',
  'Restored. The newest version says what the earlier one said.':
    'تمت الاستعادة. يقول أحدث إصدار ما قاله الأسبق.',
  'Say in a sentence what the answer is.': 'قل في جملة ما هو الرد.',
  'Say in a sentence what the party says.': 'قل في جملة ما يقوله الطرف.',
  'Say in words why it has to go. This is public.': 'بيّن لماذا يجب أن يُمحى. هذا علني.',
  'Say up to which instant. Reload the page and try again.':
    'حدّد حتى أي لحظة. أعد تحميل الصفحة وحاول من جديد.',
  'Say what it is for.': 'بيّن الغرض منه.',
  'Say what kind of party it is, such as state or armed group.':
    'بيّن نوع الطرف، مثل دولة أو جماعة مسلحة.',
  'Say whether they may sign in.': 'بيّن هل يُسمح له بتسجيل الدخول.',
  'Say why the words stay.': 'بيّن لماذا يبقى الكلام.',
  'Some fields need fixing.': 'بعض الحقول تحتاج إلى تصحيح.',
  'Something went wrong on our side.': 'حدث خطأ من جانبنا.',
  'Somebody here has this name, or one that looks like it. Choose another.':
    'لشخص هنا هذا الاسم أو ما يشبهه. اختر غيره.',
  'Take one of these relations away.': 'احذف إحدى هاتين العلاقتين.',
  'That is {}.': 'وهو {}.',
  'The captured text of this source was erased, so these words cannot be checked against it. Leave the quotation as it is on record, give a paraphrase without a quotation, or capture a text of the source again that may be kept.':
    'مُحي النص الملتقط لهذا المصدر، فلا يمكن التحقق من هذا الكلام فيه. اترك الاقتباس كما هو في السجل، أو انقله بالمعنى بلا اقتباس، أو التقط من المصدر نصًا يجوز حفظه.',
  'The captured texts stay, the newest first, and so does how much of them readers see: a version brings back what is said about the source.':
    'تبقى النصوص الملتقطة، الأحدث أولًا، وكذلك ما يراه القراء منها: فالإصدار يعيد ما يقال عن المصدر.',
  'The claim is withdrawn now. This version is from before: restoring it puts the claim back, and it counts again in comparisons and contradictions.':
    'القول مسحوب الآن، وهذا الإصدار من قبل ذلك: استعادته تعيد القول فيُحتسب من جديد في المقارنات والتناقضات.',
  'The nearest words there, {} % the same, stand below the quotation.':
    'أقرب كلام فيه، وهو مطابق بنسبة {} %، يظهر تحت الاقتباس.',
  'The pair view takes two parties. These are shown in another one.':
    'عرض الزوج يتسع لطرفين. تُعرض هذه بطريقة أخرى.',
  'The passkey is removed. Sessions that began with it go on until they are ended below.':
    'أُزيل مفتاح المرور. والجلسات التي بدأت به تستمر حتى تُنهى أدناه.',
  'The passkey is saved.': 'حُفظ مفتاح المرور.',
  'The passkey was not saved: it is on record already.': 'لم يُحفظ مفتاح المرور: فهو مسجّل من قبل.',
  'The passkey was not saved: it took more than five minutes, or was sent twice. Add it again.':
    'لم يُحفظ مفتاح المرور: استغرق أكثر من خمس دقائق أو أُرسل مرتين. أضفه من جديد.',
  'The passkey was not saved: what the browser sent could not be verified. Add it again.':
    'لم يُحفظ مفتاح المرور: تعذّر التحقق مما أرسله المتصفح. أضفه من جديد.',
  'The password is {} characters; at most {}.': 'كلمة المرور {} حرفًا؛ والأقصى {}.',
  'The password is {} characters; use at least {}. A few words in a row are fine.':
    'كلمة المرور {} حرفًا؛ استعمل {} على الأقل. بضع كلمات متتالية تكفي.',
  'The session has ended.': 'انتهت الجلسة.',
  'The text of this source is not kept here, so claims cannot be made from it.':
    'نص هذا المصدر غير محفوظ هنا، فلا يمكن استخراج أقوال منه.',
  'The token has ended.': 'انتهى رمز الوصول.',
  'The value ends before it starts. Swap the two ends.': 'تنتهي القيمة قبل أن تبدأ. بدّل طرفيها.',
  'The webhook is disabled. Nothing more is sent.': 'عُطّل خطّاف الويب. لن يُرسل شيء بعد الآن.',
  'The webhook is enabled. What happens from now on is sent.':
    'فُعّل خطّاف الويب. ويُرسل ما يحدث من الآن.',
  'The webhook is removed.': 'أُزيل خطّاف الويب.',
  'There are {} parties. The {} with the most claims are shown.':
    'عدد الأطراف {}. تظهر منها {} هي الأكثر أقوالًا.',
  'There is no claim “{}” in this topic.': 'لا قول «{}» في هذا الموضوع.',
  'There is no id here.': 'لا معرّف هنا.',
  'There is no source “{}” in this topic.': 'لا مصدر «{}» في هذا الموضوع.',
  'There is no such status.': 'لا وجود لهذه الحالة.',
  'There is no {} “{}” in this topic.': 'لا وجود لهذا في الموضوع: {} «{}».',
  'This PDF holds no text; it may be a scan. Type or paste its text instead.':
    'لا نص في ملف PDF هذا؛ لعله صورة. اكتب نصه أو ألصقه.',
  'This Word document unpacks to more than 20 MB. Paste its text instead.':
    'يتجاوز مستند Word هذا 20 ميغابايت بعد فكّه. ألصق نصه.',
  'This address and this password do not belong together.':
    'هذا العنوان وكلمة المرور هذه لا يتطابقان.',
  'This address holds a user name or a password. Take it out, or paste the text instead.':
    'في هذا العنوان اسم مستخدم أو كلمة مرور. احذفهما أو ألصق النص.',
  'This address holds a user name or a password. Take it out; requests are signed instead.':
    'في هذا العنوان اسم مستخدم أو كلمة مرور. احذفهما؛ فالطلبات موقّعة.',
  'This address is longer than 2,048 characters.': 'هذا العنوان أطول من 2,048 حرفًا.',
  'This address is longer than 2,048 characters. Give a shorter one, or paste the text instead.':
    'هذا العنوان أطول من 2,048 حرفًا. اكتب أقصر منه أو ألصق النص.',
  'This address points into a private network and is not fetched. You can still paste its text.':
    'يشير هذا العنوان إلى شبكة خاصة فلا يُجلب. ويمكنك مع ذلك لصق نصه.',
  'This address points into a private network.': 'يشير هذا العنوان إلى شبكة خاصة.',
  'This cannot be read.': 'تعذّرت قراءة هذا.',
  'This contains an invisible mark that turns the direction of text. Remove it.':
    'في هذا علامة خفية تغيّر اتجاه النص. احذفها.',
  'This contradiction was decided on, or its evidence changed, after you opened it. Nothing was saved. What you typed is below: look at the pair again and decide.':
    'حُكم في هذا التناقض أو تغيّرت أدلته بعد أن فتحتَه. لم يُحفظ شيء. ما كتبته أدناه: انظر إلى الزوج من جديد ثم قرّر.',
  'This field is missing.': 'هذا الحقل ناقص.',
  'This file could not be read: it is damaged, protected, or far larger inside than outside. Paste its text instead.':
    'تعذّرت قراءة هذا الملف: فهو تالف أو محمي أو أكبر كثيرًا في داخله. ألصق نصه.',
  'This form has no field “{}”.': 'لا حقل «{}» في هذه الاستمارة.',
  'This is a Word file of the old kind (.doc). Save it as .docx, or paste its text.':
    'هذا ملف Word من النوع القديم (.doc). احفظه بصيغة .docx أو ألصق نصه.',
  'This is a packed file, but no Word document. Paste its text instead.':
    'هذا ملف مضغوط وليس مستند Word. ألصق نصه.',
  'This is blank. Leave the field out instead.': 'هذا فارغ. احذف الحقل بدلًا من ذلك.',
  'This is not text, HTML, Word, PDF or subtitles. Paste its text instead.':
    'ليس هذا نصًا ولا HTML ولا Word ولا PDF ولا ترجمة مرئية. ألصق نصه.',
  'This is not the password in use.': 'ليست هذه كلمة المرور المستعملة.',
  'This is not your password.': 'ليست هذه كلمة مرورك.',
  'This is {} characters; at most {}.': 'هذا {} حرفًا؛ والأقصى {}.',
  'This passkey was not accepted. Try again, or sign in with your e-mail address and password.':
    'لم يُقبل مفتاح المرور هذا. حاول من جديد، أو سجّل الدخول ببريدك الإلكتروني وكلمة المرور.',
  'This passkey was not accepted. Try again.': 'لم يُقبل مفتاح المرور هذا. حاول من جديد.',
  'This password would be among the first to be tried. Use words that do not belong together.':
    'كلمة المرور هذه من أول ما يُجرَّب. استعمل كلمات لا صلة بينها.',
  'Type {} exactly.': 'اكتب {} حرفيًا.',
  'Undo of version {}.': 'تراجع عن الإصدار {}.',
  'Use digits, with a point for decimals: 3 or 2.5.': 'استعمل أرقامًا، ونقطة للكسور: 3 أو 2.5.',
  'Use the passkey first.': 'استعمل مفتاح المرور أولًا.',
  'What was answered then is not kept. If it was a link, a token or a secret: that is shown only once. Take back or end the one that was made, and make another.':
    'لا يُحفظ ما أُجيب به حينها. فإن كان رابطًا أو رمز وصول أو سرًا فإنه يظهر مرة واحدة فقط. ألغِ ما أُنشئ أو أنهِه، وأنشئ غيره.',
  'Whether gaps narrowed is counted for up to {} parties. Choose fewer to see it.':
    'لا يُحسب ضيق الفجوات لأكثر من {} من الأطراف. اختر أقل لتراه.',
  'Who sees the topic, its members, and how many reviews settle a contradiction stay as they are. They are changed where the topic is set up.':
    'يبقى من يرى الموضوع، وأعضاؤه، وعدد المراجعات التي تحسم التناقض كما هي. وتُغيَّر حيث يُضبط الموضوع.',
  'Your name and address are saved.': 'حُفظ اسمك وعنوانك.',
  'Your password is saved. Every other session has ended.': 'حُفظت كلمة مرورك. وانتهت كل جلسة أخرى.',
  '{} Check the address, or paste the text instead.': '{} تحقق من العنوان، أو ألصق النص.',
  '{} No changes are told.': '{} ولا تُذكر تغييرات.',
  '{} The page shows all of time.': '{} وتعرض الصفحة كامل المدة.',
  '{} The page shows today.': '{} وتعرض الصفحة اليوم.',
  '{} The table shows today.': '{} ويعرض الجدول اليوم.',
  '{} Try again later, or open it in your browser and paste its text.':
    '{} حاول لاحقًا، أو افتحه في متصفحك وألصق نصه.',
  '{} cannot restate itself. Choose another claim, or take the mark away.':
    '{} لا يكرر نفسه. اختر قولًا آخر أو احذف العلامة.',
  '{} contains a broken character at position {}. Paste the text again.':
    'في {} حرف تالف في الموضع {}. ألصق النص من جديد.',
  '{} contains a line break at position {}. Write it on one line.':
    'في {} سطر جديد في الموضع {}. اكتبه في سطر واحد.',
  '{} contains an invisible NUL character at position {}. Remove it and save again.':
    'في {} حرف NUL خفي في الموضع {}. احذفه واحفظ من جديد.',
  '{} contains the control character {} at position {}. Remove it and save again.':
    'في {} حرف التحكم {} في الموضع {}. احذفه واحفظ من جديد.',
  '{} contains the hidden direction mark {} at position {}. Remove it and save again.':
    'في {} علامة اتجاه خفية {} في الموضع {}. احذفها واحفظ من جديد.',
  '{} documents were fetched for you within an hour. {} Or paste the text instead.':
    'جُلب لك {} مستندًا في ساعة. {} أو ألصق النص.',
  '{} is {} characters; at most {}. Shorten it by {}.': '{}: {} حرفًا، والأقصى {}. اختصر منه {}.',
  '{} is after {}, the last day that is looked at.': '{} بعد {}، وهو آخر يوم يُنظر فيه.',
  '{} parties were asked for. The first {} are shown.': 'طُلب {} من الأطراف. يظهر أول {} منها.',
  '“{}” is in the future. A record can be shown as it was up to now, not as it will be.':
    '«{}» في المستقبل. يمكن عرض السجل كما كان حتى الآن، لا كما سيكون.',
  '“{}” is before {}, when the claim that it answers was made.':
    '«{}» قبل {}، وهو وقت القول الذي يرد عليه.',
  '“{}” is later than the publication of a source that reports it ({}).':
    '«{}» بعد نشر مصدر ينقله ({}).',
  '“{}” is later than the publication of “{}” ({}). Correct one of the two dates.':
    '«{}» بعد نشر «{}» ({}). صحّح أحد التاريخين.',
  '“{}” is no language tag. Use BCP 47, such as en or ru.':
    '«{}» ليس رمز لغة. استعمل BCP 47، مثل en أو ru.',
  '“{}” is not a day. Give one such as 2015-12-15.': '«{}» ليس يومًا. اكتب يومًا مثل 2015-12-15.',
  '“{}” is not a day. Use one like 2015-12-15.': '«{}» ليس يومًا. استعمل صيغة مثل 2015-12-15.',
  '“{}” is not one day. Give a whole day such as 2015-12-15.':
    '«{}» ليس يومًا واحدًا. اكتب يومًا كاملًا مثل 2015-12-15.',
  '“{}” lies in the future. Enter when it was said.': '«{}» في المستقبل. اكتب متى قيل.',
  '“{}” was sent {} times; it holds one value.': 'أُرسل «{}» {} مرات؛ ولا يحمل إلا قيمة واحدة.',
  '“{}” is not a date. Use 2015-12-15, 2015-12, 2015, or a span such as 2015-10/2015-12.':
    '«{}» ليس تاريخًا. استعمل 2015-12-15 أو 2015-12 أو 2015، أو مدة مثل 2015-10/2015-12.',
  '“{}” lies before the year 0001.': '«{}» قبل السنة 0001.',
  '“{}” has a month but no exact year. Leave the month out.':
    '«{}» فيه شهر بلا سنة محددة. احذف الشهر.',
  '“{}” has a day but no month.': '«{}» فيه يوم بلا شهر.',
  '“{}” has no month {}. Months run from 01 to 12.': '«{}» لا شهر فيه رقمه {}. الأشهر من 01 إلى 12.',
  '“{}” is not a day: {}-{} has {} days.': '«{}» ليس يومًا: عدد أيام {}-{} هو {}.',
  '“{}” has more than one “/”. A span has two ends.': '«{}» فيه أكثر من «/» واحدة. للمدة طرفان.',
  '“{}” has a time of day in a span. Leave the time out.':
    '«{}» فيه وقت من اليوم ضمن مدة. احذف الوقت.',
  '“{}” has no end that is known. Give at least one.': '«{}» لا طرف معروفًا له. اذكر واحدًا على الأقل.',
  '“{}” ends before it starts. Swap the two dates.': '«{}» ينتهي قبل أن يبدأ. بدّل التاريخين.',
  'The certificate of {} is not valid, so nobody can tell who answers.':
    'شهادة {} غير صالحة، فلا يُعرف من يجيب.',
  'The name {} could not be looked up.': 'تعذّر البحث عن الاسم {}.',
  'There is no host called {}.': 'لا مضيف باسم {}.',
  '{} answered with more than 16 KB of headers.': 'أجاب {} بترويسات تتجاوز 16 كيلوبايت.',
  '{} broke off in the middle of its answer.': 'انقطع {} في وسط إجابته.',
  '{} cannot be reached at the moment.': 'تعذّر الوصول إلى {} الآن.',
  '{} does not answer as a web server does.': 'لا يجيب {} كما يجيب خادم ويب.',
  'The editor’s decision was taken back.': 'سُحب قرار المحرِّر.',
  'Erased on {} by {}: {}.': 'مُحي في {}، محاه {}: {}.',
  'Enter the {}.': 'الحقل مطلوب: {}.',
  'this topic': 'هذا الموضوع',
  'this issue': 'هذه المسألة',
  'this party': 'هذا الطرف',
  'this claim': 'هذا القول',
  'this contradiction': 'هذا التناقض',
  'setting up this topic': 'ضبط هذا الموضوع',
  'This field': 'هذا الحقل',
  ...peopleMessages,
  ...sourceMessages,
}
