/** The felt-tip: which points a stroke keeps, and which strokes a rubber touches. */
import { simplify } from '../model/ink'
import type { Point } from '../model/types'

/** What a stroke may lose, in pixels on the screen it was drawn on. */
const TOLERANCE_PX = 0.35

/** The points worth keeping of a stroke drawn at `scale` pixels a millimetre. */
export function settle(points: readonly Point[], scale: number): Point[] {
  const moved = points.filter((point, index) => {
    const before = points[index - 1]
    return !before || before[0] !== point[0] || before[1] !== point[1]
  })
  return moved.length < 3 ? moved : simplify(moved, TOLERANCE_PX / scale)
}

/** Whether a rubber of `radius` that goes from `a` to `b` touches a stroke. */
export function touches(stroke: readonly Point[], a: Point, b: Point, radius: number): boolean {
  const first = stroke[0]
  if (!first) return false
  if (stroke.length === 1) return toSegment(first, a, b) <= radius
  return stroke.some((point, index) => {
    const before = stroke[index - 1]
    return before !== undefined && apart(before, point, a, b) <= radius
  })
}

/** The distance between two line pieces. */
function apart(p: Point, q: Point, a: Point, b: Point): number {
  if (cross(p, q, a, b)) return 0
  return Math.min(toSegment(p, a, b), toSegment(q, a, b), toSegment(a, p, q), toSegment(b, p, q))
}

function side([px, py]: Point, [qx, qy]: Point, [x, y]: Point): number {
  return Math.sign((qx - px) * (y - py) - (qy - py) * (x - px))
}

function cross(p: Point, q: Point, a: Point, b: Point): boolean {
  return side(p, q, a) * side(p, q, b) < 0 && side(a, b, p) * side(a, b, q) < 0
}

function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
