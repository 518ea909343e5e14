import { FORMS, type Form, ISSUE_KINDS, NATURES, STANCES } from '#server/domain/claims.ts'
import type { IssueKind, Nature, Stance } from '#server/domain/claims.ts'
import type { Relation } from '#server/domain/positions.ts'
import {
  BRIDGE,
  describeCommitment,
  describeExclusive,
  describeFollowing,
  describeImplications,
  describeModellingError,
} from './method-examples.ts'
import { Computed, Lines, RuleTable, type SectionText } from './method-parts.tsx'

/** What is said: questions, who says it, stances, and how positions relate to each other. */

const kinds: Readonly<Record<IssueKind, string>> = {
  options: 'Several positions, of which a party usually holds one.',
  list: 'Several positions, of which a party may hold any number.',
  'yes-no': 'One position. “No” is its denial.',
  quantity: 'A number or a span of numbers, with a unit; either end may be open.',
  date: 'A day or a span of days; either end may be open.',
}

const natures: Readonly<Record<Nature, string>> = {
  factual: 'What is or was the case.',
  normative: 'What should be done.',
  predictive: 'What will happen.',
}

const Questions = () => (
  <>
    <p>
      A topic is made of <strong>issues</strong>: neutral questions. A <strong>position</strong> is
      one possible answer. A <strong>claim</strong> is a dated statement, with a source, by which a
      party takes a <strong>stance</strong> on a position.
    </p>
    <RuleTable
      caption="How an issue can be answered"
      columns={['Kind', 'Answered by']}
      rows={ISSUE_KINDS.map((kind) => [kind, kinds[kind]])}
    />
    <RuleTable
      caption="What an issue asks about"
      columns={['Nature', 'Meaning']}
      rows={NATURES.map((nature) => [nature, natures[nature]])}
    />
    <p>
      A claim that is <em>context only</em> is filed under its issue and never counts. A claim that
      was <em>withdrawn</em> stays on record, marked, with the reason, and never counts.
    </p>
  </>
)

const forms: Readonly<Record<Form, string>> = {
  'direct quotation': 'The speaker’s own words, whole.',
  'partial quotation': 'Some of the speaker’s words, inside somebody else’s sentence.',
  paraphrase: 'What the speaker said, in the words of the source.',
  'reported by a third party':
    'One party tells what another holds. Such a claim never makes the other contradict itself.',
  'official document': 'A treaty, a law, a statement issued in writing.',
  'vote or other act': 'Done rather than said.',
  'own assertion': 'What a publication asserts itself, in its own name.',
}

const Attribution = () => (
  <>
    <p>
      Each claim names up to three: who <em>holds</em> it (the party), who <em>said</em> it (a
      person, in the role held on that day), and who <em>reports</em> it (the source). When one
      party says something about another, the claim is the speaker’s; it puts nothing into the
      other’s mouth.
    </p>
    <RuleTable
      caption="How the words have come down to us"
      columns={['Form', 'Meaning']}
      rows={FORMS.map((form) => [form, forms[form]])}
    />
    <p>
      A quotation must stand, word for word, in the captured text of its source. Runs of white
      space, typographic and plain quotation marks, and different encodings of one letter count as
      equal; nothing else does.
    </p>
  </>
)

const stances: Readonly<Record<Stance, string>> = {
  affirms: 'Says yes to the position.',
  denies: 'Says no to the position.',
  'leaves-open': 'Does not rule it out.',
  declines: 'Was asked, or spoke, and would not say.',
}

const Stances = () => (
  <>
    <p>
      The examples on this page are about a bridge between two towns. This is what each stance on
      “Replace it” commits a party to, given the relations below.
    </p>
    <RuleTable
      caption="Stances"
      columns={['Stance', 'Meaning', 'Commits to']}
      rows={STANCES.map((stance) => [stance, stances[stance], describeCommitment(stance)])}
    />
  </>
)

const relationKinds: Readonly<Record<Relation['kind'], string>> = {
  entails: 'Whoever holds A is committed to B.',
  contrary: 'A excludes B. Both cannot hold; both may fail.',
  contradictory: 'A excludes B, and there is nothing between them: exactly one holds.',
}

export const kindsOfRelation = Object.keys(relationKinds) as Relation['kind'][]

const Relations = () => (
  <>
    <p>
      Editors relate the positions of one issue to each other. Each relation says what follows from
      a yes or a no.
    </p>
    <RuleTable
      caption="Relations between two positions, A and B"
      columns={['Relation', 'Meaning', 'What follows']}
      rows={kindsOfRelation.map((kind) => [
        kind,
        relationKinds[kind],
        <Lines lines={describeImplications(kind)} />,
      ])}
    />
    <p>What follows is carried on for as far as it goes. For the bridge:</p>
    <RuleTable
      caption="Relations of the example"
      columns={['Position', 'Relation', 'Position']}
      rows={BRIDGE.relations.map(({ from, kind, to }) => [labelOf(from), kind, labelOf(to)])}
    />
    <p>So whoever says yes to “Replace it at once” says</p>
    <Computed>
      {describeFollowing(BRIDGE, { position: 'replace-at-once', holds: true }).join('; ')}.
    </Computed>
    <p>
      An issue may be marked <em>exclusive</em>: then every two positions exclude each other, except
      where one entails the other, or some position entails both. For the bridge, with nothing but
      what entails what, these pairs would exclude each other:
    </p>
    <Computed>{describeExclusive().join('; ')}.</Computed>
    <p>
      Relations under which nobody could hold a position, or nobody could reject it, are refused. If
      “Replace it at once” entailed “It stays open to traffic” as well, the answer would be:
    </p>
    <Computed>{describeModellingError()}</Computed>
  </>
)

const labelOf = (position: string) =>
  BRIDGE.positions.find((p) => p.slug === position)?.label ?? position

export const positionSections: readonly SectionText[] = [
  { id: 'questions', title: 'Questions, positions, claims', body: Questions },
  { id: 'attribution', title: 'Who holds it, who said it, who reports it', body: Attribution },
  { id: 'stances', title: 'Stances', body: Stances },
  { id: 'relations', title: 'Relations between positions', body: Relations },
]
