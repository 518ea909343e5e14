import type { Words } from '../english.ts'
import { isolateDates } from '../isolate-dates.ts'

export const reply: Words['reply'] = {
  by: (party) => <>رد من {party}</>,
  withdrawn: (reason) => (
    <>
      <strong>مسحوب.</strong> {reason}
    </>
  ),
  theReply: (party) => (
    <>
      الرد<span class="visually-hidden"> من {party}</span>
    </>
  ),
  comma: '، ',
  edit: (party) => (
    <>
      تعديل<span class="visually-hidden"> رد {party}</span>
    </>
  ),
  withdraw: (party) => (
    <>
      سحب<span class="visually-hidden"> رد {party}</span>
    </>
  ),
  putBack: (party) => (
    <>
      إعادة<span class="visually-hidden"> رد {party}</span>
    </>
  ),
  byOn: (party, day) => (
    <>
      رد من {party}، {day}
    </>
  ),

  addTitle: 'إضافة رد',
  editTitle: 'تعديل الرد',
  lede: 'الرد هو ما يجيب به طرف عن هذا القول. يُعرض مع القول أيًا كان مضمونه، ولا يغيّر حكمًا.',
  more: 'المزيد عن الردود',
  save: 'حفظ الرد',
  saveChanges: 'حفظ التغييرات',
  cancel: 'إلغاء',
  longText: (add) => (
    <>لحفظ نص طويل أو ملف أو صفحة، {add('أضفه مصدرًا')} أولًا؛ ثم يمكن اختياره هنا.</>
  ),
  answer: 'الجواب',
  party: 'الطرف الذي يرد',
  partyHint: 'صاحب القول، أو طرف آخر يتناوله القول.',
  chooseParty: 'اختر طرفًا',
  person: 'الشخص الذي رد',
  statement: 'التصريح',
  statementHint: 'ما يجيب به الطرف، في جملة محايدة واحدة من صياغتك.',
  said: 'تاريخ الرد',
  saidHint: isolateDates('بأدق ما هو معروف: 2016-01-03 أو 2016-01 أو نحو 2016-01~. لا يسبق القول.'),
  why: 'السبب',
  reason: 'سبب هذا التغيير',
  reasonHint: 'يظهر في سجل التغييرات.',
  onRecord: 'هذا الرد مسجَّل من قبل',
  nothingSaved: 'كل شيء كما هو، فلم يُحفظ شيء.',
  seeReply: 'الاطلاع على الرد',
  savedBefore: 'حُفظ هذا النموذج من قبل بوصفه ردًا آخر',
  savedBeforeLede: 'لم يُحفظ شيء آخر. ما كتبته أدناه؛ اضغط «حفظ الرد» لتسجيله ردًا مستقلًا.',

  withdrawTitle: 'سحب رد',
  putBackTitle: 'إعادة رد',
  withdrawLede:
    'يبقى مع قوله وعليه علامة السحب، ولا يظهر بعد ذلك في المقارنات ولا إلى جانب التناقضات. يمكن أن يُعاد.',
  putBackLede: 'يظهر من جديد حيثما يظهر قوله. يحتفظ سجل التغييرات بالخطوتين.',
}
