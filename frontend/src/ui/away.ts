/** Where a chair stands from one's own, for whoever does not see the table. */
import { m } from '../i18n/paraglide/messages.js'
import type { Id } from '../model/types'

/** How many chairs to the left or right, or opposite. */
export interface Away {
  side: 'own' | 'left' | 'right' | 'opposite'
  chairs: number
}

/** Seats run clockwise around the table, so the next one sits to the left. */
export function awayFrom(seats: readonly Id[], own: Id | null, seat: Id): Away | null {
  const [here, there] = [own === null ? -1 : seats.indexOf(own), seats.indexOf(seat)]
  if (here < 0 || there < 0) return null
  const left = (there - here + seats.length) % seats.length
  const right = (seats.length - left) % seats.length
  if (left === 0) return { side: 'own', chairs: 0 }
  if (left === right) return { side: 'opposite', chairs: left }
  return left < right ? { side: 'left', chairs: left } : { side: 'right', chairs: right }
}

/** The same in words; empty for whoever has no chair. */
export function awayWords(seats: readonly Id[], own: Id | null, seat: Id): string {
  const away = awayFrom(seats, own, seat)
  if (away === null) return ''
  if (away.side === 'own') return m.list_seat_own()
  if (away.side === 'opposite') return m.list_seat_opposite()
  const count = away.chairs
  return away.side === 'left' ? m.list_seat_left({ count }) : m.list_seat_right({ count })
}
