/** People at the table as actors: they may hold positions without being a circle on the cloth. */
import type { Id } from '../../model/types'
import type { Table } from '../../sync/table.svelte'
import { seatName } from '../naming'

/** The actor at a seat; made, off the cloth, when there is none yet. */
export function actorAt(table: Table, seat: Id): Id {
  const { board, edit } = table
  const there = board.seats.get(seat)?.actor
  if (there) return there
  return edit.together(() => {
    const actor = edit.addActor({
      label: seatName(table, seat),
      kind: 'person',
      concreteness: 'named',
      onCloth: false,
    })
    edit.setSeat(seat, { actor })
    return actor
  })
}
