import { ENGLISH_DATES } from '#server/domain/date-words.ts'
import { ENGLISH_EXPLANATIONS } from '#server/domain/explanation.ts'
import { number, counts } from './en/counts.ts'
import { relations } from './en/relations.ts'
import { common } from './en/common.ts'
import { comparison } from './en/comparison.tsx'
import { contradiction } from './en/contradiction.tsx'
import { agreement } from './en/agreement.tsx'
import { review } from './en/review.tsx'
import { reply } from './en/reply.tsx'
import { inbox } from './en/inbox.tsx'
import { messages } from './en/messages.ts'
import { commonGround, groups, matrix, overview } from './en/overview.tsx'
import { problems, refusals } from './en/problems.tsx'
import { shared } from './en/shared.tsx'
import { account } from './en/account.tsx'
import { claim } from './en/claim.tsx'
import { claimForm } from './en/claim-form.tsx'
import { capture } from './en/capture.tsx'
import { home } from './en/home.tsx'
import { embed } from './en/embed.tsx'
import { exporting } from './en/exporting.tsx'
import { webhooks } from './en/webhooks.tsx'
import { settings } from './en/settings.tsx'
import { admin } from './en/admin.tsx'
import { erasure } from './en/erasure.tsx'
import { codes } from './en/codes.ts'
import { history } from './en/history.tsx'
import { issue, issueSearch } from './en/issue.tsx'
import { issueForm, issueReshape } from './en/issue-form.tsx'
import { allHistory } from './en/all-history.tsx'
import { versions } from './en/versions.tsx'
import { help } from './en/help.tsx'
import { accessibility } from './en/accessibility.tsx'
import { party } from './en/party.tsx'
import { whoForm } from './en/who-form.tsx'
import { people } from './en/people.tsx'
import { signs } from './en/signs.tsx'
import { method } from './en/method.tsx'
import { methodRules } from './en/method-rules.tsx'
import { methodReviews } from './en/method-reviews.tsx'
import { moderation } from './en/moderation.tsx'
import { feedTitles } from './en/feed-titles.ts'
import { source } from './en/source.tsx'
import { sourceForm } from './en/source-form.tsx'
import { keys } from './en/keys.tsx'
import { layout } from './en/layout.tsx'
import { passkeys } from './en/passkeys.ts'
import { search } from './en/search.tsx'
import { timeline } from './en/timeline.tsx'
import { topic, topicSetup } from './en/topic.tsx'

/** The English words of the interface, and the measure for every other language. */
export const english = {
  /** BCP 47, as documents are marked. */
  language: 'en' as string,
  direction: 'ltr' as 'ltr' | 'rtl',
  /** Its name in itself. */
  ownName: 'English',
  dates: ENGLISH_DATES,
  explanations: ENGLISH_EXPLANATIONS,
  number,
  counts,
  ...relations,
  common,
  comparison,
  agreement,
  contradiction,
  review,
  reply,
  inbox,
  messages,
  account,
  claim,
  claimForm,
  capture,
  home,
  embed,
  exporting,
  webhooks,
  settings,
  admin,
  erasure,
  codes,
  history,
  issue,
  issueSearch,
  issueForm,
  issueReshape,
  versions,
  allHistory,
  help,
  accessibility,
  party,
  whoForm,
  people,
  signs,
  method,
  methodRules,
  methodReviews,
  overview,
  commonGround,
  matrix,
  groups,
  problems,
  refusals,
  shared,
  moderation,
  feedTitles,
  source,
  sourceForm,
  keys,
  layout,
  passkeys,
  search,
  timeline,
  topic,
  topicSetup,
}

/** What every other language has to have. */
export type Words = typeof english
