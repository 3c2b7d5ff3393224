/** The order in which the cloth is read aloud: the middle, the schakels, then rim after rim. */
import { SEAT_MARK } from '../../cloth/desk.svelte'
import type { Desk } from '../../cloth/desk.svelte'
import { THEME_ID } from '../../model/schema.gen'
import type { Id } from '../../model/types'

/** Everything that can be reached, once each; one's own chair comes first among the chairs. */
export function readingOrder(desk: Pick<Desk, 'table' | 'seats' | 'seat' | 'veilOf'>): Id[] {
  const { board } = desk.table
  const drawn = [...board.actors.values()]
    .filter(({ onCloth }) => onCloth)
    .sort((a, b) => a.label.localeCompare(b.label))
    .map(({ id }) => id)
  const first = Math.max(0, desk.seats.indexOf(desk.seat ?? ''))
  const chairs = [...desk.seats.slice(first), ...desk.seats.slice(0, first)]
  const rims = chairs.flatMap((seat) => [
    SEAT_MARK + seat,
    ...(desk.veilOf(seat) === 'open' ? board.ingredientsOf(seat) : []),
  ])
  return [THEME_ID, ...drawn, ...rims]
}
