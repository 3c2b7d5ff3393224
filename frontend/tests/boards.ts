/** Builders for tests: documents, the people at them, and copies that meet. */
import * as Y from 'yjs'
import { BoardStore } from '../src/model/board.svelte'
import * as edits from '../src/model/edits'
import type { Author, Id } from '../src/model/types'

export const ANN: Author = { participant: 'p1', seat: 's1' }
export const BOB: Author = { participant: 'p2', seat: 's2' }

export interface Replica {
  doc: Y.Doc
  store: BoardStore
}

/** A document with its store; a chosen client id makes who wins a meeting predictable. */
export function replica(clientID?: number): Replica {
  const doc = new Y.Doc()
  if (clientID !== undefined) doc.clientID = clientID
  return { doc, store: new BoardStore(doc) }
}

/** Give `to` everything that `from` holds. */
export function pass(from: Replica, to: Replica, origin?: unknown): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), origin)
}

/** Let two replicas have all of each other. */
export function meet(one: Replica, other: Replica): void {
  pass(one, other)
  pass(other, one)
}

export function slip(at: Replica, text = 'fiets', author = ANN): Id {
  return edits.addIngredient(at.doc, author, text, author.seat, 'blue', [100, 200])
}

export function actor(at: Replica, label = 'de fietsenmaker', author = ANN): Id {
  return edits.addActor(at.doc, author, { label, sphere: 'local' })
}
