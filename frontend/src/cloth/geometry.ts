/**
 * The outline of the cloth and its edge: from a seat's angle to a place, in millimetres.
 *
 * Origin top left, y down. The edge is walked clockwise as seen on screen from the middle of the
 * bottom: bottom, left, top, right; 360 degrees go round once, so equal angles are equal stretches,
 * on a rectangle too. `board/geometry.py` has the same functions; `tests/golden/geometry.json`
 * holds both to the same results.
 */
import type { Shape } from '../model/schema.gen'
import type { Id, Point } from '../model/types'

export interface Outline {
  readonly shape: Shape
  readonly sizeMm: Point
}
/** From and to in degrees, clockwise, `from` below `to`. */
export type Stretch = readonly [number, number]

const RADIANS = Math.PI / 180
/** An angle brought between 0 and 360 (excluded). */
export const turned = (degrees: number) => ((degrees % 360) + 360) % 360

export function centre({ sizeMm: [width, height] }: Outline): Point {
  return [width / 2, height / 2]
}

/** Places by id, each `by` millimetres further. */
export function shifted(places: Iterable<readonly [Id, Point]>, [dx, dy]: Point): Map<Id, Point> {
  return new Map(Array.from(places, ([id, [x, y]]) => [id, [x + dx, y + dy]]))
}

/** The length of a rectangle's edge. */
export function perimeter({ sizeMm: [width, height] }: Outline): number {
  return 2 * (width + height)
}

/** The corners as distances walked: bottom left, top left, top right, bottom right. */
function cornersWalked({ sizeMm: [width, height] }: Outline): number[] {
  return [width / 2, width / 2 + height, width * 1.5 + height, width * 1.5 + height * 2]
}

/**
 * How far one has to turn the cloth, anticlockwise, to have this place in front of one.
 *
 * On a rectangle everybody at one side faces the same way: 0 bottom, 90 left, 180 top, 270 right;
 * a corner counts as the side after it. On a round cloth it is the angle itself.
 */
export function facing(outline: Outline, angle: number): number {
  if (outline.shape === 'round') return turned(angle)
  const walked = (turned(angle) / 360) * perimeter(outline)
  return (cornersWalked(outline).filter((corner) => corner <= walked).length % 4) * 90
}

/** The place on the edge at `angle`, or `depth` inward from it (outward if negative). */
export function rimPoint(outline: Outline, angle: number, depth = 0): Point {
  const side = facing(outline, angle) * RADIANS
  const [x, y] = onEdge(outline, turned(angle))
  return [x + depth * Math.sin(side), y - depth * Math.cos(side)]
}

function onEdge(outline: Outline, angle: number): Point {
  const [width, height] = outline.sizeMm
  if (outline.shape === 'round') {
    const turn = angle * RADIANS
    return [(width / 2) * (1 - Math.sin(turn)), (height / 2) * (1 + Math.cos(turn))]
  }
  const walked = (angle / 360) * perimeter(outline)
  const [first = 0, second = 0, third = 0, fourth = 0] = cornersWalked(outline)
  if (walked >= fourth) return [width - (walked - fourth), height]
  if (walked >= third) return [width, walked - third]
  if (walked >= second) return [walked - second, 0]
  if (walked >= first) return [0, height - (walked - first)]
  return [width / 2 - walked, height]
}

/** Each seat's stretch: from halfway to the one before to halfway to the next. */
export function stretches(angles: ReadonlyMap<Id, number>): Map<Id, Stretch> {
  const order = [...angles]
    .map(([seat, angle]) => ({ seat, angle: turned(angle) }))
    .sort((a, b) => a.angle - b.angle || (a.seat < b.seat ? -1 : 1))
  const [first, last] = [order[0], order.at(-1)]
  if (!first || !last) return new Map()
  const before = (index: number) => order[index - 1]?.angle ?? last.angle - 360
  const after = (index: number) => order[index + 1]?.angle ?? first.angle + 360
  return new Map(
    order.map(({ seat, angle }, index) => [
      seat,
      [(before(index) + angle) / 2, (angle + after(index)) / 2],
    ]),
  )
}
