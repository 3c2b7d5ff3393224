/** Board B1 in Excalidraw. */
import { Excalidraw, convertToExcalidrawElements } from '@excalidraw/excalidraw'
import '@excalidraw/excalidraw/index.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { INKS, shapes, stir } from './board.mjs'

export async function open(home) {
  const api = await new Promise((excalidrawAPI) =>
    createRoot(home).render(createElement(Excalidraw, { excalidrawAPI })),
  )
  const { notes, circles, strokes, ties } = shapes()
  const elements = convertToExcalidrawElements([
    ...ties.map(({ id, from, to }) => ({
      ...{ type: 'line', id, x: from[0], y: from[1], strokeColor: '#8a8072' },
      points: [
        [0, 0],
        [to[0] - from[0], to[1] - from[1]],
      ],
    })),
    ...circles.map(({ id, at: [x, y], text }) => ({
      ...{ type: 'ellipse', id, x: x - 78, y: y - 78, width: 156, height: 156 },
      label: { text, fontSize: 22 },
    })),
    ...notes.map(({ id, at: [x, y], text, pen }) => ({
      ...{ type: 'text', id, x: x - 90, y: y - 14, text, fontSize: 22 },
      strokeColor: INKS[pen],
    })),
  ])
  api.updateScene({ elements: [...elements, ...strokes.map(freehand)] })
  stir(12, (index, [x, y]) => {
    const collaborators = new Map(api.getAppState().collaborators)
    collaborators.set(`p${index}`, { username: `p${index}`, pointer: { x, y, tool: 'pointer' } })
    const carried = api
      .getSceneElements()
      .map((one) =>
        one.id === `i${index}` ? { ...one, x, y, version: one.version + 1, versionNonce: index } : one,
      )
    api.updateScene({ collaborators, elements: carried })
  })
  window.look_ = (where) => {
    const zoom = where === 'far' ? 0.45 : 0.9
    const appState = {
      zoom: { value: zoom },
      scrollX: 640 / zoom - 1200,
      scrollY: 400 / zoom - (where === 'far' ? 600 : 1000),
    }
    api.updateScene({ appState })
  }
}

function freehand({ id, pen, width, points }) {
  const [[x, y]] = points
  const shape = { type: 'freedraw', id, x, y, strokeColor: INKS[pen], strokeWidth: width / 3 }
  const [made] = convertToExcalidrawElements([
    { type: 'rectangle', id, x, y, width: 1, height: 1, strokeColor: INKS[pen] },
  ])
  const xs = points.map((point) => point[0])
  const ys = points.map((point) => point[1])
  return {
    ...made,
    ...shape,
    width: Math.max(...xs) - Math.min(...xs),
    height: Math.max(...ys) - Math.min(...ys),
    points: points.map((point) => [point[0] - x, point[1] - y]),
    pressures: [],
    simulatePressure: false,
    roundness: null,
    lastCommittedPoint: null,
  }
}
