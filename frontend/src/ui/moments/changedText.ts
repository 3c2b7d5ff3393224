/** What changed on the cloth, and what lies there, in words. */
import { listText } from '../../i18n/language.svelte'
import { m } from '../../i18n/paraglide/messages.js'
import type { BoardStore } from '../../model/board.svelte'
import { TOLD, type Changed, type Kind } from '../../sync/changed'

const things: Readonly<Record<Kind, (count: number) => string>> = {
  ingredients: (count) => m.past_ingredients({ count }),
  actors: (count) => m.past_actors({ count }),
  ties: (count) => m.past_ties({ count }),
  involvements: (count) => m.past_involvements({ count }),
  strokes: (count) => m.past_strokes({ count }),
}

const ways = {
  added: (what: string) => m.past_added({ what }),
  removed: (what: string) => m.past_removed({ what }),
  changed: (what: string) => m.past_changed({ what }),
}

/** For instance "3 ingrediënten erbij, 1 lijn gewijzigd". */
export function changedText(changed: Changed): string {
  const said = (['added', 'removed', 'changed'] as const).flatMap((way) => {
    const kinds = TOLD.filter((kind) => changed[kind]?.[way])
    const what = kinds.map((kind) => things[kind](changed[kind]![way]))
    return what.length ? [ways[way](listText(what))] : []
  })
  return said.join('; ') || m.past_nothing()
}

/** What lies on the cloth, counted. */
export function lyingText(board: BoardStore): string {
  const there = TOLD.filter((kind) => board[kind].size > 0)
  return there.length
    ? listText(there.map((kind) => things[kind](board[kind].size)))
    : m.past_empty()
}
