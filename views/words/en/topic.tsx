import type { Child } from 'hono/jsx'
import type { Visibility } from '#server/domain/access.ts'
import { counts } from './counts.ts'
import { roles } from './roles.ts'

/** What a topic holds, counted. */
export interface Held {
  readonly parties: number
  readonly observers: number
  readonly issues: number
  readonly claims: number
}

/** The page of a topic, and its parts on others. */
export const topic = {
  /** For search engines, where nobody wrote a summary. */
  description: (title: string) => `Who says what on ${title}, with sources.`,
  /** "5 parties, 1 observer, 10 issues, 29 claims". */
  holds: ({ parties, observers, issues, claims }: Held) =>
    [
      counts.parties(parties),
      ...(observers === 0 ? [] : [counts.observers(observers)]),
      counts.issues(issues),
      counts.claims(claims),
    ].join(', '),
  withContradictions: (holds: string, contradictions: string) => `${holds}; ${contradictions}`,
  noContradictions: 'no contradictions',
  contradictions: (all: number, reviewed: number) =>
    `${counts.contradictions(all)}, ${reviewed} reviewed`,
  /** On how many issues there is a conflict, common ground, a change. */
  state: (
    day: string,
    { conflict, common, changed }: Readonly<Record<'conflict' | 'common' | 'changed', number>>,
  ) => {
    const has = conflict === 1 ? '1 issue has' : `${conflict === 0 ? 'no' : conflict} issues have`
    const ground = common === 0 ? 'none has' : `${common} ${common === 1 ? 'has' : 'have'}`
    const shift = changed === 0 ? '' : `, and on ${changed} somebody changed position`
    return `As of ${day}, ${has} a conflict, ${ground} common ground${shift}.`
  },
  seenBy: {
    public: undefined,
    team: 'Team: whoever has an account here sees it.',
    private: 'Private: only its members see it.',
  } as Readonly<Record<Visibility, string | undefined>>,
  tags: { public: undefined, team: 'Team', private: 'Private' } as Readonly<
    Record<Visibility, string | undefined>
  >,

  wasSetUp: 'The topic is set up. What was settled by that stays settled.',
  compare: 'Compare positions',
  addClaim: 'Add a claim',
  contradictionsLink: 'Contradictions',
  history: 'History',
  dossier: 'Dossier (JSON)',
  comparison: 'Comparison (JSON)',
  setUpLink: 'Set up',
  noIssues: 'No issues yet',
  whatIssuesAre:
    'An issue is one neutral question that parties answer. Everything else hangs on it.',
  addFirst: 'Add the first claim',

  issues: 'Issues',
  allIssues: (n: number) => `All ${counts.issues(n)}`,
  opposed: 'Conflict most',
  noneOpposed: 'No two parties conflict on anything on record.',
  close: 'Have most in common',
  silent: 'Silent most',
  compareSilent: 'Compare where somebody is silent',
  latest: 'Latest contradictions',
  allContradictions: 'All contradictions',
  reviewers: 'Reviewers',
  agreement: 'Agreement between reviewers',
  noAgreement:
    'How far reviewers agree is counted for the record of now only, and is left out here.',
  shifts: 'Changes of position',
  compareShifts: 'Compare where somebody changed',
  sources: 'Newest sources',
  allSources: (n: number) => `All ${counts.sources(n)}`,

  /** How pairs of parties relate on an issue. */
  pairs: {
    conflict: (n) => `${counts.pairs(n)} ${n === 1 ? 'conflicts' : 'conflict'}`,
    agreement: (n) => `${counts.pairs(n)} ${n === 1 ? 'agrees' : 'agree'}`,
    'shared-ground': (n) => `${counts.pairs(n)} ${n === 1 ? 'shares' : 'share'} ground`,
    compatible: (n) => `${counts.pairs(n)} ${n === 1 ? 'is' : 'are'} compatible`,
  } as Readonly<
    Record<'conflict' | 'agreement' | 'shared-ground' | 'compatible', (n: number) => string>
  >,
  changed: (parties: number) => `${counts.parties(parties)} changed position`,
  mixed: (parties: number) => `mixed messages from ${counts.parties(parties)}`,
  onRecord: (n: number, parties: number) => `${n} of ${counts.parties(parties)} on record`,

  /** What two parties come to, over the issues that both speak to. */
  pairOn: {
    conflicts: (n, both) => `conflict on ${n} of ${counts.issues(both)} that both speak to`,
    common: (n, both) =>
      `agree or share ground on ${n} of ${counts.issues(both)} that both speak to`,
  } as Readonly<Record<'conflicts' | 'common', (n: number, both: number) => string>>,
  silentOn: (n: number, issues: number, kinds: string) =>
    `${n} of ${counts.issues(issues)}: ${kinds}`,
  semicolon: '; ',

  partyOn: (party: Child, issue: Child) => (
    <>
      {party} on {issue}
    </>
  ),
  before: 'Before',
  since: 'Since',
  source: 'Source',
  sourceOf: ' of: ',
}

/** The page that sets up a topic. */
export const topicSetup = {
  title: 'Set up this topic',
  noMember: (name: Child) => <>{name} is no member of this topic any more.</>,
  takingOut: (name: string) => `taking out ${name}`,
  whoSees: 'Who sees it',
  visibility: { public: 'Public', team: 'Team', private: 'Private' } as Readonly<
    Record<Visibility, string>
  >,
  hints: {
    public: 'Everybody sees it, without an account.',
    team: 'Whoever has an account here sees it.',
    private: 'Only its members see it, and the owners of this site.',
  } as Readonly<Record<Visibility, string>>,
  settles: 'What settles a contradiction',
  oneReview: 'One review',
  twoReviews: 'Two reviews that agree',
  twoReviewsHint: 'By two people who did not see each other’s. For what is published, choose this.',
  reason: 'Reason',
  keptInHistory: 'Kept in the topic’s history.',
  save: 'Save',
  cancel: 'Cancel',
  members: 'Members',
  besidesOwners: 'Besides owners, these people see the topic.',
  changesNothing: 'While the topic is not private, membership changes nothing.',
  nobody: 'Nobody yet.',
  roles,
  comma: ', ',
  takeOut: 'Take out',
  addSomebody: 'Add somebody',
  choosePerson: 'Choose a person',
  add: 'Add',
}
