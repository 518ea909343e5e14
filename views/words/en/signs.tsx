import type { Child } from 'hono/jsx'
import type { Remark, ShownRelation } from '../../shared/relation.tsx'

/** The page of the signs that comparisons show. */
export const signs = {
  title: 'What the signs mean',
  lede: 'Each sign has a shape, a word and an outline of its own. Colour repeats what they say and is never needed.',
  sign: 'Sign',
  meaning: 'Meaning',
  relating: 'How a party relates to the baseline',
  relations: 'Relations',
  means: {
    baseline: 'The party that the others are compared with. Choose another one above the table.',
    agreement: 'Holds the same position as the baseline, with the same stance.',
    'shared-ground':
      'Both are committed to at least one common position, and nothing they hold conflicts.',
    conflict:
      'One says yes to a position that the other says no to. Both cannot be right. The page names that position.',
    compatible:
      'Both spoke. What they said neither conflicts nor commits them to anything in common.',
    silent: 'Nothing is on record by this day. The cell says whether somebody has searched.',
  } as Readonly<Record<ShownRelation, string>>,
  adding: 'What adds to it',
  variants: 'Variants',
  conditional: 'Holds only under a condition that at least one side named.',
  suggested: 'Found by rule and not reviewed by a person. A double outline, never a filled one.',
  silences: [
    { words: 'Declined to say', means: 'The party was asked, or spoke, and would not say.' },
    { words: 'Does not apply', means: 'The question does not concern this party.' },
    {
      words: 'Not searched yet',
      means: 'Nobody has looked for a statement. This says nothing about the party.',
    },
  ] as readonly { readonly words: string; readonly means: string }[],
  remarks: 'Remarks',
  remarksAre: 'Remarks have no fill and no colour: they add to a relation and are none.',
  remark: {
    changed: {
      words: 'Changed since 2 September 2015',
      means:
        'The party held a conflicting position before. It counts as a change over time, not as a quarrel.',
    },
    mixed: {
      words: 'Mixed messages',
      means:
        'People of one party said conflicting things within the same 30 days, and neither replaces the other.',
    },
    conditional: {
      words: 'Provided that a ceasefire holds',
      means: 'The condition under which a claim was made, in its own words.',
    },
    old: {
      words: 'Last said 14 months before',
      means: 'How long before the chosen day the statement was made.',
    },
  } as Readonly<Record<Remark, { readonly words: string; readonly means: string }>>,
  letters: 'Letters',
  lettersAre:
    'The positions on one question. The same letter is the same position; choosing another baseline never changes letters.',
  rules: (link: (text: string) => Child) => (
    <>The rules behind these words are on the page {link('Method')}.</>
  ),
}
