/** Merging two seats of one person: what goes along, and where it comes to lie. */
import { nextPlace, fromRim, onRim, rimAt, rimsAround, type Rim } from '../../cloth/rim'
import type { BoardStore } from '../../model/board.svelte'
import type { Laid } from '../../model/edits'
import { pack, unpack } from '../../model/ink'
import type { Id, Point } from '../../model/types'
import type { Person } from '../../sync/session.svelte'
import type { Table } from '../../sync/table.svelte'

/** How much is of a seat: slips, strokes, and schakels and lines that were drawn from it. */
export function burden(
  board: BoardStore,
  seat: Id,
): Record<'slips' | 'strokes' | 'fabric', number> {
  const drawn = [...board.actors.values(), ...board.ties.values()]
  return {
    slips: board.ingredientsOf(seat).size,
    strokes: board.strokesOf(seat).size,
    fabric: drawn.filter(({ by }) => by === seat).length,
  }
}

/** Where what lies on the rim of `from` comes to lie on that of `into`; the rest stays. */
export function laidOn(board: BoardStore, from: Id, into: Id): Laid {
  const all = rimsAround(board)
  const [old, rim] = [all.get(from), all.get(into)]
  if (!old || !rim) return { places: new Map(), inks: new Map() }
  const lies = (at: Point | undefined | null): at is Point => !!at && rimAt([old], at) === from
  return { places: slipsOn(board, from, rim, lies), inks: inksOn(board, from, [old, rim], lies) }
}

type Lies = (at: Point | undefined | null) => at is Point

function slipsOn(board: BoardStore, from: Id, rim: Rim, lies: Lies): Map<Id, Point> {
  const lying = [...board.ingredients.values()].flatMap(({ at }) => (at ? [at] : []))
  const places = new Map<Id, Point>()
  for (const id of board.ingredientsOf(from)) {
    if (!lies(board.ingredients.get(id)?.at)) continue
    const place = nextPlace(rim, lying)
    lying.push(place)
    places.set(id, place)
  }
  return places
}

/** Ink keeps its form and its place along the rim, turned to the other seat. */
function inksOn(
  board: BoardStore,
  from: Id,
  [old, rim]: readonly [Rim, Rim],
  lies: Lies,
): Map<Id, Uint8Array> {
  const inks = new Map<Id, Uint8Array>()
  for (const id of board.strokesOf(from)) {
    const points = unpack(board.strokes.get(id)?.points ?? new Uint8Array())
    if (lies(points[0])) inks.set(id, pack(points.map((at) => onRim(rim, ...fromRim(old, at)))))
  }
  return inks
}

/** Merge two seats on the cloth and around it; gives how to take it back. */
export async function merge(table: Table, from: Id, into: Id): Promise<() => Promise<void>> {
  const people = table.session.people.filter(({ seat }) => seat === from)
  await seat(table, people, into)
  const taken = table.edit.mergeSeats(from, into, laidOn(table.board, from, into))
  return async () => {
    table.edit.unmergeSeats(taken)
    await seat(table, people, from)
  }
}

async function seat(table: Table, people: readonly Person[], seat: Id): Promise<void> {
  for (const { id } of people) await table.api.changePerson(id, { seat, together: true })
}
