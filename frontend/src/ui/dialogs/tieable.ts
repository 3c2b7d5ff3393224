/** What a thing can still be tied to. */
import { THEME_ID } from '../../model/schema.gen'
import type { Id } from '../../model/types'
import type { Table } from '../../sync/table.svelte'
import { isOpen } from '../may'
import { neighbours, textOf } from '../naming'

/**
 * The theme first, then actors, then ingredients, each by name. Lines run between the theme and
 * an actor, two actors, or an actor and an ingredient; what may not be read is not offered.
 */
export function tieable(table: Table, from: Id): Id[] {
  const { board } = table
  const isActor = board.actors.has(from)
  const tied = new Set([from, ...neighbours(board, from)])
  const byName = (ids: Iterable<Id>): Id[] =>
    [...ids]
      .filter((id) => !tied.has(id))
      .sort((a, b) => textOf(board, a).localeCompare(textOf(board, b)))
  const theme = isActor ? byName([THEME_ID]) : []
  const ingredients = isActor
    ? byName(board.ingredients.keys()).filter((id) => isOpen(table, id))
    : []
  return [...theme, ...byName(board.actors.keys()), ...ingredients]
}
