/** Felt-tip ink as bytes: points packed as whole-number steps of a quarter millimetre. */
import { STROKE_POINT_LIMIT } from './schema.gen'
import type { Point } from './types'

const PER_MM = 4
/** Nothing on a cloth lies further: 2^22 quarter millimetres, about a kilometre. */
const FAR = 1 << 22

/** The points as signed varints: x and y of the first, then the steps from each to the next. */
export function pack(points: readonly Point[]): Uint8Array {
  const bytes: number[] = []
  let [x, y] = [0, 0]
  for (const point of points) {
    const [nextX, nextY] = [quarter(point[0]), quarter(point[1])]
    putSigned(bytes, nextX - x)
    putSigned(bytes, nextY - y)
    ;[x, y] = [nextX, nextY]
  }
  return Uint8Array.from(bytes)
}

/** The points that were packed, in millimetres; what does not decode ends the stroke there. */
export function unpack(bytes: Uint8Array): Point[] {
  const points: Point[] = []
  let [at, x, y] = [0, 0, 0]
  while (at < bytes.length) {
    const dx = takeSigned(bytes, at)
    const dy = dx && takeSigned(bytes, dx.next)
    if (!dy) break
    x += dx.value
    y += dy.value
    if (Math.max(Math.abs(x), Math.abs(y)) > FAR) break
    points.push([x / PER_MM, y / PER_MM])
    at = dy.next
  }
  return points
}

/** A stroke cut into pieces of at most the limit; each begins where the one before ended. */
export function pieces(points: readonly Point[]): Point[][] {
  const cut: Point[][] = []
  for (let from = 0; from === 0 || from < points.length - 1; from += STROKE_POINT_LIMIT - 1) {
    cut.push(points.slice(from, from + STROKE_POINT_LIMIT))
  }
  return points.length ? cut : []
}

/** The fewest of these points from which no point lies further than `tolerance` (mm). */
export function simplify(points: readonly Point[], tolerance: number): Point[] {
  const kept = new Set([0, points.length - 1])
  const open: [number, number][] = [[0, points.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const far = farthest(points, span)
    if (far.distance <= tolerance) continue
    kept.add(far.index)
    open.push([span[0], far.index], [far.index, span[1]])
  }
  return points.filter((_, index) => kept.has(index))
}

function farthest(points: readonly Point[], [from, to]: [number, number]) {
  let [index, distance] = [from, 0]
  for (let between = from + 1; between < to; between++) {
    const away = toSegment(points[between]!, points[from]!, points[to]!)
    if (away > distance) [index, distance] = [between, away]
  }
  return { index, distance }
}

/** How far a point lies from the line piece between two others. */
function toSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const [px, py] = [point[0] - from[0], point[1] - from[1]]
  const length = dx * dx + dy * dy
  const along = length ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0
  return Math.hypot(px - along * dx, py - along * dy)
}

function quarter(millimetres: number): number {
  return Math.max(-FAR, Math.min(FAR, Math.round(millimetres * PER_MM)))
}

/** Zigzag, so that small steps either way take one byte; seven bits a byte, lowest first. */
function putSigned(bytes: number[], value: number): void {
  let rest = value < 0 ? -2 * value - 1 : 2 * value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
}

function takeSigned(bytes: Uint8Array, from: number): { value: number; next: number } | null {
  let [rest, scale] = [0, 1]
  for (let at = from; at < bytes.length && at < from + 5; at++, scale *= 128) {
    const byte = bytes[at]!
    rest += (byte & 127) * scale
    if (byte < 128) return { value: rest % 2 ? -(rest + 1) / 2 : rest / 2, next: at + 1 }
  }
  return null
}
