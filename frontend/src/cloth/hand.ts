/** Lines as a hand draws them: never quite round, never quite straight, always the same. */
import type { Basis } from '../model/schema.gen'
import type { Id, Point } from '../model/types'

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

/** A line between two things: a slight bow, to the side that belongs to it. */
export function tiePath(from: Point, to: Point, seed: Id): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const bow = (chance(seed, 7) - 0.5) * 0.16
  const middle: Point = [(from[0] + to[0]) / 2 - dy * bow, (from[1] + to[1]) / 2 + dx * bow]
  return `M${round(from)}Q${round(middle)} ${round(to)}`
}

export interface Line {
  readonly basis: Basis
  /** Runs to the theme. */
  readonly core: boolean
  /** Belongs to what is chosen. */
  readonly strong: boolean
  readonly path: string
}

/** Lines that look the same as one path. */
export function bundled(lines: readonly Line[]): (Line & { key: string })[] {
  const bundles = new Map<string, Line & { key: string }>()
  for (const line of lines) {
    const key = `${line.basis} ${line.core} ${line.strong}`
    bundles.set(key, { ...line, key, path: (bundles.get(key)?.path ?? '') + line.path })
  }
  return [...bundles.values()]
}
