/** Where something lands when it is moved by words instead of by hand. */
import { centre } from '../../cloth/geometry'
import { CONNECTOR_RADIUS, nextPlace, PITCH, rimsAround, ROW, THEME_RADIUS } from '../../cloth/rim'
import type { BoardStore } from '../../model/board.svelte'
import type { Id, Point } from '../../model/types'

export type Target =
  | { to: 'rim'; seat: Id }
  | { to: 'beside'; slip: Id }
  | { to: 'actor'; actor: Id }
  | { to: 'theme' }

interface Box {
  width: number
  height: number
}

const TURNS = 24

/** Where each of these comes to lie, one beside the other; nowhere when the target has no place. */
export function placesFor(
  board: BoardStore,
  records: readonly Id[],
  target: Target,
): Map<Id, Point> {
  const taken = placesOf(board, records)
  const places = new Map<Id, Point>()
  for (const record of records) {
    const place = placeFor(board, target, taken)
    if (!place) break
    places.set(record, place)
    taken.push(place)
  }
  return places
}

function placeFor(board: BoardStore, target: Target, taken: readonly Point[]): Point | null {
  if (target.to === 'rim') {
    const rim = rimsAround(board).get(target.seat)
    return rim ? nextPlace(rim, taken) : null
  }
  const middle = anchor(board, target)
  return middle && freeAround(middle, reach(target), taken, board.meta.sizeMm)
}

function anchor(board: BoardStore, target: Exclude<Target, { to: 'rim' }>): Point | null {
  if (target.to === 'theme') return centre({ sizeMm: board.meta.sizeMm, shape: board.meta.shape })
  if (target.to === 'actor') return board.actors.get(target.actor)?.at ?? null
  return board.ingredients.get(target.slip)?.at ?? null
}

function reach(target: Target): Box {
  const extra = { theme: THEME_RADIUS, actor: CONNECTOR_RADIUS, beside: 0, rim: 0 }[target.to]
  return { width: PITCH * 0.8 + extra, height: ROW * 0.8 + extra }
}

function placesOf(board: BoardStore, except: readonly Id[]): Point[] {
  const all = [...board.ingredients.values(), ...board.actors.values()]
  return all.flatMap(({ id, at }) => (at && !except.includes(id) ? [at] : []))
}

/** A free place round a point, first to its right and then clockwise, wider when all is taken. */
function freeAround(
  [x, y]: Point,
  { width, height }: Box,
  taken: readonly Point[],
  [right, bottom]: Point,
): Point {
  for (let wider = 1; wider < 4; wider += 0.5) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const angle = (turn / TURNS) * 2 * Math.PI
      const px = Math.round(x + Math.cos(angle) * width * wider)
      const py = Math.round(y + Math.sin(angle) * height * wider)
      const onCloth = px > 0 && py > 0 && px < right && py < bottom
      const free = taken.every(
        ([tx, ty]) => Math.abs(tx - px) > PITCH * 0.7 || Math.abs(ty - py) > ROW * 0.7,
      )
      if (onCloth && free) return [px, py]
    }
  }
  return [Math.round(x + width), Math.round(y)]
}
