/** Board B1 as plain shapes: what other drawing programs can show of it. */
import * as Y from 'yjs'
import { b1 } from '../../frontend/dev/boards'
import { bowOf } from '../../frontend/src/cloth/hand'
import { unpack } from '../../frontend/src/model/ink'

/** The inks of the paper skin. */
export const INKS = {
  black: '#1b1b1b',
  blue: '#0050b5',
  brick: '#b3261e',
  moss: '#00664a',
  aubergine: '#5b1a8b',
  ochre: '#8c6a00',
  raspberry: '#c2187a',
  slate: '#4a6a80',
}
export { stir } from '../../frontend/dev/peers'

/** Everything with a place: { notes, circles, strokes, ties }, in millimetres. */
export function shapes() {
  const doc = new Y.Doc()
  b1(doc)
  const read = (root) => doc.getMap(root)
  const born = (root) => [...read(root).keys()].filter((key) => !key.includes('.'))
  const places = new Map([['t', [1200, 600]]])
  const thing = (root, words) => (id) => {
    const at = read(root).get(`${id}.at`)
    places.set(id, at)
    return { id, at, text: read(root).get(`${id}.${words}`), pen: read(root).get(id).pen }
  }
  const notes = born('ingredients').map(thing('ingredients', 'text'))
  const circles = born('actors').map(thing('actors', 'label'))
  const strokes = born('strokes').map((id) => {
    const { pen, width, points } = read('strokes').get(id)
    return { id, pen, width, points: unpack(points) }
  })
  const ties = born('ties').map((id) => {
    const [from, to] = id.split('~').map((end) => places.get(end))
    return { id, from, to, by: bowOf(from, to, id) }
  })
  return { notes, circles, strokes, ties }
}
