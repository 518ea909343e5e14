import type {
  Card,
  CardSide,
  CardStatement,
  ClaimCard,
  CountsCard,
  SidesCard,
} from '#views/card/card.ts'
import {
  type Box,
  HEIGHT,
  INK,
  WIDTH,
  drawBox,
  drawRule,
  drawSheet,
  drawSign,
  heightOf,
} from './draw.ts'
import type { Fonts } from './fonts.ts'
import type { Paragraph } from './lines.ts'
import { type Fit, type SetWords, put, setWordsWith, stack } from './set-words.ts'

/** Where everything stands on a card: serif for what people said and for titles, sans for what we say. */

const MARGIN = 64
const FULL = WIDTH - 2 * MARGIN
/** Where the rule above the last line is. */
const FOOT = HEIGHT - 92

const muted = { family: 'sans', ink: INK.muted } as const
const ours = { family: 'sans', ink: INK.ink } as const
const name = { ...ours, weight: 600 } as const
const theirs = { family: 'serif', ink: INK.ink } as const
const heading = { ...theirs, weight: 600 } as const

/** One line, in one size. */
const line = (size: number, width = FULL): Fit => ({ sizes: [size], width, lines: 1 })

/** A card as SVG, 1200 by 630. What our fonts cannot draw is left out, never drawn as boxes. */
export function layOutCard(card: Card, fonts: Fonts): string {
  const set = setWordsWith(fonts)
  return drawSheet([...frame(card, set), ...layOut(card, set)])
}

function layOut(card: Card, set: SetWords): string[] {
  if (card.shape === 'claim') return layOutClaim(card, set)
  return card.shape === 'sides' ? layOutSides(card, set) : layOutCounts(card, set)
}

/** The topic above; the name of this site and a last line below. */
function frame({ over, foot }: Card, set: SetWords): string[] {
  const top = FOOT + 30
  const left = MARGIN + 50
  const last = set(foot, muted, line(22, FULL - 240))
  return [
    ...put(set(over, muted, line(26)), { left: MARGIN, top: 44, width: FULL }),
    drawRule({ left: MARGIN, top: FOOT, width: FULL }),
    drawSign(MARGIN, top - 1, 36),
    ...put(set({ text: 'Gainsay' }, name, line(26)), { left, top: top - 1, width: FULL }),
    ...put(last && { ...last, isRightToLeft: true }, { left: MARGIN, top: top + 2, width: FULL }),
  ]
}

/** The words of a source; else what we wrote of them, which looks like ours. */
function setStatement(
  { quote, statement }: CardStatement,
  fit: Fit,
  set: SetWords,
): Paragraph | undefined {
  const [first, ...rest] = fit.sizes
  const smaller = (size: number) => Math.round(size * 0.85)
  const sizes: Fit['sizes'] = [smaller(first), ...rest.map(smaller)]
  return set(quote, theirs, fit) ?? set(statement, ours, { ...fit, sizes })
}

function layOutClaim(card: ClaimCard, set: SetWords): string[] {
  const box = { left: MARGIN, top: 100, width: FULL }
  const about = [
    set(card.translation, muted, { ...line(25), lines: 2 }),
    set(card.party, name, line(30)),
    set(card.by, muted, line(26)),
    set(card.sentence, ours, { ...line(26), lines: 2 }),
  ]
  const { height: under } = stack(about, box, 6)
  const bottom = FOOT - 24 - under
  const warning = set(card.warning, { ...name, ink: INK.danger }, line(28))
  const over = warning === undefined ? 0 : heightOf(warning) + 10
  const room = { width: FULL, height: bottom - 22 - box.top - over }
  const words = setStatement(card, { ...room, sizes: [60, 52, 46, 40, 36, 32, 28] }, set)
  return [
    ...stack([warning, words], box, 10).drawn,
    ...stack(about, { ...box, top: bottom }, 6).drawn,
  ]
}

const GAP = 32
const SIDE = (FULL - GAP) / 2
const PADDING = 26

function layOutSides({ title, sides }: SidesCard, set: SetWords): string[] {
  const box = { left: MARGIN, top: 92, width: FULL }
  const fit: Fit = { sizes: [38, 34, 30, 27], width: FULL, height: 102 }
  const { drawn, height } = stack([set(title, heading, fit)], box, 0)
  const top = box.top + height + 22
  const lefts = [MARGIN, MARGIN + SIDE + GAP]
  const laidOut = sides.map((side, i) =>
    layOutSide(side, { left: lefts[i] ?? 0, top, width: SIDE, height: FOOT - 26 - top }, set),
  )
  const size = oneSize(
    [36, 32, 28, 25, 22],
    laidOut.map(({ said }) => said),
  )
  return [...drawn, ...laidOut.flatMap((side) => [...side.drawn, ...put(side.said(size), side.at)])]
}

/** The largest size in which nothing is cut, else the last: what stands side by side weighs the same. */
const oneSize = (
  sizes: Fit['sizes'],
  sets: readonly ((size: number) => Paragraph | undefined)[],
): number =>
  sizes.find((size) => sets.every((setIn) => setIn(size)?.isCut !== true)) ??
  sizes.at(-1) ??
  sizes[0]

/** A side, but for its words, which are set in the size that both have room for. */
function layOutSide(
  { who, held, said }: CardSide,
  box: Box & { readonly height: number },
  set: SetWords,
) {
  const width = SIDE - 2 * PADDING
  const inner = { left: box.left + PADDING, top: box.top + 20, width }
  const above = [
    set(who, name, { ...line(27, width), sizes: [27, 24, 21] }),
    set(held, muted, { ...line(23, width), lines: 2 }),
  ]
  const { drawn, height } = stack(above, inner, 2)
  const by = set(said?.by, muted, { ...line(21, width), lines: 2 })
  const end = box.top + box.height - 18 - (by === undefined ? 0 : heightOf(by))
  const top = inner.top + height + 12
  return {
    drawn: [drawBox(box), ...drawn, ...put(by, { ...inner, top: end })],
    at: { ...inner, top },
    said: (size: number) =>
      said && setStatement(said, { sizes: [size], width, height: end - 10 - top }, set),
  }
}

function layOutCounts({ title, summary, counts }: CountsCard, set: SetWords): string[] {
  const box = { left: MARGIN, top: 104, width: FULL }
  const countsTop = FOOT - 150
  const room = countsTop - 20 - box.top
  const first = set(title, heading, { sizes: [72, 64, 56, 48, 42], width: FULL, height: room })
  const left = room - 16 - (first === undefined ? 0 : heightOf(first))
  const fit: Fit = { sizes: [28], width: FULL, height: left, lines: 3 }
  const second = left < 38 ? undefined : set(summary, muted, fit)
  const width = FULL / Math.max(4, counts.length)
  const labels = counts.map(
    ({ of }) =>
      (size: number) =>
        set({ text: of }, muted, line(size, width - 40)),
  )
  const size = oneSize([25, 23, 20], labels)
  return [
    ...stack([first, second], box, 16).drawn,
    ...counts.flatMap(({ count }, i) => {
      const at = { left: MARGIN + i * width, top: countsTop, width }
      const number = set({ text: count.toLocaleString('en-GB') }, name, line(60, width - 16))
      return [...put(number, at), ...put(labels[i]?.(size), { ...at, top: countsTop + 82 })]
    }),
  ]
}
