/** Where chairs stand around the drawn table, and which are free; millimetres and degrees. */
import { rimPoint, type Outline } from '../../cloth/geometry'
import { rims } from '../../cloth/rim'
import type { Id, Point, Seat } from '../../model/types'

export interface Place {
  /** The middle of the chair. */
  at: Point
  /** Where its name card lies, on the cloth. */
  card: Point
  /** Degrees clockwise, 0 pointing down: the way the chair's back looks. */
  facing: number
}

/** Room outside the cloth for the chairs. */
export const MARGIN = 300
const CHAIR_GAP = 130
const CARD_GAP = 70

type Chair = Pick<Seat, 'id' | 'angle'>

/** The places of all chairs, each in the middle of its own rim. */
export function places(chairs: readonly Chair[], outline: Outline): Map<Id, Place> {
  const around = rims(outline, new Map(chairs.map(({ id, angle }) => [id, angle])))
  const placed = [...around].map(([id, { angle, facing }]): [Id, Place] => {
    const at = rimPoint(outline, angle, -CHAIR_GAP)
    return [id, { at, facing, card: rimPoint(outline, angle, CARD_GAP) }]
  })
  return new Map(placed)
}

/** Angles for a number of chairs at a new cloth, as the server will set them. */
export function spread(count: number, { shape, sizeMm }: Outline): number[] {
  if (shape === 'round') return Array.from({ length: count }, (_, chair) => (360 / count) * chair)
  const [width, height] = sizeMm
  const sides = [
    { middle: 0, length: width, chairs: 0 },
    { middle: width + height, length: width, chairs: 0 },
    { middle: (width + height) / 2, length: height, chairs: 0 },
    { middle: (3 * (width + height)) / 2, length: height, chairs: 0 },
  ]
  const room = ({ length, chairs }: (typeof sides)[number]): number => length / (chairs + 1)
  for (let chair = 0; chair < count; chair += 1) {
    const widest = sides.reduce((most, side) => {
      const more = room(side) - room(most)
      return more > 0 || (more === 0 && side.chairs < most.chairs) ? side : most
    })
    widest.chairs += 1
  }
  const edge = 2 * (width + height)
  return sides
    .flatMap(({ middle, length, chairs }) =>
      Array.from({ length: chairs }, (_, index) => {
        const walked = middle + ((index + 0.5) / chairs - 0.5) * length
        return (((walked / edge) * 360) % 360) + (walked < 0 ? 360 : 0)
      }),
    )
    .sort((a, b) => a - b)
}

const apart = (a: number, b: number): number => {
  const between = Math.abs(a - b) % 360
  return Math.min(between, 360 - between)
}

/** A free chair with the most room around it; null when all are taken. */
export function roomiest(seats: readonly Chair[], taken: ReadonlySet<Id>): Id | null {
  const occupied = seats.filter((seat) => taken.has(seat.id))
  const room = (seat: Chair): number =>
    Math.min(360, ...occupied.map((other) => apart(other.angle, seat.angle)))
  const free = seats.filter((seat) => !taken.has(seat.id))
  const best = free.reduce<Chair | null>(
    (most, seat) => (most === null || room(seat) > room(most) ? seat : most),
    null,
  )
  return best?.id ?? null
}
