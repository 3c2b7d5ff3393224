/**
 * Where notes lie for somebody who reads all of them upright.
 *
 * On paper the notes of a rim lie in rows for its writer; turned upright for a viewer at another
 * side they would lie over each other and over the edge. Each stays at its place where that can
 * be, else as near to it as there is room.
 */
import type { Id, Point } from '../model/types'
import { bounds, corners, normal, turn } from './camera'
import type { Rect } from './camera'
import { centre } from './geometry'
import type { Outline } from './geometry'
import type { Item } from './items'
import { FIRST_ROW, fromRim } from './rim'
import type { Rim } from './rim'

/** Air between two notes, in millimetres. */
const AIR = 6
/** Further from its place nothing is laid. */
const FARTHEST = 420
const WAYS: readonly Point[] = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
]

/**
 * The places of all notes that are drawn elsewhere than they lie, when every text is turned by
 * `angle`. The inner rows keep their places soonest; schakels and notes that lie so always do.
 */
export function uprightPlaces(
  items: readonly Item[],
  angle: number,
  outline: Outline,
  rims: ReadonlyMap<Id, Rim> = new Map(),
): Map<Id, Point> {
  const laid = new Laid()
  const still = (item: Item) => item.kind !== 'ingredient' || normal(item.angle - angle) === 0
  for (const item of items) if (still(item)) laid.put(boxAt(item, turn(item.at, -angle)))
  const moved = new Map<Id, Point>()
  for (const item of byRow(items, rims)) {
    if (still(item)) continue
    const wanted = turn(onCloth(item, angle, outline), -angle)
    const at = laid.room(item, wanted)
    laid.put(boxAt(item, at))
    const place = turn(at, angle)
    if (Math.hypot(place[0] - item.at[0], place[1] - item.at[1]) > 0.5) moved.set(item.id, place)
  }
  return moved
}

/** First what lies nearest the first row of its rim, so that a new row disturbs no older one. */
function byRow(items: readonly Item[], rims: ReadonlyMap<Id, Rim>): Item[] {
  const away = ({ seat, at }: Item): number => {
    const rim = seat === null ? undefined : rims.get(seat)
    return rim ? Math.abs(Math.round(fromRim(rim, at)[1]) - FIRST_ROW) : 0
  }
  const rows = new Map(items.map((item) => [item.id, away(item)]))
  return [...items].sort(
    (a, b) => (rows.get(a.id) ?? 0) - (rows.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
  )
}

/** The box around an item, in the frame in which its text is level. */
function boxAt({ half: [wide, high] }: Item, [x, y]: Point): Rect {
  return { left: x - wide, top: y - high, right: x + wide, bottom: y + high }
}

/** What lies on the cloth does not hang over its edge; what lies beyond it stays there. */
function onCloth(item: Item, angle: number, outline: Outline): Point {
  const { left, top, right, bottom } = bounds(
    corners(boxAt(item, [0, 0])).map((corner) => turn(corner, angle)),
  )
  const [width, height] = outline.sizeMm
  const [x, y] = item.at
  if (outline.shape === 'round') return onRound([x, y], { left, top, right, bottom }, outline)
  const outside = x < 0 || y < 0 || x > width || y > height
  return outside ? [x, y] : [within(x, -left, width - right), within(y, -top, height - bottom)]
}

function onRound([x, y]: Point, box: Rect, outline: Outline): Point {
  const [cx, cy] = centre(outline)
  const far = ([px, py]: Point) => Math.hypot((px - cx) / cx, (py - cy) / cy)
  if (far([x, y]) > 1) return [x, y]
  const hangs = (part: number) =>
    corners(box).some(([dx, dy]) => far([cx + (x - cx) * part + dx, cy + (y - cy) * part + dy]) > 1)
  let part = 1
  while (part > 0.5 && hangs(part)) part -= 0.02
  return [cx + (x - cx) * part, cy + (y - cy) * part]
}

const within = (value: number, least: number, most: number) =>
  least > most ? value : Math.min(most, Math.max(least, value))

const CELL = 260

/** Boxes by the squares of a grid that they touch. */
class Laid {
  readonly #cells = new Map<string, Rect[]>()

  put(box: Rect): void {
    for (const key of cellsOf(box)) {
      const there = this.#cells.get(key)
      if (there) there.push(box)
      else this.#cells.set(key, [box])
    }
  }

  /** The place nearest to `wanted` where an item lies free, straight aside from it. */
  room(item: Item, wanted: Point): Point {
    if (!this.#under(boxAt(item, wanted))) return wanted
    let best = wanted
    let least = FARTHEST
    for (const way of WAYS) {
      const at = this.#slide(item, wanted, way, least)
      if (at) [best, least] = [at, Math.hypot(at[0] - wanted[0], at[1] - wanted[1])]
    }
    return best
  }

  /** Past everything that lies in one way; null when that is no nearer than `least`. */
  #slide(item: Item, from: Point, [dx, dy]: Point, least: number): Point | null {
    const [wide, high] = item.half
    let [x, y] = from
    for (;;) {
      const under = this.#under(boxAt(item, [x, y]))
      if (!under) return [x, y]
      if (dx !== 0) x = dx > 0 ? under.right + wide + AIR : under.left - wide - AIR
      if (dy !== 0) y = dy > 0 ? under.bottom + high + AIR : under.top - high - AIR
      if (Math.hypot(x - from[0], y - from[1]) >= least) return null
    }
  }

  #under(box: Rect): Rect | undefined {
    for (const key of cellsOf(box)) {
      const hit = this.#cells.get(key)?.find((other) => overlap(box, other))
      if (hit) return hit
    }
    return undefined
  }
}

function* cellsOf({ left, top, right, bottom }: Rect): Iterable<string> {
  for (let y = Math.floor(top / CELL); y * CELL < bottom; y += 1)
    for (let x = Math.floor(left / CELL); x * CELL < right; x += 1) yield `${x} ${y}`
}

const overlap = (a: Rect, b: Rect) =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
