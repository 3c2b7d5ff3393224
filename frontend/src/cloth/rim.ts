/** Places to write: the rows of a rim, the ring of schakels, the bands of positions. */
import type { Id, Point } from '../model/types'
import { turn } from './camera'
import type { Rect } from './camera'
import { centre, facing, perimeter, rimPoint, stretches, turned } from './geometry'
import type { Outline, Stretch } from './geometry'

/** A stretch of the edge: someone's place to write. */
export interface Rim {
  readonly seat: Id
  readonly outline: Outline
  /** The angle from which its texts read upright. */
  readonly facing: number
  /** The angle of its middle, and how much of the edge it takes, in millimetres. */
  readonly angle: number
  readonly length: number
  /** The middle of the stretch, on the edge of the cloth. */
  readonly middle: Point
}

/** Room for one note along the rim, and from one row to the next. */
export const PITCH = 226
export const ROW = 100
/** From the edge to the first row. */
export const FIRST_ROW = 60
/** Rows on the cloth itself; more rows grow outward. */
const ROWS = 2
export const RIM_DEPTH = FIRST_ROW + (ROWS - 1) * ROW + ROW / 2
/** An arm's reach: no rim is longer. */
const REACH = 1600
const CORNER = 30
export const THEME_RADIUS = 120
export const CONNECTOR_RADIUS = 78
const CONNECTOR_GAP = 26
const RADIANS = Math.PI / 180

/** The rims of all seats. */
export function rims(outline: Outline, angles: ReadonlyMap<Id, number>): Map<Id, Rim> {
  const all = new Map<Id, Rim>()
  for (const [seat, stretch] of stretches(angles)) {
    const own = turned(angles.get(seat) ?? 0)
    const [from, to] = clipped(outline, own, stretch)
    const angle = (from + to) / 2
    const length = ((to - from) / 360) * around(outline)
    const middle = rimPoint(outline, angle)
    all.set(seat, { seat, outline, facing: facing(outline, own), angle, length, middle })
  }
  return all
}

/** The rims around a board as the store holds it. */
export function rimsAround(board: {
  readonly meta: Outline
  readonly seats: ReadonlyMap<Id, { readonly angle: number }>
}): Map<Id, Rim> {
  const outline = { shape: board.meta.shape, sizeMm: board.meta.sizeMm }
  return rims(outline, new Map([...board.seats].map(([id, { angle }]) => [id, angle])))
}

/** How long the edge is; of an oval, about. */
function around(outline: Outline): number {
  const [width, height] = outline.sizeMm
  return outline.shape === 'round' ? (Math.PI * (width + height)) / 2 : perimeter(outline)
}

/** A stretch no longer than an arm's reach, and on a rectangle no further than its own side. */
function clipped(outline: Outline, own: number, [from, to]: Stretch): Stretch {
  const degrees = (mm: number) => (mm / around(outline)) * 360
  const reach = degrees(REACH / 2)
  const [least, most] = [Math.max(from, own - reach), Math.min(to, own + reach)]
  if (outline.shape === 'round') return [least + degrees(CORNER / 2), most - degrees(CORNER / 2)]
  const [width, height] = outline.sizeMm
  const side = facing(outline, own)
  const [half, cut] = side % 180 === 0 ? [width / 2, CORNER] : [height / 2, RIM_DEPTH]
  const middle = sideMiddle(outline, side) + (side === 0 && own > 180 ? 360 : 0)
  const start = Math.max(least, middle - degrees(half - cut))
  const end = Math.min(most, middle + degrees(half - cut))
  return end - start < degrees(PITCH) ? atLeastOne(own, [start, end], degrees(PITCH)) : [start, end]
}

/** A stretch that a corner made too short for one note, lengthened towards its seat. */
function atLeastOne(own: number, [from, to]: Stretch, room: number): Stretch {
  if (to <= from) return [own - room / 2, own + room / 2]
  return own - from < to - own ? [to - room, to] : [from, from + room]
}

/** The angle of the middle of a side of a rectangle. */
function sideMiddle(outline: Outline, side: number): number {
  return (((side / 90) * (outline.sizeMm[0] + outline.sizeMm[1])) / 2 / perimeter(outline)) * 360
}

/** A place from how far along the rim (to the right as its writer sees it) and how far inward. */
export function onRim(rim: Rim, right: number, inward: number): Point {
  if (rim.outline.shape === 'round') {
    const angle = rim.angle - (right / around(rim.outline)) * 360
    return rimPoint(rim.outline, angle, inward)
  }
  const [dx, dy] = turn([right, -inward], rim.facing)
  return [rim.middle[0] + dx, rim.middle[1] + dy]
}

/** How far a point lies along a rim (to the right) and inward: the reverse of `onRim`. */
export function fromRim(rim: Rim, [x, y]: Point): Point {
  if (rim.outline.shape === 'round') return fromArc(rim, [x, y])
  const [dx, dy] = turn([x - rim.middle[0], y - rim.middle[1]], -rim.facing)
  return [dx, -dy]
}

function fromArc(rim: Rim, [x, y]: Point): Point {
  const [cx, cy] = centre(rim.outline)
  const angle = Math.atan2(-(x - cx) / cx, (y - cy) / cy) / RADIANS
  const away = ((((rim.angle - angle) % 360) + 540) % 360) - 180
  return [(away / 360) * around(rim.outline), depthOnRound(rim.outline, [x, y])]
}

/** How far inward row `row` lies: the first two on the cloth, then outward, ever further. */
function depthOf(row: number): number {
  return row < ROWS ? FIRST_ROW + row * ROW : FIRST_ROW - (row - ROWS + 1) * ROW
}

/** The places of one row from the middle outward; odd rows lie half a place aside. */
function rowPlaces(rim: Rim, row: number): Point[] {
  const pitch = pitchOf(rim, depthOf(row))
  const most = Math.max(1, Math.floor(rim.length / pitch))
  const count = row % 2 === 1 && most > 1 ? most - 1 : most
  const first = (-(count - 1) / 2) * pitch
  return Array.from({ length: count }, (_, index): Point => [
    first + index * pitch,
    depthOf(row),
  ]).sort(([a], [b]) => Math.abs(a) - Math.abs(b) || a - b)
}

/** The room for one note in a row, measured along the edge: a row on a round cloth is shorter. */
function pitchOf({ outline }: Rim, depth: number): number {
  if (outline.shape !== 'round') return PITCH
  return PITCH / Math.max(0.1, 1 - depth / (Math.min(...outline.sizeMm) / 2))
}

/** The first free place on a rim: nearest the middle of its first row, at last on a new row. */
export function nextPlace(rim: Rim, taken: Iterable<Point>): Point {
  const lying = [...taken]
  for (let row = 0; ; row += 1) {
    const free = rowPlaces(rim, row).find((place) => isFree(rim, place, lying))
    if (free) return whole(onRim(rim, ...free))
  }
}

/** Whether nothing lies within a note's width and a row's depth of a place, as its writer sees it. */
function isFree(rim: Rim, [right, inward]: Point, lying: readonly Point[]): boolean {
  const [x, y] = onRim(rim, right, inward)
  const [cos, sin] = turn([1, 0], -facingAt(rim, right))
  return !lying.some(([a, b]) => {
    const [aside, deeper] = [(a - x) * cos - (b - y) * sin, (a - x) * sin + (b - y) * cos]
    return Math.abs(aside) < PITCH * 0.7 && Math.abs(deeper) < ROW * 0.7
  })
}

function facingAt(rim: Rim, right: number): number {
  if (rim.outline.shape !== 'round') return rim.facing
  return rim.angle - (right / around(rim.outline)) * 360
}

/**
 * Things laid beside one another in rows, about where they lie now, to be read at `angle`: places
 * by id, in the order in which their reader meets them.
 */
export function sideBySide(
  things: readonly { id: Id; at: Point }[],
  angle: number,
): Map<Id, Point> {
  const seen = things
    .map(({ id, at }) => ({ id, at: turn(at, -angle) }))
    .sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0])
  const columns = Math.ceil(Math.sqrt(seen.length / 2))
  const rows = Math.ceil(seen.length / columns)
  const middle = (axis: 0 | 1) => seen.reduce((sum, { at }) => sum + at[axis], 0) / seen.length
  const [left, top] = [middle(0) - ((columns - 1) * PITCH) / 2, middle(1) - ((rows - 1) * ROW) / 2]
  return new Map(
    seen.map(({ id }, index) => {
      const at: Point = [left + (index % columns) * PITCH, top + Math.floor(index / columns) * ROW]
      return [id, whole(turn(at, angle))]
    }),
  )
}

const whole = ([x, y]: Point): Point => [Math.round(x), Math.round(y)]

/** Whose rim a point lies on, outward without end; null on the open field. */
export function rimAt(all: Iterable<Rim>, point: Point): Id | null {
  for (const rim of all) {
    const [right, inward] = fromRim(rim, point)
    if (Math.abs(right) <= rim.length / 2 && inward <= RIM_DEPTH) return rim.seat
  }
  return null
}

/** Half the width and height of the ring on which schakels lie. */
export function ring({ shape, sizeMm: [width, height] }: Outline): Point {
  const inner = RIM_DEPTH + CONNECTOR_RADIUS + 8
  const [x, y] = [width / 2 - inner, height / 2 - inner]
  return shape === 'round' ? [x, y] : [Math.max(x - 60, y), y]
}

/** The first free place on the ring, as near as can be to the direction of `toward`. */
export function nextRingPlace(outline: Outline, toward: Point, taken: readonly Point[]): Point {
  const [cx, cy] = centre(outline)
  const [rx, ry] = ring(outline)
  const start = Math.atan2((toward[1] - cy) / ry, (toward[0] - cx) / rx)
  const gap = 2 * CONNECTOR_RADIUS + CONNECTOR_GAP
  for (const factor of [1, 0.72, 1.22, 0.5, 1.45]) {
    for (let step = 0; step < 90; step += 1) {
      const away = Math.ceil(step / 2) * (step % 2 ? 1 : -1) * 4 * RADIANS
      const place = whole([
        cx + Math.cos(start + away) * rx * factor,
        cy + Math.sin(start + away) * ry * factor,
      ])
      const free = taken.every(([x, y]) => Math.hypot(x - place[0], y - place[1]) >= gap)
      if (free && Math.hypot(place[0] - cx, place[1] - cy) >= THEME_RADIUS + CONNECTOR_RADIUS + 8)
        return place
    }
  }
  return whole(toward)
}

/** The share of the way from the theme to the ring at which each band ends, from the core outward. */
const BANDS = [0.3, 0.62, 1.36]

/** Half width and height of the lines between the bands of positions. */
export function bands(outline: Outline): Point[] {
  const [rx, ry] = ring(outline)
  const at = (radius: number, part: number) => THEME_RADIUS + (radius - THEME_RADIUS) * part
  return BANDS.map((part): Point => [at(rx, part), at(ry, part)])
}

/** How far from the middle an oval reaches in a direction. */
export function ovalReach([rx, ry]: Point, [dx, dy]: Point): number {
  const length = Math.hypot(dx, dy)
  if (length === 0) return Math.min(rx, ry)
  return 1 / Math.hypot(dx / length / rx, dy / length / ry)
}

/** Where in a band (0 the inmost) something lies that looks towards a point. */
export function bandPlace(outline: Outline, band: number, toward: Point): Point {
  const [cx, cy] = centre(outline)
  const away: Point = [toward[0] - cx, toward[1] - cy]
  const far = Math.hypot(...away)
  const [dx, dy] = far === 0 ? [0, -1] : [away[0] / far, away[1] / far]
  const edges = bands(outline).map((oval) => ovalReach(oval, [dx, dy]))
  const inner = band === 0 ? THEME_RADIUS : (edges[band - 1] ?? 0)
  const outer = edges[band] ?? inner + 76
  const middle = (inner + outer) / 2
  return [cx + dx * middle, cy + dy * middle]
}

/** The cloth with the rows that grew beyond its edge. */
export function withHem(outline: Outline, points: Iterable<Point>): Rect {
  const [width, height] = outline.sizeMm
  const grown = { left: 0, top: 0, right: 0, bottom: 0 }
  const grow = (side: keyof Rect, beyond: number) => {
    if (beyond > 0) grown[side] = Math.max(grown[side], beyond + ROW / 2)
  }
  for (const point of points) {
    if (outline.shape === 'round') {
      const beyond = -depthOnRound(outline, point)
      for (const side of ['left', 'top', 'right', 'bottom'] as const) grow(side, beyond)
      continue
    }
    grow('left', -point[0])
    grow('top', -point[1])
    grow('right', point[0] - width)
    grow('bottom', point[1] - height)
  }
  return {
    left: 0 - grown.left,
    top: 0 - grown.top,
    right: width + grown.right,
    bottom: height + grown.bottom,
  }
}

function depthOnRound(outline: Outline, [x, y]: Point): number {
  const [cx, cy] = centre(outline)
  const angle = Math.atan2(-(x - cx) / cx, (y - cy) / cy) / RADIANS
  const [ex, ey] = rimPoint(outline, angle)
  const side = angle * RADIANS
  return (x - ex) * Math.sin(side) - (y - ey) * Math.cos(side)
}
