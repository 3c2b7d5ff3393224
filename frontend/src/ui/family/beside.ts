/** Carrying slips from one's own cloth over to one's rim of the joint one. */
import { nextPlace, rimsAround } from '../../cloth/rim'
import type { BoardStore } from '../../model/board.svelte'
import type { Id, Point } from '../../model/types'
import type { OwnSlip } from '../../sync/family'
import type { Table } from '../../sync/table.svelte'
import { plain } from '../naming'

/** The slips of which the words lie on one's rim already. */
export function carried(board: BoardStore, seat: Id, slips: readonly OwnSlip[]): Set<Id> {
  const there = new Set(
    [...board.ingredientsOf(seat)].map((id) => plain(board.ingredients.get(id)?.text ?? '').trim()),
  )
  return new Set(slips.filter(({ text }) => there.has(plain(text).trim())).map(({ id }) => id))
}

/** Lay slips on one's rim, each at a free place, as one step of undo; gives how many. */
export function layBeside({ board, edit, me }: Table, slips: readonly OwnSlip[]): number {
  const { seat } = me
  const rim = rimsAround(board).get(seat ?? '')
  if (seat === null || !rim) return 0
  const lying = [...board.ingredients.values()].flatMap(({ at }): Point[] => (at ? [at] : []))
  return edit.together(() => {
    for (const { text, pen } of slips) {
      const at = nextPlace(rim, lying)
      lying.push(at)
      edit.addIngredient(text, seat, pen, at)
    }
    return slips.length
  })
}
