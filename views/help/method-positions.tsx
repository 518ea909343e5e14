import { FORMS, ISSUE_KINDS, NATURES, STANCES } from '#server/domain/claims.ts'
import type { Relation } from '#server/domain/positions.ts'
import { wording } from '../words/wording.ts'
import {
  bridge,
  describeCommitment,
  describeExclusive,
  describeFollowing,
  describeImplications,
  describeModellingError,
} from './method-examples.ts'
import { Computed, Lines, RuleTable, type SectionText } from './method-parts.tsx'

/** What is said: questions, who says it, stances, and how positions relate to each other. */

const Questions = () => {
  const { codes, methodRules } = wording()
  const w = methodRules.questions
  return (
    <>
      <p>{w.text()}</p>
      <RuleTable
        caption={w.answered}
        columns={w.answeredColumns}
        rows={ISSUE_KINDS.map((kind) => [codes.issueKinds[kind], w.kinds[kind]])}
      />
      <RuleTable
        caption={w.asks}
        columns={w.asksColumns}
        rows={NATURES.map((nature) => [codes.natures[nature], w.natures[nature]])}
      />
      <p>{w.neverCount()}</p>
    </>
  )
}

const Attribution = () => {
  const { codes, methodRules } = wording()
  const w = methodRules.attribution
  return (
    <>
      <p>{w.text()}</p>
      <RuleTable
        caption={w.caption}
        columns={w.columns}
        rows={FORMS.map((form) => [codes.forms[form], w.forms[form]])}
      />
      <p>{w.quotations}</p>
    </>
  )
}

const Stances = () => {
  const { codes, methodRules } = wording()
  const w = methodRules.stances
  return (
    <>
      <p>{w.text}</p>
      <RuleTable
        caption={w.caption}
        columns={w.columns}
        rows={STANCES.map((stance) => [
          codes.stances[stance],
          w.means[stance],
          describeCommitment(stance),
        ])}
      />
    </>
  )
}

export const kindsOfRelation: readonly Relation['kind'][] = ['entails', 'contrary', 'contradictory']

const Relations = () => {
  const w = wording().methodRules.relations
  const { semicolon } = wording().method
  const follows = describeFollowing(bridge(), { position: 'replace-at-once', holds: true })
  return (
    <>
      <p>{w.text}</p>
      <KindTable />
      <p>{w.carriedOn}</p>
      <ExampleTable />
      <p>{w.whoSays}</p>
      <Computed>{follows.join(semicolon)}.</Computed>
      <p>{w.exclusive()}</p>
      <Computed>{describeExclusive().join(semicolon)}.</Computed>
      <p>{w.refused}</p>
      <Computed>{describeModellingError()}</Computed>
    </>
  )
}

const KindTable = () => {
  const { codes, methodRules } = wording()
  const w = methodRules.relations
  return (
    <RuleTable
      caption={w.caption}
      columns={w.columns}
      rows={kindsOfRelation.map((kind) => [
        codes.relationKinds[kind],
        w.means[kind],
        <Lines lines={describeImplications(kind)} />,
      ])}
    />
  )
}

const ExampleTable = () => {
  const { codes, methodRules } = wording()
  const { positions, relations } = bridge()
  const labelOf = (position: string) =>
    positions.find((p) => p.slug === position)?.label ?? position
  return (
    <RuleTable
      caption={methodRules.relations.ofExample}
      columns={methodRules.relations.ofExampleColumns}
      rows={relations.map(({ from, kind, to }) => [
        labelOf(from),
        codes.relationKinds[kind],
        labelOf(to),
      ])}
    />
  )
}

export const positionSections = (): readonly SectionText[] => {
  const { questions, attribution, stances, relations } = wording().methodRules
  return [
    { id: 'questions', title: questions.title, body: Questions },
    { id: 'attribution', title: attribution.title, body: Attribution },
    { id: 'stances', title: stances.title, body: Stances },
    { id: 'relations', title: relations.title, body: Relations },
  ]
}
