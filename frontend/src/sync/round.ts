/** A walk or a tour along the rims: where it is follows from the time alone. */
import type { Id } from '../model/types'

export interface Round {
  seats: readonly Id[]
  /** How long it stays at each. */
  seconds: number
  beganAt: string
}
/** Where a round is. */
export interface Stop {
  seat: Id
  /** From 1. */
  place: number
  count: number
  /** Seconds until it goes on. */
  left: number
}

/** Where a round is at `now`, the server's time in milliseconds; null past the last rim. */
export function stopOf(round: Round | null, now: number): Stop | null {
  if (round === null) return null
  const gone = Math.max(0, (now - Date.parse(round.beganAt)) / 1000)
  const index = Math.floor(gone / round.seconds)
  const seat = round.seats[index]
  if (seat === undefined) return null
  const left = (index + 1) * round.seconds - gone
  return { seat, place: index + 1, count: round.seats.length, left }
}
