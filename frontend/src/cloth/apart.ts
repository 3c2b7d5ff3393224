/** Keeping names apart: each takes the first place where it covers nothing. */
import type { Point } from '../model/types'
import type { Rect } from './camera'

/** A rectangle of a size around a point. */
export function around([x, y]: Point, [width, height]: Point): Rect {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** The first of `places` where a box of `size` touches no box of `taken`; else the first of all. */
export function firstFree(places: readonly Point[], size: Point, taken: readonly Rect[]): Point {
  const free = (place: Point) => taken.every((other) => !overlap(around(place, size), other))
  return places.find(free) ?? places[0] ?? [0, 0]
}
