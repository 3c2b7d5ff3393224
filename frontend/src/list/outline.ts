/** What stands where in the list: plain selections from the board, in reading order. */
import { veil } from '../cloth/steps'
import { drawingOf } from '../model/ids'
import { POSITIONS, THEME_ID, type Position } from '../model/schema.gen'
import type { Actor, Id, Ingredient } from '../model/types'
import type { Table } from '../sync/table.svelte'
import { isOpen } from '../ui/may'
import { isAsked, neighbours, plain, seatsInOrder } from '../ui/naming'

/** The steps by which the list can be narrowed down to what they are about. */
export const LIST_STEPS = ['rim', 'connectors', 'contacts', 'positions'] as const
export type ListStep = (typeof LIST_STEPS)[number]

/** The parts of the list, in reading order. */
export const PARTS = [
  'betwist',
  'schakels',
  'los',
  'stoelen',
  'posities',
  'buiten',
  'krabbels',
] as const
export type Part = (typeof PARTS)[number]

export interface Filter {
  step: ListStep | ''
  seat: Id | ''
  asked: boolean
  find: string
}

export const NO_FILTER: Filter = { step: '', seat: '', asked: false, find: '' }

export const isFiltering = ({ seat, asked, find }: Filter): boolean =>
  seat !== '' || asked || find.trim() !== ''

const ABOUT: Readonly<Record<ListStep, readonly Part[]>> = {
  rim: ['los', 'stoelen', 'krabbels'],
  connectors: ['betwist', 'schakels', 'los'],
  contacts: ['schakels'],
  positions: ['posities', 'buiten'],
}

/** The parts of the list that a step is about; all of them when none is chosen. */
export const partsOf = (step: ListStep | ''): ReadonlySet<Part> =>
  new Set(step === '' ? PARTS : ABOUT[step])

const byLabel = (a: Actor, b: Actor): number => a.label.localeCompare(b.label)

/** Whether a slip may be read and passes the filter. */
export function shows(table: Table, { seat, asked, find }: Filter, slip: Ingredient): boolean {
  if (!isOpen(table, slip.id)) return false
  if (seat !== '' && slip.seat !== seat) return false
  if (asked && !isAsked(table.board, slip.id)) return false
  return plain(slip.text).includes(plain(find.trim()))
}

/** The slips of a seat, in the order they were born. */
export function slipsOf(table: Table, filter: Filter, seat: Id): Ingredient[] {
  return [...table.board.ingredientsOf(seat)]
    .flatMap((id) => table.board.ingredients.get(id) ?? [])
    .filter((slip) => shows(table, filter, slip))
}

/** The slips that no line leads to. */
export function unlinked(table: Table, filter: Filter): Ingredient[] {
  return [...table.board.unlinked]
    .flatMap((id) => table.board.ingredients.get(id) ?? [])
    .filter((slip) => shows(table, filter, slip))
}

/** The slips an actor is tied to that may be read. */
export function slipsAt(table: Table, actor: Id): Ingredient[] {
  return neighbours(table.board, actor)
    .flatMap((id) => table.board.ingredients.get(id) ?? [])
    .filter((slip) => isOpen(table, slip.id))
}

/** The actors an id is tied to. */
export function actorsAt({ board }: Table, id: Id): Actor[] {
  return neighbours(board, id)
    .flatMap((other) => board.actors.get(other) ?? [])
    .sort(byLabel)
}

/** The schakels that pass the filter: by their own name, or because a slip of theirs passes. */
export function schakels(table: Table, filter: Filter): Actor[] {
  const { board } = table
  const drawn = [...board.actors.values()].filter(({ onCloth }) => onCloth).sort(byLabel)
  if (!isFiltering(filter)) return drawn
  const named = (actor: Actor): boolean =>
    filter.seat === '' && !filter.asked && plain(actor.label).includes(plain(filter.find.trim()))
  return drawn.filter(
    (actor) => named(actor) || slipsAt(table, actor.id).some((slip) => shows(table, filter, slip)),
  )
}

/** Those who are known but not drawn. */
export function offCloth({ board }: Table): Actor[] {
  return [...board.actors.values()].filter(({ onCloth }) => !onCloth).sort(byLabel)
}

/** Whether an actor has a line to the theme. */
export function meetsTheme({ board }: Table, actor: Id): boolean {
  return neighbours(board, actor).includes(THEME_ID)
}

/** Who takes part from which position now. */
export function holders({ board }: Table): Map<Position, Actor[]> {
  const actors = [...board.actors.values()].filter(({ contested }) => !contested).sort(byLabel)
  return new Map(
    POSITIONS.map((position) => [
      position,
      actors.filter(({ id }) => board.positionsOf(id).includes(position)),
    ]),
  )
}

/** The seats with how much of each may be read; in still writing only one's own is there. */
export function rims(table: Table): { seat: Id; veil: 'open' | 'blank' }[] {
  const { board, session, me } = table
  return seatsInOrder(board).flatMap((seat) => {
    const covered = veil(session, me.seat, seat)
    return covered === 'hidden' ? [] : [{ seat, veil: covered }]
  })
}

/** How many schakels are local and how many professional; who is both counts in both. */
export function balance({ board }: Table): { local: number; professional: number } {
  const drawn = [...board.actors.values()].filter(({ onCloth, contested }) => onCloth && !contested)
  const of = (sphere: 'local' | 'professional'): number =>
    drawn.filter((actor) => actor.sphere === sphere || actor.sphere === 'both').length
  return { local: of('local'), professional: of('professional') }
}

/** A krabbel: strokes that were drawn in one go, with what was written below them. */
export interface Drawing {
  /** The stroke that carries the caption, or would. */
  id: Id
  seat: Id
  caption: string
  strokes: Id[]
}

/** The krabbels that may be seen, in the order in which they were begun. */
export function drawings({ board, session, me }: Table): Drawing[] {
  const all = new Map<Id, Drawing>()
  for (const { id, seat, caption } of board.strokes.values()) {
    if (veil(session, me.seat, seat) !== 'open') continue
    const drawing = all.get(drawingOf(id))
    if (!drawing) all.set(drawingOf(id), { id, seat, caption, strokes: [id] })
    else {
      drawing.strokes.push(id)
      if (drawing.caption === '' && caption !== '') Object.assign(drawing, { id, caption })
    }
  }
  return [...all.values()]
}
