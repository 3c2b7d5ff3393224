/** The sign of a seat: a shape and initials, so that colour is never the only carrier. */

import type { Id } from '../model/types'

/** Outlines in a box of 24 by 24, drawn with room for two letters. */
export const SHAPES = [
  'M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z', // circle
  'M3 3h18v18h-18z', // square
  'M12 0.5l11.5 11.5l-11.5 11.5l-11.5-11.5z', // diamond
  'M6.5 2.5h11l5.5 9.5l-5.5 9.5h-11l-5.5-9.5z', // hexagon
  'M12 0.5l11.5 20.5h-23z', // triangle
  'M2.5 2.5h19v10c0 6-5 9-9.5 11c-4.5-2-9.5-5-9.5-11z', // shield
  'M12 1l11 8.2l-4.2 13.3h-13.6l-4.2-13.3z', // pentagon
  'M1.5 12a10.5 10.5 0 0 1 21 0v9.5h-21z', // arch
] as const

export interface Sign {
  /** An outline out of `SHAPES`. */
  readonly shape: string
  /** From the ninth seat on the shapes come again, filled. */
  readonly filled: boolean
  readonly initials: string
  /** How far down the letters stand in the box of 24. */
  readonly letters: number
}

const LETTERS = [12.4, 12.4, 12.4, 12.4, 15.6, 11.2, 13, 13.2]

/** The sign of the seat that comes `index`th around the table. */
export function signOf(index: number, name: string): Sign {
  const which = ((index % SHAPES.length) + SHAPES.length) % SHAPES.length
  return {
    shape: SHAPES[which] ?? SHAPES[0],
    filled: Math.floor(index / SHAPES.length) % 2 === 1,
    initials: initials(name),
    letters: LETTERS[which] ?? 12.4,
  }
}

/** The signs of the seats in the order in which they stand around the table. */
export function signsOf(seats: readonly Id[], name: (seat: Id) => string): Map<Id, Sign> {
  return new Map(seats.map((id, index) => [id, signOf(index, name(id))]))
}

/** One or two letters for a name: first and last word; the number of a numbered chair. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s.-]+/)
    .filter(Boolean)
  const first = letter(words[0])
  const last = words.length > 1 ? words.at(-1) : undefined
  if (last !== undefined && /^\d+$/.test(last)) return last.slice(0, 2)
  return first + letter(last)
}

function letter(word: string | undefined): string {
  return ([...(word ?? '')][0] ?? '').toLocaleUpperCase()
}
