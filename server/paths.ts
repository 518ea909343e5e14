/**
 * Every address of the application, as a function. Imports nothing, so everything may import it.
 *
 * Ids are positive integers in the database and lower-case Crockford base 32 in addresses: short, and
 * free of letters that look alike when read aloud or copied from paper. What follows the id is
 * decoration for people; only the id is looked at.
 */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ids are 32-bit in the database; a longer one in an address is a 404, never an error from it. */
const LARGEST_ID = 2_147_483_647

/**
 * Write an id for an address.
 * @param id - a positive integer
 * @see https://www.crockford.com/base32.html
 */
export const encodeId = (id: number): string => {
  let rest = id
  let text = ''
  do {
    text = `${ALPHABET[rest % 32] ?? ''}${text}`
    rest = Math.floor(rest / 32)
  } while (rest > 0)
  return text
}

/**
 * Read the id at the start of an address part such as `7k3q-strike-isil-only`.
 *
 * Capitals, and i, l, o for the digits they resemble, are read as meant.
 * @returns the id, or undefined where there is none that the database could hold
 */
export const decodeId = (part: string): number | undefined => {
  const [text = ''] = part.split('-', 1)
  if (text === '' || text.length > 7) return undefined
  let id = 0
  for (const letter of text.toLowerCase().replace(/[il]/g, '1').replace(/o/g, '0')) {
    const digit = ALPHABET.indexOf(letter)
    if (digit < 0) return undefined
    id = id * 32 + digit
  }
  return id >= 1 && id <= LARGEST_ID ? id : undefined
}

/** Anything with an id and, for people, a slug. */
export interface Addressed {
  readonly id: number
  readonly slug?: string | undefined
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** What a comparison can be asked for; names as in the address. Several parties are several `p`. */
export interface ComparisonQuery extends Query {
  readonly p?: readonly string[] | undefined
  readonly issue?: string | undefined
  readonly base?: string | undefined
  readonly show?: string | undefined
  readonly view?: string | undefined
  readonly order?: string | undefined
  readonly asof?: string | undefined
  readonly since?: string | undefined
  readonly known?: string | undefined
}

/** What a matrix of parties can be asked for; names as in the address. */
export interface MatrixQuery extends Query {
  readonly p?: readonly string[] | undefined
  readonly of?: string | undefined
  readonly order?: string | undefined
  readonly halves?: string | undefined
  readonly asof?: string | undefined
  readonly known?: string | undefined
}

/** What two groups can be asked for; names as in the address. */
export interface GroupsQuery extends Query {
  readonly a?: readonly string[] | undefined
  readonly b?: readonly string[] | undefined
  readonly order?: string | undefined
  readonly asof?: string | undefined
  readonly known?: string | undefined
}

/** What a timeline can be asked for; names as in the address. */
export interface TimelineQuery extends Query {
  readonly p?: readonly string[] | undefined
  readonly issue?: string | undefined
  readonly since?: string | undefined
  readonly asof?: string | undefined
  readonly known?: string | undefined
  readonly page?: string | undefined
}

const part = (thing: Addressed): string =>
  thing.slug === undefined || thing.slug === ''
    ? encodeId(thing.id)
    : `${encodeId(thing.id)}-${encodeURIComponent(thing.slug)}`

const withQuery = (path: string, query: Query = {}): string => {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const one of typeof value === 'string' ? [value] : value) fields.append(name, one)
  }
  // A colon may stand as it is (RFC 3986, 3.4), and instants are read by people.
  const text = fields.toString().replaceAll('%3A', ':')
  return text === '' ? path : `${path}?${text}`
}

/** Atom, or JSON Feed. */
export type FeedFormat = 'atom' | 'json'

const feed = (of: string, name: string, format: FeedFormat): string =>
  `/feeds/${of}/${name}.${format}`

const follow = (of: string, { id, slug = '' }: Addressed): string =>
  `/follows/${of}/${of === 'topic' ? encodeURIComponent(slug) : encodeId(id)}`

const topic = (slug: string): string => `/t/${encodeURIComponent(slug)}`

/** A source; with a version, that text of it. */
type SourceText = Addressed & { readonly version?: number | undefined }

const sourceText = (source: SourceText): string =>
  `/s/${part(source)}${source.version === undefined ? '' : `/v/${source.version}`}`

export const paths = {
  home: '/',
  search: (query?: Query) => withQuery('/search', query),
  /** Describes the search to browsers. */
  openSearch: '/opensearch.xml',
  searchJson: (query?: Query) => withQuery('/search.json', query),
  topic,
  compare: (slug: string, query?: ComparisonQuery) => withQuery(`${topic(slug)}/compare`, query),
  compareJson: (slug: string, query?: ComparisonQuery) =>
    withQuery(`${topic(slug)}/compare.json`, query),
  compareMarkdown: (slug: string, query?: ComparisonQuery) =>
    withQuery(`${topic(slug)}/compare.md`, query),
  /** The same to take away: as a page that says how, or with `format` as a file. */
  exportComparison: (slug: string, query?: ComparisonQuery & { format?: string | undefined }) =>
    withQuery(`${topic(slug)}/export`, query),
  /** Pictures that other sites show beside a link. */
  topicCard: (slug: string) => `${topic(slug)}/card.png`,
  comparisonCard: (slug: string, query?: ComparisonQuery) =>
    withQuery(`${topic(slug)}/compare/card.png`, query),
  contradictionCard: (contradiction: Addressed) => `/x/${part(contradiction)}/card.png`,
  claimCard: (claim: Addressed) => `/c/${part(claim)}/card.png`,
  /** What parties hold in common, and where they differ by least. */
  commonGround: (slug: string, query?: Query) => withQuery(`${topic(slug)}/common-ground`, query),
  commonGroundMarkdown: (slug: string, query?: Query) =>
    withQuery(`${topic(slug)}/common-ground.md`, query),
  /** Every two parties, in counts. */
  matrix: (slug: string, query?: MatrixQuery) => withQuery(`${topic(slug)}/matrix`, query),
  matrixJson: (slug: string, query?: MatrixQuery) => withQuery(`${topic(slug)}/matrix.json`, query),
  matrixMarkdown: (slug: string, query?: MatrixQuery) =>
    withQuery(`${topic(slug)}/matrix.md`, query),
  matrixCsv: (slug: string, query?: MatrixQuery) => withQuery(`${topic(slug)}/matrix.csv`, query),
  /** One group of parties against another. */
  groups: (slug: string, query?: GroupsQuery) => withQuery(`${topic(slug)}/groups`, query),
  /** What was said when, and what it changed. */
  timeline: (slug: string, query?: TimelineQuery) => withQuery(`${topic(slug)}/timeline`, query),
  timelineJson: (slug: string, query?: TimelineQuery) =>
    withQuery(`${topic(slug)}/timeline.json`, query),
  timelineCsv: (slug: string, query?: TimelineQuery) =>
    withQuery(`${topic(slug)}/timeline.csv`, query),
  /** The same in the pages of others: no cookies, no scripts, only what everybody may read. */
  embedCompare: (slug: string, query?: ComparisonQuery) =>
    withQuery('/embed/compare', { topic: slug, ...query }),
  embedMatrix: (slug: string, query?: MatrixQuery) =>
    withQuery('/embed/matrix', { topic: slug, ...query }),
  embedContradiction: (contradiction: Addressed, query?: Query) =>
    withQuery(`/embed/x/${part(contradiction)}`, query),
  embedClaim: (claim: Addressed, query?: Query) => withQuery(`/embed/c/${part(claim)}`, query),
  oembed: (query?: Query) => withQuery('/oembed', query),
  dossier: (slug: string) => `${topic(slug)}/dossier.json`,
  history: (slug: string, query?: Query) => withQuery(`${topic(slug)}/history`, query),
  historyJson: (slug: string, query?: Query) => withQuery(`${topic(slug)}/history.json`, query),
  historyCsv: (slug: string, query?: Query) => withQuery(`${topic(slug)}/history.csv`, query),
  /** Of all topics that one may see. */
  allHistory: (query?: Query) => withQuery('/history', query),
  allHistoryJson: (query?: Query) => withQuery('/history.json', query),
  allHistoryCsv: (query?: Query) => withQuery('/history.csv', query),
  /** A search for claims has no page, but versions; it is named by party, issue and day. */
  searchHistory: (slug: string, search: string) =>
    `${topic(slug)}/searches/${encodeURIComponent(search)}/history`,
  /** Bringing an earlier version of something back. @param history - the path of its history */
  restoreVersion: (history: string, version: number) => `${history}/${version}/restore`,
  /**
   * What changed from one version of something to another; without versions, where a form asks for two.
   * Of a source the longer address: the shorter one compares its texts.
   * @param history - the path of its history
   */
  versionChanges: (history: string, from?: number, to?: number) => {
    const thing = history.startsWith('/s/') ? history : history.replace(/\/history$/, '')
    return `${thing}/diff${from === undefined || to === undefined ? '' : `/${from}..${to}`}`
  },
  /** Of one topic: its checkpoint, and the proof of every entry. */
  topicCheckpoint: (slug: string) => `${topic(slug)}/history/checkpoint`,
  historyProof: (slug: string) => `${topic(slug)}/history/proof.json`,
  /** Of all public topics: their checkpoints, and the key that signs them. */
  checkpoints: '/history/checkpoint',
  historyKey: '/history/key',
  /** What editors and owners did: in one topic, and to the site's accounts. */
  topicModeration: (slug: string, query?: Query) => withQuery(`${topic(slug)}/moderation`, query),
  topicModerationJson: (slug: string, query?: Query) =>
    withQuery(`${topic(slug)}/moderation.json`, query),
  topicModerationFeed: (slug: string, format: FeedFormat) =>
    `${topic(slug)}/moderation.${format === 'atom' ? 'atom' : 'feed.json'}`,
  moderation: (query?: Query) => withQuery('/moderation', query),
  issues: (slug: string) => `${topic(slug)}/issues`,
  newIssue: (slug: string) => `${topic(slug)}/issues/new`,
  parties: (slug: string) => `${topic(slug)}/parties`,
  newParty: (slug: string) => `${topic(slug)}/parties/new`,
  newPerson: (slug: string) => `${topic(slug)}/people/new`,
  sources: (slug: string) => `${topic(slug)}/sources`,
  newSource: (slug: string, query?: Query) => withQuery(`${topic(slug)}/sources/new`, query),
  /** Adding a source before its topic is chosen; what the address brings goes into the form. */
  newSourceAnywhere: (query?: Query) => withQuery('/s/new', query),
  contradictions: (slug: string, query?: Query) =>
    withQuery(`${topic(slug)}/contradictions`, query),
  agreement: (slug: string) => `${topic(slug)}/agreement`,
  agreementJson: (slug: string) => `${topic(slug)}/agreement.json`,
  newClaim: (slug: string, query?: Query) => withQuery(`${topic(slug)}/claims/new`, query),

  issue: (issue: Addressed, query?: Query) => withQuery(`/i/${part(issue)}`, query),
  editIssue: (issue: Addressed) => `/i/${part(issue)}/edit`,
  mergePositions: (issue: Addressed, query?: Query) => withQuery(`/i/${part(issue)}/merge`, query),
  splitPosition: (issue: Addressed, query?: Query) => withQuery(`/i/${part(issue)}/split`, query),
  newSearch: (issue: Addressed, query?: Query) =>
    withQuery(`/i/${part(issue)}/searches/new`, query),
  withdrawSearch: (issue: Addressed) => `/i/${part(issue)}/searches/withdraw`,
  undoReshaping: (issue: Addressed) => `/i/${part(issue)}/reshaping/undo`,
  issueHistory: (issue: Addressed, query?: Query) => withQuery(`/i/${part(issue)}/history`, query),
  party: (party: Addressed) => `/p/${part(party)}`,
  editParty: (party: Addressed) => `/p/${part(party)}/edit`,
  editPerson: (person: Addressed) => `/people/${part(person)}/edit`,
  partyHistory: (party: Addressed, query?: Query) => withQuery(`/p/${part(party)}/history`, query),
  person: (person: Addressed) => `/people/${part(person)}`,
  personHistory: (person: Addressed, query?: Query) =>
    withQuery(`/people/${part(person)}/history`, query),
  /** A source, or with `claim` the marked passage of that claim in it, in an earlier text where it is. */
  source: (source: SourceText, claim?: Addressed) =>
    `${sourceText(source)}${claim === undefined ? '' : `#${claimAnchor(claim)}`}`,
  /** The marked passage of a reply. */
  replySource: (source: SourceText, reply: Addressed) =>
    `${sourceText(source)}#${replyAnchor(reply)}`,
  /** What changed in a source's text from one capture of it to another, both by version. */
  sourceChanges: (source: Addressed, from: number, to: number) =>
    `/s/${part(source)}/diff/${from}..${to}`,
  sourceHistory: (source: Addressed, query?: Query) =>
    withQuery(`/s/${part(source)}/history`, query),
  changeAccess: (source: Addressed) => `/s/${part(source)}/access`,
  captureAgain: (source: Addressed) => `/s/${part(source)}/v/new`,
  /** Making claims from a source's text; `sentence` is where the reader goes on. */
  capture: (source: Addressed, query?: Query, sentence?: number) =>
    `${withQuery(`/s/${part(source)}/capture`, query)}${sentence === undefined ? '' : `#s${sentence}`}`,
  /** Keeping a claim that was begun from sentences of a source. */
  claimDraft: (source: Addressed, sentences: readonly number[] = []) =>
    withQuery(`/s/${part(source)}/draft`, { s: sentences.map(String) }),
  claim: (claim: Addressed, query?: Query) => withQuery(`/c/${part(claim)}`, query),
  editClaim: (claim: Addressed) => `/c/${part(claim)}/edit`,
  withdrawClaim: (claim: Addressed) => `/c/${part(claim)}/withdraw`,
  claimHistory: (claim: Addressed, query?: Query) => withQuery(`/c/${part(claim)}/history`, query),
  /** A reply, where it stands on the page of the claim that it answers. */
  reply: (claim: Addressed, reply: Addressed) => `/c/${part(claim)}#${replyAnchor(reply)}`,
  newReply: (claim: Addressed) => `/c/${part(claim)}/replies/new`,
  editReply: (claim: Addressed, reply: Addressed) =>
    `/c/${part(claim)}/replies/${part(reply)}/edit`,
  withdrawReply: (claim: Addressed, reply: Addressed) =>
    `/c/${part(claim)}/replies/${part(reply)}/withdraw`,
  claimMarkdown: (claim: Addressed, query?: Query) => withQuery(`/c/${part(claim)}.md`, query),
  claimJsonLd: (claim: Addressed) => `/c/${part(claim)}.jsonld`,
  contradiction: (contradiction: Addressed, query?: Query) =>
    withQuery(`/x/${part(contradiction)}`, query),
  contradictionJson: (contradiction: Addressed) => `/x/${part(contradiction)}.json`,
  contradictionMarkdown: (contradiction: Addressed, query?: Query) =>
    withQuery(`/x/${part(contradiction)}.md`, query),
  contradictionJsonLd: (contradiction: Addressed) => `/x/${part(contradiction)}.jsonld`,
  reviews: (contradiction: Addressed) => `/x/${part(contradiction)}/reviews`,
  takeBackReview: (contradiction: Addressed, review: Addressed) =>
    `/x/${part(contradiction)}/reviews/${part({ id: review.id })}/undo`,
  snooze: (contradiction: Addressed) => `/x/${part(contradiction)}/snooze`,
  endSnooze: (contradiction: Addressed) => `/x/${part(contradiction)}/snooze/end`,
  adjudicate: (contradiction: Addressed) => `/x/${part(contradiction)}/adjudication`,
  takeBackAdjudication: (contradiction: Addressed) => `/x/${part(contradiction)}/adjudication/undo`,
  reviewQueue: (query?: Query) => withQuery('/review', query),

  /** What is new: of a topic by its slug, of anything else by its id alone. */
  topicFeed: (slug: string, format: FeedFormat) => feed('topic', encodeURIComponent(slug), format),
  partyFeed: ({ id }: Addressed, format: FeedFormat) => feed('party', encodeId(id), format),
  issueFeed: ({ id }: Addressed, format: FeedFormat) => feed('issue', encodeId(id), format),
  contradictionFeed: ({ id }: Addressed, format: FeedFormat) =>
    feed('contradiction', encodeId(id), format),

  /** Following a topic, by its slug, or anything else, by its id; and stopping to. */
  follow,
  stopFollowing: (of: string, thing: Addressed) => `${follow(of, thing)}/end`,
  /** What happened to what one follows. */
  inbox: (query?: Query) => withQuery('/inbox', query),

  signIn: (token: string) => `/sign-in/${encodeURIComponent(token)}`,
  signInForm: (query?: Query) => withQuery('/sign-in', query),
  /** Where an invitation is accepted. */
  join: (token: string) => `/join/${encodeURIComponent(token)}`,
  settings: '/settings',
  profile: '/settings/profile',
  /** How pages look and which keys they answer to in one browser: for everybody, by cookies. */
  appearanceSettings: '/settings/appearance',
  keyboardSettings: '/settings/keyboard',
  notifications: (query?: Query) => withQuery('/settings/notifications', query),
  changePassword: '/settings/password',
  endSession: (session: { readonly id: number }) => `/settings/sessions/${session.id}/end`,
  endOtherSessions: '/settings/sessions/end-others',
  apiTokens: '/settings/tokens',
  endApiToken: (token: { readonly id: number }) => `/settings/tokens/${token.id}/end`,
  passkeys: '/settings/passkeys',
  passkeyChallenge: '/settings/passkeys/challenge',
  removePasskey: (passkey: { readonly id: number }) => `/settings/passkeys/${passkey.id}/remove`,
  passkeySignIn: '/passkeys/sign-in',
  passkeySignInChallenge: '/passkeys/sign-in/challenge',
  /** For confirming, on whatever page asks for that. */
  passkeyConfirmChallenge: '/passkeys/confirm/challenge',
  webhooks: '/settings/webhooks',
  testWebhook: (webhook: { readonly id: number }) => `/settings/webhooks/${webhook.id}/test`,
  disableWebhook: (webhook: { readonly id: number }) => `/settings/webhooks/${webhook.id}/disable`,
  enableWebhook: (webhook: { readonly id: number }) => `/settings/webhooks/${webhook.id}/enable`,
  removeWebhook: (webhook: { readonly id: number }) => `/settings/webhooks/${webhook.id}/remove`,
  /** Asking for words to be erased: of a claim, a source, or something else by its id. */
  askErasure: (of: string, { id }: { readonly id: number }) => `/erasures/${of}/${encodeId(id)}`,
  /** What was asked for, for owners. */
  erasures: '/admin/erasures',
  erasure: (request: { readonly id: number }) => `/admin/erasures/${request.id}`,
  carryOutErasure: (request: { readonly id: number }) => `/admin/erasures/${request.id}/carry-out`,
  declineErasure: (request: { readonly id: number }) => `/admin/erasures/${request.id}/decline`,
  people: '/admin/people',
  revokeInvitation: (invitation: { readonly id: number }) =>
    `/admin/invitations/${invitation.id}/revoke`,
  account: (account: { readonly id: number }) => `/admin/people/${account.id}`,
  accountLink: (account: { readonly id: number }) => `/admin/people/${account.id}/link`,
  /** What was done to accounts, invitations and whatever lets somebody in, and what runs by itself. */
  audit: (query?: Query) => withQuery('/admin/audit', query),
  auditCsv: (query?: Query) => withQuery('/admin/audit.csv', query),
  jobs: (query?: Query) => withQuery('/admin/jobs', query),
  retryDelivery: (delivery: { readonly id: number }) =>
    `/admin/jobs/deliveries/${delivery.id}/retry`,
  topicSetup: (slug: string) => `${topic(slug)}/setup`,
  topicMembers: (slug: string) => `${topic(slug)}/members`,
  removeTopicMember: (slug: string, account: { readonly id: number }) =>
    `${topic(slug)}/members/${account.id}/remove`,
  signOut: '/sign-out',
  appearance: '/appearance',
  method: '/method',
  help: '/help',
  helpEncoding: '/help/encoding',
  helpKeys: '/help/keys',
  accessibility: '/accessibility',
  healthz: '/healthz',
  readyz: '/readyz',
  metrics: '/metrics',
  cspReports: '/csp-reports',
} as const

/** The id of a claim's passage on its source's page. */
export const claimAnchor = (claim: Addressed): string => `c-${encodeId(claim.id)}`

/** The id of a reply on the page of its claim, and of its passage on its source's page. */
export const replyAnchor = (reply: Addressed): string => `r-${encodeId(reply.id)}`
