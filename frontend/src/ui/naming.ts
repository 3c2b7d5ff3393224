/** What things on the cloth are called when spoken of: kind, text, place, relation. */
import { m } from '../i18n/paraglide/messages.js'
import { SEAT_MARK } from '../cloth/desk.svelte'
import { listText } from '../i18n/language.svelte'
import type { BoardStore } from '../model/board.svelte'
import { THEME_ID } from '../model/schema.gen'
import type { Actor, Id } from '../model/types'
import type { Person } from '../sync/session.svelte'
import { awayWords } from './away'

/** A board with the people around it: as much of a `Table` as naming needs. */
export interface Named {
  readonly board: BoardStore
  readonly session: { readonly people: readonly Pick<Person, 'name' | 'seat'>[] }
  /** From whose chair the others are told; without it from nobody's. */
  readonly me?: { readonly seat: Id | null }
}

/** The label a chair has until somebody gives it another. */
const NUMBERED = /^stoel (\d+)$/

/** Whether a chair still has the label it was made with, which is nobody's name. */
export const isNumbered = (label: string): boolean => label === '' || NUMBERED.test(label)

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

/** The full spoken name of a record, or of a chair. */
export function spokenName(table: Named, id: Id): string {
  const { board } = table
  if (id === THEME_ID) return m.pages_named_theme({ text: textOf(board, id) })
  const ingredient = board.ingredients.get(id)
  if (ingredient) return ingredientName(table, id, ingredient.seat)
  const actor = board.actors.get(id)
  if (actor) return actorName(board, actor)
  if (id.startsWith(SEAT_MARK)) return chairSpoken(table, id.slice(SEAT_MARK.length))
  const tie = board.ties.get(id)
  if (!tie) return m.pages_nameless()
  const [one, other] = tie.ends.map((end) => textOf(board, end)) as [string, string]
  return m.pages_named_tie({ one, other })
}

function actorName(board: BoardStore, { id, onCloth, contested }: Actor): string {
  const label = textOf(board, id)
  if (!onCloth) return m.pages_named_actor_off({ label })
  const count = neighbours(board, id).filter((end) => board.ingredients.has(end)).length
  return [
    m.pages_named_actor({ label }),
    count > 0 ? m.pages_named_ingredients({ count }) : '',
    contested ? m.pages_named_contested() : '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** "De stoel van Noor, links van jou, 2 stoelen verder". */
function chairSpoken(table: Named, seat: Id): string {
  const where = awayWords(seatsInOrder(table.board), table.me?.seat ?? null, seat)
  return [m.cloth_chair({ seat: seatName(table, seat) }), where.toLowerCase()]
    .filter(Boolean)
    .join(', ')
}

function ingredientName(table: Named, id: Id, at: Id): string {
  const text = textOf(table.board, id)
  const seat = seatName(table, at)
  const via = neighbours(table.board, id).map((end) => textOf(table.board, end))
  const name =
    via.length > 0
      ? m.pages_named_ingredient_via({ text, seat, via: listText(via) })
      : m.pages_named_ingredient({ text, seat })
  return [name, ...marksOf(table.board, id)].join(', ')
}

/** What a slip wears that is drawn on it: a question mark, late, a second version. */
function marksOf(board: BoardStore, id: Id): string[] {
  const slip = board.ingredients.get(id)
  return [
    isAsked(board, id) ? m.pages_named_asked() : '',
    slip?.late ? m.cloth_late() : '',
    slip?.secondOf ? m.cloth_second() : '',
  ].filter(Boolean)
}

/** Whether a slip has a question mark that nobody answered yet. */
export function isAsked(board: BoardStore, ingredient: Id): boolean {
  return [...board.questionsOn(ingredient)].some((id) => board.questions.get(id)?.answer === '')
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
