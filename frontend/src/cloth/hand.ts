/** Lines as a hand draws them: never quite round, never quite straight, always the same. */
import type { Id, Point } from '../model/types'
import type { Rect } from './camera'

/** A number between 0 and 1 that belongs to `text` and `turn`. */
export function chance(text: string, turn: number): number {
  let hash = 2166136261 ^ turn
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507)
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296
}

const STEPS = 14

/** A ring around the origin as a felt-tip makes it: it overshoots where it began. */
export function ringPath(radius: number, seed: Id, wobble = 0.018): string {
  const start = chance(seed, 0) * 2 * Math.PI
  const points: Point[] = []
  for (let step = 0; step <= STEPS + 1; step += 1) {
    const angle = start + (step / STEPS) * 2 * Math.PI
    const drift = step > STEPS - 1 ? (step - STEPS + 1) * 0.012 : 0
    const reach = radius * (1 + (chance(seed, (step % STEPS) + 1) - 0.5) * 2 * wobble + drift)
    points.push([Math.cos(angle) * reach, Math.sin(angle) * reach])
  }
  return smooth(points)
}

/** A smooth line through points (Catmull–Rom as cubic curves). */
export function smooth(points: readonly Point[]): string {
  const first = points[0]
  if (!first) return ''
  const at = (index: number) => points[Math.min(points.length - 1, Math.max(0, index))] ?? first
  let path = `M${round(first)}`
  for (let index = 0; index < points.length - 1; index += 1) {
    const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const one: Point = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6]
    const two: Point = [c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6]
    path += `C${round(one)} ${round(two)} ${round(c)}`
  }
  return path
}

const round = ([x, y]: Point) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`

/** How far a line bows at most, as a share of its length. */
export const BOW = 0.08

/** The point to which the line between two things bows: to the side that belongs to it. */
export function bowOf(from: Point, to: Point, seed: Id): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const bow = (chance(seed, 7) - 0.5) * 2 * BOW
  return [(from[0] + to[0]) / 2 - dy * bow, (from[1] + to[1]) / 2 + dx * bow]
}

/** A line between two things, slightly bowed. */
export function tiePath(from: Point, to: Point, seed: Id): string {
  return `M${round(from)}Q${round(bowOf(from, to, seed))} ${round(to)}`
}

/** Text seen from afar: a dash for each word as from, to and line, in lines around the origin. */
export function dashes(
  lines: readonly string[],
  font: number,
  left: number,
  measure: (word: string) => number,
): (readonly [number, number, number])[] {
  const pitch = font * 1.22
  const top = (-(lines.length - 1) / 2) * pitch
  return lines.flatMap((line, row) => {
    let x = left
    return line.split(' ').map((word) => {
      const from = x
      const to = from + Math.max(0.4, measure(word) - 0.3) * font
      x = to + 0.55 * font
      return [from, to, top + row * pitch] as const
    })
  })
}

/** Whether a bowed line may touch a rectangle; its surroundings alone say nothing of a long one. */
export function crosses({ from, to }: { from: Point; to: Point }, area: Rect): boolean {
  const slack = Math.hypot(to[0] - from[0], to[1] - from[1]) * BOW + 8
  const clip = (axis: 0 | 1, least: number, most: number): [number, number] => {
    const way = to[axis] - from[axis]
    const [one, other] = [least - slack - from[axis], most + slack - from[axis]]
    if (way === 0) return one <= 0 && other >= 0 ? [0, 1] : [1, 0]
    return [Math.min(one / way, other / way), Math.max(one / way, other / way)]
  }
  const [ax, bx] = clip(0, area.left, area.right)
  const [ay, by] = clip(1, area.top, area.bottom)
  return Math.max(0, ax, ay) <= Math.min(1, bx, by)
}
