/** What people draw: felt-tip strokes, their captions, and rubbing out. */
import type * as Y from 'yjs'
import { drawingOf, newId, newIdIn } from '../ids'
import { pack, pieces, unpack } from '../ink'
import type { Pen } from '../schema.gen'
import type { Author, Id, Point } from '../types'
import { birth, write, writesOf, type Write } from '../write'

export interface StrokeDrawn {
  seat: Id
  pen: Pen
  /** In millimetres. */
  width: number
  /** In millimetres, fractions allowed; kept to a quarter. */
  points: readonly Point[]
  /** The drawing this stroke goes on with: any stroke of it. */
  drawing?: Id | undefined
}

/** Lay down a stroke and give the ids of its pieces: one, unless it is very long. */
export function addStroke(doc: Y.Doc, author: Author, drawn: StrokeDrawn): Id[] {
  const { seat, pen, width, points } = drawn
  const drawing = drawn.drawing ?? newId()
  const made = pieces(points).map((piece) => {
    return birth('strokes', newIdIn(drawing), { seat, pen, width, points: pack(piece) })
  })
  write(doc, author, 'addStroke', made)
  return made.map(([, id]) => id)
}

/** Lay strokes elsewhere: the same ink anew, shifted by millimetres; gives the new ids. */
export function moveStrokes(doc: Y.Doc, author: Author, ids: readonly Id[], [dx, dy]: Point): Id[] {
  const strokes = doc.getMap('strokes')
  const renewed = new Map<Id, Id>()
  const moved: Write[] = []
  for (const id of ids) {
    const stroke = strokes.get(id) as { points?: unknown } | undefined
    if (!(stroke?.points instanceof Uint8Array)) continue
    const drawing = renewed.get(drawingOf(id)) ?? newId()
    renewed.set(drawingOf(id), drawing)
    const points = pack(unpack(stroke.points).map(([x, y]): Point => [x + dx, y + dy]))
    const laid = newIdIn(drawing)
    const words = strokes.get(`${id}.caption`)
    moved.push(birth('strokes', laid, { ...stroke, points }))
    if (typeof words === 'string') moved.push(...writesOf('strokes', laid, { caption: words }))
  }
  write(doc, author, 'moveStrokes', [...erasing(doc, ids), ...moved])
  return moved.flatMap(([, key]) => (key.includes('.') ? [] : [key]))
}

/** Say in words what is drawn. */
export function caption(doc: Y.Doc, author: Author, id: Id, text: string): void {
  write(doc, author, 'caption', writesOf('strokes', id, { caption: text }))
}

/** Rub out strokes: their ink is taken away. */
export function eraseStrokes(doc: Y.Doc, author: Author, ids: readonly Id[]): void {
  write(doc, author, 'eraseStrokes', erasing(doc, ids))
}

function erasing(doc: Y.Doc, ids: readonly Id[]): Write[] {
  const keys = ids.flatMap((id) => [id, `${id}.caption`])
  const there = keys.filter((key) => doc.getMap('strokes').has(key))
  return there.map((key) => ['strokes', key, undefined])
}

export function eraseStroke(doc: Y.Doc, author: Author, id: Id): void {
  eraseStrokes(doc, author, [id])
}
