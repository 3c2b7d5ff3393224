/** Board B1 in tldraw. */
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { InstancePresenceRecordType, Tldraw, createShapeId, toRichText, b64Vecs } from 'tldraw'
import 'tldraw/tldraw.css'
import { shapes, stir } from './board.mjs'

/** Its inks, by ours. */
const INKS = {
  black: 'black',
  blue: 'blue',
  brick: 'red',
  moss: 'green',
  aubergine: 'violet',
  ochre: 'orange',
  raspberry: 'light-red',
  slate: 'grey',
}

export async function open(home) {
  const options = { maxShapesPerPage: 20_000 }
  const editor = await new Promise((onMount) =>
    createRoot(home).render(createElement(Tldraw, { onMount: (made) => onMount(made), options })),
  )
  const { notes, circles, strokes, ties } = shapes()
  editor.createShapes([...ties.map(tie), ...circles.map(circle), ...notes.map(note), ...strokes.map(stroke)])
  stir(12, (index, [x, y]) => {
    const id = InstancePresenceRecordType.createId(`p${index}`)
    const who = { id, currentPageId: editor.getCurrentPageId(), userId: `p${index}`, userName: `p${index}` }
    editor.store.mergeRemoteChanges(() => {
      editor.store.put([
        InstancePresenceRecordType.create({
          ...who,
          cursor: { x, y, type: 'default', rotation: 0 },
          lastActivityTimestamp: Date.now(),
        }),
      ])
      const carried = editor.getShape(createShapeId(`i${index}`))
      if (carried) editor.store.put([{ ...carried, x, y }])
    })
  })
  window.look_ = (where) => {
    const z = where === 'far' ? 0.45 : 0.9
    editor.setCamera({ x: 640 / z - 1200, y: 400 / z - (where === 'far' ? 600 : 1000), z })
  }
}

const note = ({ id, at: [x, y], text, pen }) => ({
  ...{ id: createShapeId(id), type: 'text', x: x - 90, y: y - 14 },
  props: { richText: toRichText(text), size: 's', color: INKS[pen] },
})

const circle = ({ id, at: [x, y], text }) => ({
  ...{ id: createShapeId(id), type: 'geo', x: x - 78, y: y - 78 },
  props: { geo: 'ellipse', w: 156, h: 156, size: 's', richText: toRichText(text) },
})

const tie = ({ id, from, to }) => ({
  ...{ id: createShapeId(id), type: 'arrow', x: from[0], y: from[1] },
  props: {
    start: { x: 0, y: 0 },
    end: { x: to[0] - from[0], y: to[1] - from[1] },
    bend: 20,
    size: 's',
    color: 'grey',
    arrowheadEnd: 'none',
  },
})

function stroke({ id, pen, points }) {
  const [[x, y]] = points
  const path = points.map((point) => ({ x: point[0] - x, y: point[1] - y, z: 0.5 }))
  return {
    ...{ id: createShapeId(id), type: 'draw', x, y },
    props: {
      segments: [{ type: 'free', path: b64Vecs.encodePoints(path) }],
      color: INKS[pen],
      size: 's',
      isComplete: true,
    },
  }
}
