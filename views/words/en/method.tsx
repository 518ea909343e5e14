import type { Child } from 'hono/jsx'
import { counts } from './counts.ts'

/** The page of the rules: its frame, the dispute of its examples, steps in time, pairs in counts. */
export const method = {
  title: 'Method',
  lede: 'Every rule by which Gainsay says that two parties agree or conflict. The tables and examples are worked out by the program itself when this page is made.',
  contents: 'Contents',

  /** The two parties of the examples, the positions on the bridge between them, and units. */
  parties: { north: 'North Bank', south: 'South Bank' },
  bridge: {
    replace: 'Replace it',
    'replace-at-once': 'Replace it at once',
    keep: 'Keep it as it is',
    open: 'It stays open to traffic',
    closed: 'It is closed to traffic',
  },
  millions: 'millions',
  months: 'months',
  so: (said: string, follows: readonly string[]) => `${said}, so ${follows.join(' and ')}`,
  bothOf: (a: string, b: string) => `${a} and ${b}`,
  semicolon: '; ',
  nothing: 'nothing',

  steps: {
    title: 'Steps in time',
    text: 'Each statement is measured against what it supersedes, and against the same statement made before. Where it does several things, the heaviest is named: reversed before qualified before newly stated before unchanged. Reversed: it conflicts with what was held, both in the party’s own words. Qualified: the same position with a weaker stance, under a condition that was not named before, or a wider value. Unchanged: the same stance on the same position. Newly stated: anything else. A grade weighs nothing: a position may be reversed for the best of reasons.',
    caption: 'What the second statement of a party is',
    columns: ['The first, then the second', 'Step'] as readonly string[],
    sequels: {
      same: 'Keep it; keep it',
      replace: 'Keep it; replace it',
      denies: 'Keep it; not keep it',
      leavesOpen: 'Keep it; leaves open whether to',
      conditional: 'Keep it; keep it if the state pays',
      unconditional: 'Keep it if the state pays; keep it',
      staysOpen: 'Keep it; it stays open',
      wider: '3 to 4; 2 to 5',
      narrower: '3 to 4; 3',
      apart: '3 to 4; 6',
    },
  },
  gaps: {
    title: 'Gaps over time',
    text: 'Whether a gap narrowed is told in counts. On each day on which anything changed, the issues are counted on which two parties conflicted, on which they agreed or shared ground without a conflict, on which they did neither, and on which not both had said anything that commits them. What each held on the day decides, never what was said before or after it.',
  },
  pairs: {
    title: 'Pairs of parties in counts',
    meet: 'Two parties meet on an issue when both have a stand there that commits them. Of these issues, those on which they conflict are counted, and those on which they agree or share ground without a conflict. An issue with a conflict and common ground is a conflict here. Counts are never turned into a percentage: 1 of 2 and 10 of 20 are not the same knowledge.',
    order:
      'Parties that are most alike stand side by side. How far apart two are is a number from 0 to 1: each conflict counts one, each issue on which they neither conflict nor have anything in common a half, divided by the issues on which they meet. One more issue that is half and half is added to every pair, so that few issues are less sure than many. The closest groups are joined first, by the average over their members, and turned so that their closest ends meet. Who meets nobody stands last. The order says which parties are alike and nothing else; one that stays the same from day to day is that by name, or as recorded.',
    caption: 'Two parties in counts',
    columns: [
      'They meet on',
      'Conflicts',
      'In common',
      'Apart by',
      'Shade of conflicts',
    ] as readonly string[],
    issues: counts.issues,
    shades: [
      'none',
      'up to a quarter',
      'up to a half',
      'up to three quarters',
      'more',
    ] as readonly string[],
    dash: 'a dash',
  },
  ground: {
    title: 'What several parties hold in common',
    text: 'A party holds a position when a claim that stands says yes to it, or to something from which it follows. What two parties or more hold is common ground; that all who speak to the issue hold it, or more than half of them, is said with the counts, and who is silent is counted apart. A party that is committed to yes and to no is named as being to the contrary. A rejection is in common where parties reject the same position themselves. On quantities and dates it is the values at which the claims of most parties overlap. What follows for the same parties from something else that they hold is named there. Of the conflicts, those are called small in which the two also hold something in common, those that only a condition leads to, and those between values, by how much they are apart.',
  },
  agreement: {
    title: 'Agreement between reviewers',
    counted:
      'Each topic tells how far its reviewers agree: in how many of the contradictions that two or more of them judged, and by Krippendorff’s alpha. Only reviews that hold are counted, and only those of contradictions that are settled, since verdicts on others are hidden. What reviewers differ on counts once an editor has settled it; until then agreement over all reviews may be lower than what is shown. A contradiction that one reviewer judged is left out.',
    compared: 'What is compared',
    comparedColumns: ['Compared by', 'How'] as readonly string[],
    alpha: (noAlpha: string): Child => (
      <>
        Alpha sets the disagreement that is there against the disagreement that would be there if
        the same verdicts were dealt out by chance: 1 is agreement throughout, 0 is what chance
        gives. Where all verdicts are the same one, chance could not have told reviewers apart
        either, and the page says “{noAlpha.toLowerCase()}”. The definition is that of Klaus
        Krippendorff, <cite>Computing Krippendorff’s Alpha-Reliability</cite> (2011), for nominal
        data and, where verdicts are steps, ordinal data.
      </>
    ),
    ten: 'Ten contradictions, two reviewers each',
    tenColumns: ['Verdicts', 'Agreement'] as readonly string[],
    judged: {
      twoKinds: 'Both always say the same, of two kinds.',
      oneKind: 'Both always say the same, of one kind.',
      tension: 'A tension for the one is a conflict for the other, twice.',
      cannotTell: 'One cannot tell, twice.',
    },
    reading: (reading: string, share: string, alpha: string) =>
      `${reading}: ${share}; alpha ${alpha.toLowerCase()}`,
  },
}
