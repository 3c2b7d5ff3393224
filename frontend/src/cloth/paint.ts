/** Drawing on a canvas: felt-tip strokes, lines, and notes seen from afar. */
import type { Basis, Pen } from '../model/schema.gen'
import type { Id, Point } from '../model/types'

import { bowOf, dashes } from './hand'
import { PADDING, SIGN, SIGN_GAP } from './items'
import type { Drawn, Item } from './items'
import type { Measure } from './measure'

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** A felt-tip line: smooth through the middles of its points, round at its ends. */
export function paintStroke(context: Context, points: readonly Point[], width: number): void {
  const [first, second] = points
  if (!first) return
  context.lineWidth = width
  context.lineCap = context.lineJoin = 'round'
  context.beginPath()
  context.moveTo(first[0], first[1])
  if (!second) context.lineTo(first[0] + 0.01, first[1])
  for (let index = 1; index < points.length; index += 1) {
    const [x, y] = points[index]!
    const next = points[index + 1]
    if (next) context.quadraticCurveTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2)
    else context.lineTo(x, y)
  }
  context.stroke()
}

/** The inks of the skin that is on, by pen. */
export function inksOf(element: Element): (pen: Pen) => string {
  const style = getComputedStyle(element)
  const known = new Map<Pen, string>()
  return (pen) => {
    const ink = known.get(pen) ?? style.getPropertyValue(`--pen-${pen}`).trim()
    known.set(pen, ink)
    return ink
  }
}

export interface DrawnTie {
  readonly id: Id
  readonly from: Point
  readonly to: Point
  readonly basis: Basis
  /** Runs to the theme. */
  readonly core: boolean
}
export interface TieStyles {
  readonly line: string
  readonly core: string
  readonly paper: string
}

/** Whole, dashed or dotted: the ground of a line never shows by colour alone. */
const DASHES: Readonly<Record<Basis, number[]>> = {
  factual: [],
  expected: [14, 11],
  wished: [0.5, 10],
}

export function tieStyles(element: Element): TieStyles {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(name)
  return { line: of('--line'), core: of('--accent'), paper: of('--paper') }
}

/** A line between two things, slightly bowed. */
export function paintTie(context: Context, tie: DrawnTie, styles: TieStyles): void {
  const { id, from, to, basis, core } = tie
  const [x, y] = bowOf(from, to, id)
  context.strokeStyle = core ? styles.core : styles.line
  context.globalAlpha = core ? 0.6 : 1
  context.lineWidth = basis === 'wished' ? 3.6 : core ? 3 : 2.4
  context.lineCap = 'round'
  context.setLineDash(DASHES[basis])
  context.beginPath()
  context.moveTo(from[0], from[1])
  context.quadraticCurveTo(x, y, to[0], to[1])
  context.stroke()
  context.setLineDash([])
  context.globalAlpha = 1
}

/** The paper under a note: lines end at its edge. */
export function paintPaper(context: Context, { item, at, angle }: FarNote): void {
  const [wide, high] = item.half
  context.save()
  context.translate(at[0], at[1])
  context.rotate((angle * Math.PI) / 180)
  context.fillRect(-wide, -high, 2 * wide, 2 * high)
  context.restore()
}

export interface FarNote extends Drawn {
  readonly item: Item
  readonly pen: Pen
  readonly blank: boolean
}

/** A note in the distance: a dash for each word, in its writer's ink. */
export function paintNote(
  context: Context,
  { item, at, angle, pen, blank }: FarNote,
  ink: (pen: Pen) => string,
  measure: Measure,
): void {
  const { lines, font } = item.setting
  context.save()
  context.translate(at[0], at[1])
  context.rotate((angle * Math.PI) / 180)
  context.strokeStyle = ink(blank ? 'slate' : pen)
  context.globalAlpha = blank ? 0.35 : 0.8
  context.lineWidth = blank ? 3 : font * 0.42
  context.lineCap = 'butt'
  context.beginPath()
  if (blank) context.rect(-75, -23, 150, 46)
  else
    for (const [from, to, y] of dashes(
      lines,
      font,
      PADDING + SIGN + SIGN_GAP - item.half[0],
      measure,
    )) {
      context.moveTo(from, y)
      context.lineTo(to, y)
    }
  context.stroke()
  context.restore()
}
