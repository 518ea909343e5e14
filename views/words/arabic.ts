import { counts, number } from './ar/counts.ts'
import { dates, explanations } from './ar/speech.ts'
import { relations } from './ar/relations.ts'
import { common } from './ar/common.ts'
import { comparison } from './ar/comparison.tsx'
import { contradiction } from './ar/contradiction.tsx'
import { agreement } from './ar/agreement.tsx'
import { review } from './ar/review.tsx'
import { reply } from './ar/reply.tsx'
import { inbox } from './ar/inbox.tsx'
import { messages } from './ar/messages.ts'
import { commonGround, groups, matrix, overview } from './ar/overview.tsx'
import { problems, refusals } from './ar/problems.tsx'
import { shared } from './ar/shared.tsx'
import { account } from './ar/account.tsx'
import { claim } from './ar/claim.tsx'
import { claimForm } from './ar/claim-form.tsx'
import { capture } from './ar/capture.tsx'
import { home } from './ar/home.tsx'
import { embed } from './ar/embed.tsx'
import { exporting } from './ar/exporting.tsx'
import { webhooks } from './ar/webhooks.tsx'
import { settings } from './ar/settings.tsx'
import { admin } from './ar/admin.tsx'
import { erasure } from './ar/erasure.tsx'
import { codes } from './ar/codes.ts'
import { history } from './ar/history.tsx'
import { issue, issueSearch } from './ar/issue.tsx'
import { issueForm, issueReshape } from './ar/issue-form.tsx'
import { allHistory } from './ar/all-history.tsx'
import { versions } from './ar/versions.tsx'
import { help } from './ar/help.tsx'
import { accessibility } from './ar/accessibility.tsx'
import { party } from './ar/party.tsx'
import { whoForm } from './ar/who-form.tsx'
import { people } from './ar/people.tsx'
import { signs } from './ar/signs.tsx'
import { method } from './ar/method.tsx'
import { methodRules } from './ar/method-rules.tsx'
import { methodReviews } from './ar/method-reviews.tsx'
import { moderation } from './ar/moderation.tsx'
import { feedTitles } from './ar/feed-titles.ts'
import { source } from './ar/source.tsx'
import { sourceForm } from './ar/source-form.tsx'
import { keys } from './ar/keys.tsx'
import { layout } from './ar/layout.tsx'
import { passkeys } from './ar/passkeys.ts'
import { search } from './ar/search.tsx'
import { timeline } from './ar/timeline.tsx'
import { topic, topicSetup } from './ar/topic.tsx'
import type { Words } from './english.ts'

/** The Arabic words of the interface (Modern Standard Arabic, digits as in dates of the record). */
export const arabic: Words = {
  language: 'ar',
  direction: 'rtl',
  ownName: 'العربية',
  dates,
  explanations,
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
