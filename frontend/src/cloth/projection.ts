/** What a projector shows of the cloth: all of it, the middle, one rim, or what goes by a schakel. */
import { THEME_ID } from '../model/schema.gen'
import type { Id, Point } from '../model/types'
import { corners, enclose, pan, toScreen } from './camera'
import type { Camera } from './camera'
import { seatPlace } from './desk.svelte'
import { centre } from './geometry'
import type { Outline } from './geometry'
import type { Item } from './items'
import { RIM_DEPTH, onRim, ring } from './rim'
import type { Rim } from './rim'
import type { Scene } from './scene.svelte'
import { wholeView } from './view.svelte'

export interface Shown {
  readonly region: 'whole' | 'centre' | 'seat' | 'connector'
  /** The seat or the schakel that is meant. */
  readonly target: Id | null
}

/** No larger than this, however little there is to show. */
const MOST = 1.9
/** Room around what is shown, in millimetres. */
const ROOM = 40
/** The least of the ring that the middle shows, so that a lonely theme is not blown up. */
const MIDDLE = 0.7

/** The camera that shows a region; all of the cloth when what is meant is not there. */
export function regionView(scene: Scene, { region, target }: Shown, size: Point): Camera {
  const rim = region === 'seat' ? scene.rims.get(target ?? '') : undefined
  if (rim) return rimView(scene, rim, size)
  const points =
    region === 'centre' ? inMiddle(scene) : region === 'connector' ? by(scene, target ?? '') : []
  if (points.length === 0) return wholeView(scene.outline, scene.area, 0, size)
  return enclose(points, 0, size, { most: MOST })
}

/** A rim along the bottom of the picture, as who sits there sees it. */
function rimView(scene: Scene, rim: Rim, size: Point): Camera {
  const points = onRimOf(scene, rim)
  const camera = enclose(points, -rim.facing, size, { most: MOST })
  const lowest = Math.max(...points.map((point) => toScreen(camera, point)[1]))
  return pan(camera, 0, size[1] - lowest)
}

/** The middle with everything that hangs around the theme. */
function inMiddle({ outline, items }: Scene): Point[] {
  const connectors = [...items.values()].filter(({ kind }) => kind === 'connector')
  return [...leastMiddle(outline), ...connectors.flatMap(cornersOf)]
}

function leastMiddle(outline: Outline): Point[] {
  const [x, y] = centre(outline)
  const [rx, ry] = ring(outline).map((radius) => radius * MIDDLE) as [number, number]
  return corners({ left: x - rx, top: y - ry, right: x + rx, bottom: y + ry })
}

/** A schakel with the theme and the ingredients that it is tied to. */
function by(scene: Scene, connector: Id): Point[] {
  if (!scene.items.has(connector)) return []
  const ties = [...scene.board.tiesOf(connector)].flatMap((tie) => scene.board.ties.get(tie) ?? [])
  const ids = new Set([connector, THEME_ID, ...ties.flatMap(({ ends }) => ends)])
  return [...ids].flatMap((id) => scene.item(id) ?? []).flatMap(cornersOf)
}

/** A rim with the name of who sits there and all that was written. */
function onRimOf(scene: Scene, rim: Rim): Point[] {
  const notes = [...scene.board.ingredientsOf(rim.seat)].flatMap((id) => scene.items.get(id) ?? [])
  const along = [-0.5, -0.25, 0, 0.25, 0.5].map((part) => part * rim.length)
  const edges = along.flatMap((right) => [
    onRim(rim, right, 0),
    onRim(rim, right, RIM_DEPTH + ROOM),
  ])
  const name = { at: seatPlace(scene, rim), half: [0, 0] as const }
  return [...edges, ...cornersOf(name), ...notes.flatMap(cornersOf)]
}

/** The corners of an item with some room around it, however it is turned. */
function cornersOf({ at: [x, y], half }: Pick<Item, 'at' | 'half'>): Point[] {
  const [wide, high] = [half[0] + ROOM, half[1] + ROOM]
  return corners({ left: x - wide, top: y - high, right: x + wide, bottom: y + high })
}
