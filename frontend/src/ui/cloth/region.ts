/** What the cloth is called, and what stands beside it. */
import type { Desk } from '../../cloth/desk.svelte'
import type { Phase } from '../../model/schema.gen'
import { m } from '../../i18n/paraglide/messages.js'

export function regionLabel(desk: Desk): string {
  const { board } = desk.table
  const ingredients =
    desk.quiet && desk.seat ? board.ingredientsOf(desk.seat).size : board.ingredients.size
  const connectors = [...board.actors.values()].filter(({ onCloth }) => onCloth).length
  const all = m.cloth_region({ ingredients, connectors })
  return desk.legible ? all : `${all} ${m.cloth_region_far()}`
}

const SEEKING: readonly Phase[] = ['connectors', 'contacts', 'positions', 'free']

/** Whether balance and loose ingredients are in view: from the step in which schakels are sought. */
export function hasAside(desk: Desk): boolean {
  const { ingredients, actors } = desk.table.board
  return SEEKING.includes(desk.moment.phase) && ingredients.size + actors.size > 0
}
