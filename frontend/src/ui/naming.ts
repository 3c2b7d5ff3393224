/** What things on the cloth are called when spoken of: kind, text, place, relation. */
import { m } from '../i18n/paraglide/messages.js'
import { listText } from '../i18n/language.svelte'
import type { BoardStore } from '../model/board.svelte'
import { THEME_ID } from '../model/schema.gen'
import type { Id } from '../model/types'
import type { Person } from '../sync/session.svelte'

/** A board with the people around it: as much of a `Table` as naming needs. */
export interface Named {
  readonly board: BoardStore
  readonly session: { readonly people: readonly Pick<Person, 'name' | 'seat'>[] }
}

/** The label a chair has until somebody gives it another. */
const NUMBERED = /^stoel (\d+)$/

/** A seat by who sits there, else by its label, else by its number around the table. */
export function seatName({ board, session }: Named, seat: Id): string {
  const person = session.people.find((one) => one.seat === seat && one.name !== '')
  return person?.name ?? chairName(board, seat)
}

/** A chair by its label or number, whoever sits there. */
export function chairName(board: BoardStore, seat: Id): string {
  const label = board.seats.get(seat)?.label ?? ''
  const numbered = NUMBERED.exec(label)?.[1]
  if (label !== '' && numbered === undefined) return label
  const place = seatsInOrder(board).indexOf(seat) + 1
  return m.pages_seat_numbered({ number: numbered ?? String(place || '?') })
}

/** The bare text of a record, or "zonder naam". */
export function textOf(board: BoardStore, id: Id): string {
  if (id === THEME_ID) return board.theme.text || m.pages_theme_unnamed()
  const text = board.ingredients.get(id)?.text ?? board.actors.get(id)?.label
  return text || board.themeNames.get(id)?.text || m.pages_nameless()
}

/** The other end of a tie. */
export function otherEnd(board: BoardStore, tie: Id, from: Id): Id | null {
  const ends = board.ties.get(tie)?.ends
  if (!ends) return null
  return ends[0] === from ? ends[1] : ends[0]
}

/** The ids at the other end of everything that is tied to `id`. */
export function neighbours(board: BoardStore, id: Id): Id[] {
  return [...board.tiesOf(id)].flatMap((tie) => otherEnd(board, tie, id) ?? [])
}

/** The full spoken name of a record. */
export function spokenName(table: Named, id: Id): string {
  const { board } = table
  if (id === THEME_ID) return m.pages_named_theme({ text: textOf(board, id) })
  const ingredient = board.ingredients.get(id)
  if (ingredient) return ingredientName(table, id, ingredient.seat)
  const actor = board.actors.get(id)
  if (actor) {
    const label = textOf(board, id)
    return actor.onCloth ? m.pages_named_actor({ label }) : m.pages_named_actor_off({ label })
  }
  const tie = board.ties.get(id)
  if (!tie) return m.pages_nameless()
  const [one, other] = tie.ends.map((end) => textOf(board, end)) as [string, string]
  return m.pages_named_tie({ one, other })
}

function ingredientName(table: Named, id: Id, at: Id): string {
  const text = textOf(table.board, id)
  const seat = seatName(table, at)
  const via = neighbours(table.board, id).map((end) => textOf(table.board, end))
  return via.length > 0
    ? m.pages_named_ingredient_via({ text, seat, via: listText(via) })
    : m.pages_named_ingredient({ text, seat })
}

/** Seats in the order in which they stand around the table. */
export function seatsInOrder(board: BoardStore): Id[] {
  return [...board.seats.values()]
    .sort((a, b) => a.angle - b.angle || (a.id < b.id ? -1 : 1))
    .map((seat) => seat.id)
}

/** Letters that compare without case or accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
