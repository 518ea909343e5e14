import type { Child } from 'hono/jsx'
import { wording } from '../words/wording.ts'
import {
  ApproxIcon,
  DashedIcon,
  DeltaIcon,
  DotIcon,
  EqualIcon,
  HourglassIcon,
  IfIcon,
  MixedIcon,
  NotEqualIcon,
  RingIcon,
} from './icons.tsx'

/** How a cell relates to the baseline: the relations of the model, the baseline itself, and silence. */
export type ShownRelation =
  | 'agreement'
  | 'shared-ground'
  | 'conflict'
  | 'compatible'
  | 'baseline'
  | 'silent'

const glyphs: Readonly<Record<ShownRelation, () => Child>> = {
  baseline: DotIcon,
  agreement: EqualIcon,
  'shared-ground': ApproxIcon,
  conflict: NotEqualIcon,
  compatible: RingIcon,
  silent: DashedIcon,
}

export const RelationGlyph = ({ relation }: { relation: ShownRelation }): Child => {
  const Icon = glyphs[relation]
  return <Icon />
}

/** The class that sets fill, edge and ink (`--bg`, `--edge`, `--fg`) on a chip or a cell. */
export const relationClass = (relation: ShownRelation): string => `is-${relation}`

export interface RelationChipProps {
  readonly relation: ShownRelation
  /** Other words than the usual, e.g. "Declined to say" or "2 in conflict, 1 agrees". */
  readonly words?: string | undefined
  /** At least one side holds only under a condition. */
  readonly conditional?: boolean | undefined
  /** Not confirmed by a person: outlined twice, never filled; said, unless there are other words. */
  readonly suggested?: boolean | undefined
}

/** Glyph, word, weight of fill, kind of edge; colour comes last. Not a control: it carries no action. */
export const RelationChip = (props: RelationChipProps) => {
  const { relation, conditional, suggested } = props
  const { relations, suggested: suggestedWords, conditional: onCondition } = wording()
  const usual = suggested === true ? suggestedWords(relation) : relations[relation]
  return (
    <span class={`chip ${relationClass(relation)}${suggested === true ? ' is-suggested' : ''}`}>
      <RelationGlyph relation={relation} />
      <span>
        {props.words ?? usual}
        {conditional === true && <span class="chip-note">{onCondition}</span>}
      </span>
    </span>
  )
}

/** Things that add to a relation rather than being one. None of them has a hue. */
export type Remark = 'changed' | 'mixed' | 'conditional' | 'old'

const remarkGlyphs: Readonly<Record<Remark, () => Child>> = {
  changed: DeltaIcon,
  mixed: MixedIcon,
  conditional: IfIcon,
  old: HourglassIcon,
}

/** A remark in plain ink: "Changed since 2 September 2015", "Mixed messages", "Provided that …". */
export const RemarkText = ({ remark, children }: { remark: Remark; children?: Child }) => {
  const Icon = remarkGlyphs[remark]
  return (
    <span class="remark">
      <Icon />
      <span>{children}</span>
    </span>
  )
}

/** Same letter, same position; letters do not depend on the baseline. */
export const PositionLetter = ({ letter }: { letter: string }) => (
  <span class="letter">
    <span class="visually-hidden">{wording().positionLetter} </span>
    {letter}
  </span>
)
