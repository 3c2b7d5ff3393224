/** A table to look at only: another board on it, in another step, with everything open. */
import type { BoardStore } from '../../model/board.svelte'
import type { Phase } from '../../model/schema.gen'
import { Presence } from '../../sync/presence.svelte'
import type { Table } from '../../sync/table.svelte'
import { covered, instead } from '../beamer/covered'

export interface Scene {
  board: BoardStore
  /** In which step of the method the table was. */
  phase: () => Phase
}

/** The table with this on it; nobody sits at it, and names are as covered as they are now. */
export function played(table: Table, { board, phase }: Scene): Table {
  const session = instead(table.session, {
    phase,
    turned: () => true,
    silence: () => 'open',
    people: () => [],
    underlay: () => null,
  })
  const presence = new Presence()
  const shown = instead(table, {
    board: () => board,
    session: () => session,
    presence: () => presence,
  })
  return table.session.namesCovered ? covered(shown) : shown
}
