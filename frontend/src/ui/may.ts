import { deeds, veil, type Deed } from '../cloth/steps'
import type { Id } from '../model/types'
import type { Table } from '../sync/table.svelte'

/** Everything this person may do at the table now. */
export function may({ session, me }: Pick<Table, 'session' | 'me'>): ReadonlySet<Deed> {
  return deeds(session, { role: me.role, seat: me.seat, free: session.you.free })
}

/** Whether this person may read a slip now; in silence others' slips are not even in the page. */
export function isOpen({ board, session, me }: Table, ingredient: Id): boolean {
  const seat = board.ingredients.get(ingredient)?.seat
  return seat === undefined || veil(session, me.seat, seat) === 'open'
}

/** Whether a record is this person's own, or the step lets them change what others made. */
export function isMine({ board, me }: Table, id: Id): boolean {
  const owner = board.ingredients.get(id)?.seat ?? board.actors.get(id)?.by
  return owner === me.seat || owner === me.participant
}
