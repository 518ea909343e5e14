import type { Words } from '../english.ts'
import { counts, number } from './counts.ts'

export const inbox: Words['inbox'] = {
  title: 'الوارد',
  lede: 'ما جرى لما تتابعه منذ بدأت متابعته، من دون ما فعلته بنفسك.',
  undoOf: (name) => `عن إيقاف متابعة ${name}`,
  ended: (name) => <>لم تعد تتابع {name}.</>,
  followNothing: 'لا تتابع شيئًا بعد',
  howToFollow: 'في أسفل كل موضوع وطرف ومسألة وتناقض زر لمتابعته. ويُذكر هنا بعد ذلك ما يجري له.',
  seeTopics: 'الاطلاع على المواضيع',
  nothingYet: 'لم يجرِ شيء بعد',
  fromNowOn: 'من الآن تُذكر هنا أقوال ما تتابعه وتناقضاته.',
  entries: (total, unread) =>
    `${counts.entries(total)}، ${unread === 0 ? 'لا جديد' : `والجديد منها ${number(unread)}`}.`,
  markRead: 'تعليم الكل كمقروء',
  pagesOf: 'القيود',
  isNew: 'جديد',
  inTopic: (time, topic) => (
    <>
      {time}، في {topic}
    </>
  ),
  following: 'ما تتابعه',
  kinds: { topic: 'موضوع', party: 'طرف', issue: 'مسألة', contradiction: 'تناقض' },
  kindIn: (kind, topic) => (
    <>
      {kind} في {topic}
    </>
  ),
  stop: (what) => (
    <>
      إيقاف متابعة
      <span class="visually-hidden"> {what}</span>
    </>
  ),
}
