/** Where chairs stand around the drawn table; pure geometry in millimetres. */
import { facing, rimPoint, type Outline } from '../../cloth/geometry'
import type { Point, Seat } from '../../model/types'

export interface Place {
  /** The middle of the chair. */
  at: Point
  /** Degrees clockwise, 0 pointing down: the way the chair's back looks. */
  facing: number
}

/** Room outside the cloth for chairs and their names. */
export const MARGIN = 420
const CHAIR_GAP = 150

/** The chair at a seat's angle around the cloth. */
export function place(angle: number, outline: Outline): Place {
  return { at: rimPoint(outline, angle, -CHAIR_GAP), facing: facing(outline, angle) }
}

/** Angles for a number of chairs evenly along the edge, the first at the bottom in the middle. */
export function spread(count: number): number[] {
  return Array.from({ length: count }, (_, index) => (index * 360) / count)
}

const apart = (a: number, b: number): number => {
  const between = Math.abs(a - b) % 360
  return Math.min(between, 360 - between)
}

/** A free chair with the most room around it; null when all are taken. */
export function roomiest(
  seats: readonly Pick<Seat, 'id' | 'angle'>[],
  taken: ReadonlySet<string>,
): string | null {
  const occupied = seats.filter((seat) => taken.has(seat.id))
  const room = (seat: Pick<Seat, 'angle'>): number =>
    Math.min(360, ...occupied.map((other) => apart(other.angle, seat.angle)))
  const free = seats.filter((seat) => !taken.has(seat.id))
  return (
    free.reduce<(typeof free)[number] | null>(
      (best, seat) => (best === null || room(seat) > room(best) ? seat : best),
      null,
    )?.id ?? null
  )
}
