/** Making an ingredient's line to the theme through a schakel: one edit, one step of undo. */
import { nextRingPlace } from '../../cloth/rim'
import type { ActorKind, Basis, Concreteness, Sphere } from '../../model/schema.gen'
import { THEME_ID } from '../../model/schema.gen'
import type { Id, Point } from '../../model/types'
import type { BoardStore } from '../../model/board.svelte'
import type { Table } from '../../sync/table.svelte'
import { neighbours, plain } from '../naming'

export interface Via {
  label: string
  sphere: Sphere
  kind: ActorKind
  concreteness: Concreteness
  evidence: string
  basis: Basis
  /** Whether a new schakel is tied to the theme as well. */
  toTheme: boolean
}

/** A free place on the ring for a new schakel, on the side of what it is made from. */
export function schakelPlace(board: BoardStore, toward: Point | null): Point {
  const { sizeMm, shape } = board.meta
  const taken = [...board.actors.values()].flatMap(({ at, onCloth }) => (at && onCloth ? [at] : []))
  return nextRingPlace({ sizeMm, shape }, toward ?? [sizeMm[0] / 2, 0], taken)
}

/** The actor that already bears this name, whatever its capitals or accents. */
export function knownActor(board: BoardStore, label: string): Id | null {
  const wanted = plain(label.trim())
  if (wanted === '') return null
  const found = [...board.actors.values()].find((actor) => plain(actor.label.trim()) === wanted)
  return found?.id ?? null
}

/** Actors whose name holds what was typed and that are not tied to the ingredient yet. */
export function suggestions(board: BoardStore, ingredient: Id, typed: string): Id[] {
  const tied = new Set(neighbours(board, ingredient))
  const wanted = plain(typed.trim())
  return [...board.actors.values()]
    .filter((actor) => !tied.has(actor.id) && plain(actor.label).includes(wanted))
    .sort((a, b) => a.label.localeCompare(b.label))
    .map((actor) => actor.id)
}

/** Ties the ingredient to the actor of that name, made when there is none; gives the actor. */
export function connectVia({ board, edit }: Table, ingredient: Id, via: Via): Id {
  const { label, sphere, kind, concreteness, evidence, basis, toTheme } = via
  const known = knownActor(board, label)
  return edit.together(() => {
    const at = schakelPlace(board, board.ingredients.get(ingredient)?.at ?? null)
    const made = { label: label.trim(), sphere, kind, concreteness, onCloth: true, at }
    const actor = known ?? edit.addActor(made)
    const hidden = known && !board.actors.get(known)?.onCloth
    if (hidden) edit.setActor(known, { onCloth: true, at })
    edit.tie(actor, ingredient, { evidence: evidence.trim(), basis })
    if (toTheme && !known) edit.tie(actor, THEME_ID)
    return actor
  })
}
