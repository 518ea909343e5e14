import type { Child } from 'hono/jsx'

type Link = (text: string) => Child

/** The page that explains the product, that of the signs, and that about accessibility. */
export const help = {
  title: 'Help',
  lede: 'Gainsay records what each party to a dispute has said. Every claim is tied to a quotation in a dated source.',
  reading: {
    title: 'Reading a comparison',
    cells:
      'Each row is one question, each column one party. A cell holds the position that a party has on record on the chosen day, the words it rests on, who said them, when, and a link to those words in the source.',
    baseline: (link: Link) => (
      <>
        One party is the baseline. Every other cell says how it relates to the baseline: it agrees,
        shares ground, conflicts, or is compatible with it. The letter beside it (A, B, C) is the
        position itself; the same letter is the same position, whichever party is the baseline.{' '}
        {link('What the signs mean')} shows all of them.
      </>
    ),
    silence:
      'An empty cell says why it is empty: nobody has searched yet, somebody searched and found nothing, the party declined to say, or the question does not apply to it. Silence is neither agreement nor disagreement.',
  },
  dates: {
    title: 'Two dates',
    two: 'A comparison can be read as of any day. “Said by” leaves out what was said after that day. “Known at” leaves out what was recorded here after that moment. An address with both always shows the same page.',
    exact:
      'Dates are shown as exactly as they are known. “About December 2015” is not 1 December 2015. Where two such dates overlap, their order is not known, and the page says so.',
  },
  contradictions: {
    title: 'Contradictions and reviews',
    text: (link: Link) => (
      <>
        A contradiction is found by rule, from the positions that claims take: one side says yes to
        something that the other says no to. Each shows that something, the claims on both sides,
        and how a person reviewed it. What nobody has reviewed has a double outline. The{' '}
        {link('method')} states every rule.
      </>
    ),
  },
  claims: {
    title: 'Adding a claim',
    text: 'Choose the source, paste the words that carry the claim, then say who holds it, on which question, with which position. The words must stand in the source as captured; a claim without a source is not stored.',
  },
  replies: {
    title: 'Replies',
    what: 'A party may answer a claim: that it was misquoted, that it has changed its mind, or anything else. The answer is recorded as a reply, with its source, and stands with the claim in a box of its own, whatever it says. It is not a claim: it takes no position, and it changes neither a comparison nor the verdict on a contradiction. A reply that is withdrawn stays with the claim, marked, with the reason.',
    who: 'The party whose claim it is may ask for one, and so may another party that the claim is about: write to the people who run this site, and say where your answer can be read. Whoever may add claims adds the reply on the claim’s page.',
  },
  signIn: {
    title: 'Signing in',
    text: 'Reading needs no account. Adding, changing and reviewing do.',
  },
  appearance: {
    title: 'Appearance',
    text: 'The foot of each page switches between light, dark, and what your device is set to. It is kept in a cookie, which is the only one that readers get.',
  },
}
