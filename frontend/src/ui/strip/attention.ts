/** To what attention can be drawn: the middle, a chair, or a thing on the cloth. */
import { m } from '../../i18n/paraglide/messages.js'
import { THEME_ID } from '../../model/schema.gen'
import type { Id } from '../../model/types'
import type { Table } from '../../sync/table.svelte'
import { isOpen } from '../may'
import { seatName, spokenName } from '../naming'

const SEAT = 'seat:'

export const seatTarget = (seat: Id): string => SEAT + seat

/** The seat that is meant; null for another thing. */
export function seatOf(target: string): Id | null {
  return target.startsWith(SEAT) ? target.slice(SEAT.length) : null
}

/** What is meant, in words; a slip that this person may not read yet is only its rim. */
export function targetWords(table: Table, target: string): string {
  if (target === THEME_ID) return m.regie_attention_middle()
  const seat = seatOf(target)
  if (seat !== null) return seatName(table, seat)
  const rim = table.board.ingredients.get(target)?.seat
  return rim !== undefined && !isOpen(table, target)
    ? seatName(table, rim)
    : spokenName(table, target)
}
