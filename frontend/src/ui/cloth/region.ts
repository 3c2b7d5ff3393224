/** What the cloth is called: how much lies on it, and what to do when nothing can be read. */
import type { Desk } from '../../cloth/desk.svelte'
import { m } from '../../i18n/paraglide/messages.js'

export function regionLabel(desk: Desk): string {
  const { board } = desk.table
  const ingredients =
    desk.quiet && desk.seat ? board.ingredientsOf(desk.seat).size : board.ingredients.size
  const connectors = [...board.actors.values()].filter(({ onCloth }) => onCloth).length
  return m.cloth_region({ ingredients, connectors })
}
