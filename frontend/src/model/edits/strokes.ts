/** What people draw: felt-tip strokes, their captions, and rubbing out. */
import type * as Y from 'yjs'
import { newId } from '../ids'
import { pack, pieces } from '../ink'
import type { Pen } from '../schema.gen'
import type { Author, Id, Point } from '../types'
import { birth, write, writesOf } from '../write'

export interface StrokeDrawn {
  seat: Id
  pen: Pen
  /** In millimetres. */
  width: number
  /** In millimetres, fractions allowed; kept to a quarter. */
  points: readonly Point[]
}

/** Lay down a stroke and give the ids of its pieces: one, unless it is very long. */
export function addStroke(doc: Y.Doc, author: Author, drawn: StrokeDrawn): Id[] {
  const { seat, pen, width, points } = drawn
  const made = pieces(points).map((piece) => {
    return birth('strokes', newId(), { seat, pen, width, points: pack(piece) })
  })
  write(doc, author, 'addStroke', made)
  return made.map(([, id]) => id)
}

/** Say in words what is drawn. */
export function caption(doc: Y.Doc, author: Author, id: Id, text: string): void {
  write(doc, author, 'caption', writesOf('strokes', id, { caption: text }))
}

/** Rub out strokes: their ink is taken away. */
export function eraseStrokes(doc: Y.Doc, author: Author, ids: readonly Id[]): void {
  const keys = ids.flatMap((id) => [id, `${id}.caption`])
  const there = keys.filter((key) => doc.getMap('strokes').has(key))
  write(
    doc,
    author,
    'eraseStrokes',
    there.map((key) => ['strokes', key, undefined]),
  )
}

export function eraseStroke(doc: Y.Doc, author: Author, id: Id): void {
  eraseStrokes(doc, author, [id])
}
