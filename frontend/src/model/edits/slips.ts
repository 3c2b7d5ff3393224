/** What people do with the slips on the cloth: write, move, turn, lay in the bin and take back. */
import type * as Y from 'yjs'
import { goneNow } from '../gone'
import { newId } from '../ids'
import type { IngredientKind, Pen } from '../schema.gen'
import type { Author, Id, Point } from '../types'
import { birth, rootOf, write, writesOf, type Write } from '../write'

/** The roots whose records are laid in the bin; others are taken away or ended. */
const BINNED = [
  'ingredients',
  'actors',
  'ties',
  'contacts',
  'questions',
  'theme_names',
  'seats',
] as const

/** Lay a new slip on the cloth and give its id. */
export function addIngredient(
  doc: Y.Doc,
  author: Author,
  text: string,
  seat: Id,
  pen: Pen,
  at: Point | null,
): Id {
  const id = newId()
  const made = birth('ingredients', id, { seat, pen })
  write(doc, author, 'addIngredient', [
    made,
    ...writesOf('ingredients', id, at ? { text, at } : { text }),
  ])
  return id
}

export function setText(doc: Y.Doc, author: Author, id: Id, text: string): void {
  write(doc, author, 'setText', writesOf('ingredients', id, { text }))
}

export function setKind(doc: Y.Doc, author: Author, id: Id, kind: IngredientKind): void {
  write(doc, author, 'setKind', writesOf('ingredients', id, { kind }))
}

/** Say that a slip names an actor, or (null) that it does not. */
export function setIngredientActor(doc: Y.Doc, author: Author, id: Id, actor: Id | null): void {
  write(doc, author, 'setIngredientActor', writesOf('ingredients', id, { actor }))
}

/** Turn a slip to be read from `turn` degrees; null: from its own seat. */
export function turnTo(doc: Y.Doc, author: Author, id: Id, turn: number | null): void {
  write(doc, author, 'turnTo', writesOf('ingredients', id, { turn }))
}

/** Mark slips that came when the table had already gone on. */
export function markLate(doc: Y.Doc, author: Author, ids: readonly Id[]): void {
  const writes = ids.flatMap((id) => writesOf('ingredients', id, { late: true }))
  write(doc, author, 'markLate', writes)
}

/** Move an ingredient or an actor. */
export function moveTo(doc: Y.Doc, author: Author, id: Id, at: Point): void {
  moveMany(doc, author, new Map([[id, at]]))
}

/** Move ingredients and actors in one go. */
export function moveMany(doc: Y.Doc, author: Author, places: ReadonlyMap<Id, Point>): void {
  const writes = [...places].flatMap(([id, at]) => {
    const root = rootOf(doc, id, ['ingredients', 'actors'])
    return root ? writesOf(root, id, { at }) : []
  })
  write(doc, author, 'moveTo', writes)
}

/** Lay anything in the bin; of an actor, the ties of this moment are kept as seen. */
export function remove(doc: Y.Doc, author: Author, id: Id): void {
  removeMany(doc, author, [id])
}

export function removeMany(doc: Y.Doc, author: Author, ids: readonly Id[]): void {
  write(doc, author, 'remove', binning(doc, author, ids))
}

/** Take something out of the bin; a contested actor stays. */
export function restore(doc: Y.Doc, author: Author, id: Id): void {
  const root = rootOf(doc, id, BINNED)
  if (root) write(doc, author, 'restore', writesOf(root, id, { gone: null }))
}

/** Decide that a contested actor is gone after all, with every tie it has now. */
export function confirmGone(doc: Y.Doc, author: Author, id: Id): void {
  write(doc, author, 'confirmGone', binning(doc, author, [id]))
}

/** Take a line away. */
export function untie(doc: Y.Doc, author: Author, id: Id): void {
  write(doc, author, 'untie', binning(doc, author, [id]))
}

function binning(doc: Y.Doc, author: Author, ids: readonly Id[]): Write[] {
  return ids.flatMap((id) => {
    const root = rootOf(doc, id, BINNED)
    return root ? writesOf(root, id, { gone: goneNow(doc, author, root, id) }) : []
  })
}
