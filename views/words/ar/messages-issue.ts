import type { Words } from '../english.ts'

/** What keeps an issue, its positions and what is said on it from being saved, and what was done. */
export const issueMessages: Words['messages'] = {
  'Enter the question.': 'اكتب السؤال.',
  'Choose the nature of the question.': 'اختر طبيعة السؤال.',
  'Choose how it is answered.': 'اختر كيف يُجاب عنه.',
  'Only a quantity or a date has a unit. Leave it out.':
    'لا وحدة إلا لكمية أو تاريخ. اترك هذا الحقل فارغًا.',
  'Choose the party that calls it so.': 'اختر الطرف الذي يسمّيه كذلك.',
  'This party has a name for it above.': 'لهذا الطرف اسم له أعلاه.',
  'Enter what the party calls it, or choose no party.': 'اكتب ما يسمّيه به الطرف، أو لا تختر طرفًا.',
  'A number or a date is the answer here, so there are no positions. Take them out, or choose another way of answering.':
    'الجواب هنا عدد أو تاريخ، فلا مواقف. أزلها، أو اختر طريقة أخرى للجواب.',
  'A yes-or-no question has one position; “no” is its denial. Take this one out, or choose options.':
    'لسؤال نعم أو لا موقف واحد؛ و«لا» رفضه. أزل هذا الموقف، أو اختر الخيارات.',
  'This position is no longer there. Take it out and add it anew.':
    'لم يعد هذا الموقف موجودًا. أزله وأضفه من جديد.',
  'Enter the position, or take it out.': 'اكتب الموقف، أو أزله.',
  'This is position {} again. Two positions cannot read the same.':
    'هذا هو الموقف {} مرة أخرى. لا يمكن أن يتطابق نص موقفين.',
  'Position {} is empty.': 'الموقف {} فارغ.',
  'Nobody could hold “{}”: {}. Take one of these relations away.':
    'لا يمكن لأحد أن يتبنّى «{}»: {}. احذف إحدى هذه العلاقات.',
  'Nobody could reject “{}”: {}. Take one of these relations away.':
    'لا يمكن لأحد أن يرفض «{}»: {}. احذف إحدى هذه العلاقات.',
  'yes to “{}”, so {}': 'نعم لـ «{}»، ومن ثم {}',
  'no to “{}”, so {}': 'لا لـ «{}»، ومن ثم {}',
  'yes to “{}”': 'نعم لـ «{}»',
  'no to “{}”': 'لا لـ «{}»',

  'Enter what the new position says.': 'اكتب ما يقوله الموقف الجديد.',
  'Choose a position of the list.': 'اختر موقفًا من القائمة.',
  'Choose another one than the one that goes.': 'اختر موقفًا غير الذي يزول.',
  'A position of this issue reads the same. Merge or move to that one.':
    'في هذه المسألة موقف بالنص نفسه. ادمج فيه أو انقل إليه.',
  'No claim is about this position, so there is nothing to split. Add a position instead.':
    'لا قول عن هذا الموقف، فلا شيء يُقسَّم. أضف موقفًا بدلًا من ذلك.',
  'Choose at least one claim of the list.': 'اختر قولًا واحدًا على الأقل من القائمة.',
  'The claim “{}” was changed after that, so undoing it would lose that change.':
    'غُيّر القول «{}» بعد ذلك، والتراجع يُضيّع ذلك التغيير.',
  'Undo of version {} of the issue.': 'تراجع عن الإصدار {} من المسألة.',

  'Choose the party.': 'اختر الطرف.',
  'Enter the day.': 'اكتب اليوم.',
  'Enter a day, such as 2015-12-15.': 'اكتب يومًا، مثل 2015-12-15.',
  'Choose what came of it.': 'اختر نتيجة البحث.',
  'This day has not come yet.': 'لم يأتِ هذا اليوم بعد.',

  'The issue was added.': 'أُضيفت المسألة.',
  'The issue was changed.': 'غُيّرت المسألة.',
  'The positions were merged.': 'دُمج الموقفان.',
  'The position was split.': 'قُسّم الموقف.',
  'The change was undone.': 'أُلغي التغيير.',
  'The search was recorded.': 'سُجّلت عملية البحث.',
  'The search was withdrawn.': 'سُحبت عملية البحث.',
  'recording this search': 'تسجيل عملية البحث هذه',
  'changing this search': 'تغيير عملية البحث هذه',

  '{} on record answers with {}, and would say nothing on an issue of another kind. Move it to another issue first.':
    'في السجل {}، والجواب فيه {}، ولا معنى لذلك في مسألة من نوع آخر. انقله إلى مسألة أخرى أولًا.',
  '{} on record answer with {}, and would say nothing on an issue of another kind. Move them to another issue first.':
    'في السجل {} والجواب {}، ولا معنى لذلك في مسألة من نوع آخر. انقل الأقوال إلى مسألة أخرى أولًا.',
  '{} on record is about “{}”, so it stays. Merge it into another position instead.':
    'في السجل {} عن «{}»، فيبقى. ادمجه في موقف آخر بدلًا من ذلك.',
  '{} on record are about “{}”, so it stays. Merge it into another position instead.':
    'في السجل {} عن «{}»، فيبقى. ادمجه في موقف آخر بدلًا من ذلك.',
  'In this version the answer is {}. It is {} now, and {} on record gives one. Move them to another issue first, or restore a later version.':
    'الجواب في هذا الإصدار {}. وهو الآن {}، وفي السجل {} بمثل هذا الجواب. انقله إلى مسألة أخرى أولًا، أو استعد إصدارًا لاحقًا.',
  'In this version the answer is {}. It is {} now, and {} on record give one. Move them to another issue first, or restore a later version.':
    'الجواب في هذا الإصدار {}. وهو الآن {}، وفي السجل {} بمثل هذا الجواب. انقلها إلى مسألة أخرى أولًا، أو استعد إصدارًا لاحقًا.',
  'The position “{}” is not in this version, and {} on record refers to it. Edit it to take another position first, or restore a version that has it.':
    'ليس الموقف «{}» في هذا الإصدار، وفي السجل {} عنه. عدّل القول أولًا ليتناول موقفًا آخر، أو استعد إصدارًا فيه هذا الموقف.',
  'The position “{}” is not in this version, and {} on record refer to it. Edit them to take another position first, or restore a version that has it.':
    'ليس الموقف «{}» في هذا الإصدار، وفي السجل {} عنه. عدّلها أولًا لتتناول موقفًا آخر، أو استعد إصدارًا فيه هذا الموقف.',
  'The position “{}” is not in this version, and {} on record is about it. Restore a version that has it.':
    'ليس الموقف «{}» في هذا الإصدار، وفي السجل {} عنه. استعد إصدارًا فيه هذا الموقف.',
  'The position “{}” is not in this version, and {} on record are about it. Restore a version that has it.':
    'ليس الموقف «{}» في هذا الإصدار، وفي السجل {} عنه. استعد إصدارًا فيه هذا الموقف.',
  'a position': 'موقف',
  'a quantity': 'كمية',
  'a date': 'تاريخ',
  '{} Capture a text of the source that has them, or edit the claim as it is now.':
    '{} التقط نصًا للمصدر ترد فيه، أو عدّل القول كما هو الآن.',
  '{} Correct one of the two dates first.': '{} صحّح أحد التاريخين أولًا.',
  '{} Record it first, or edit the claim as it is now.': '{} سجّله أولًا، أو عدّل القول كما هو الآن.',
  '{} Record it first, or restore another version.': '{} سجّله أولًا، أو استعد إصدارًا آخر.',
  '{} Restore a version with other relations.': '{} استعد إصدارًا بعلاقات أخرى.',

  '{} is marked as a restatement of {}, but they differ in {}, so they do not say the same. Correct the one that is wrong, or take the mark away.':
    '{} معلَّم بأنه تكرار لـ{}، لكنهما يختلفان في {}، فلا يقولان الشيء نفسه. صحّح الخاطئ منهما، أو احذف العلامة.',
  '{} is marked as a restatement of {}, which was said later. Mark the later one instead, or correct a date.':
    '{} معلَّم بأنه تكرار لـ{}، وهذا قيل بعده. علّم اللاحق بدلًا منه، أو صحّح أحد التاريخين.',
  '{} is marked as a restatement of {}, and that one, in the end, of this one. Take one of the marks away.':
    '{} معلَّم بأنه تكرار لـ{}، وهذا في النهاية تكرار لذاك. احذف إحدى العلامتين.',
  '“{}” ({})': '«{}» ({})',
  party: 'الطرف',
  issue: 'المسألة',
  position: 'الموقف',
  value: 'القيمة',
  stance: 'الاتجاه',
  bearing: 'الصلة بالمسألة',
  condition: 'الشرط',
  'period it applies to': 'المدة التي يسري عليها',
  'scope note': 'ملاحظة النطاق',
  hedge: 'التحفّظ',

  Question: 'السؤال',
  Unit: 'الوحدة',
  Position: 'الموقف',
  Description: 'الوصف',
  'Its name for this': 'اسمه لهذا',
  Reason: 'السبب',
  Where: 'أين جرى البحث',
  By: 'القائم بالبحث',
}
