/** Drawing on a canvas: felt-tip strokes, and notes too small to be elements of the page. */
import type { Pen } from '../model/schema.gen'
import type { Point } from '../model/types'
import { PADDING, SIGN, SIGN_GAP } from './items'
import type { Drawn, Item } from './items'
import { LEADING } from './measure'

type Context = CanvasRenderingContext2D

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

export interface FarNote extends Drawn {
  readonly item: Item
  readonly ink: string
  readonly blank: boolean
}

/** A note in the distance: its lines in its ink, with a dot for its sign. */
export function paintNote(context: Context, note: FarNote, face: string, faint: string): void {
  const { item, at, angle, ink, blank } = note
  const [halfWidth] = item.half
  context.save()
  context.translate(at[0], at[1])
  context.rotate((angle * Math.PI) / 180)
  if (blank) {
    context.strokeStyle = faint
    context.lineWidth = 2
    context.strokeRect(-75, -23, 150, 46)
    context.restore()
    return
  }
  context.fillStyle = context.strokeStyle = ink
  const { lines, font, height } = item.setting
  context.lineWidth = 2
  context.beginPath()
  context.arc(-halfWidth + PADDING + SIGN / 2, 0, SIGN / 2 - 2, 0, 7)
  context.stroke()
  context.font = `500 ${font}px ${face}`
  context.textBaseline = 'middle'
  const left = -halfWidth + PADDING + SIGN + SIGN_GAP
  lines.forEach((line, index) => {
    context.fillText(line, left, -height / 2 + (index + 0.5) * font * LEADING)
  })
  context.restore()
}
