/** What lies on the cloth as things with a place and a size, and how to find them. */
import type { Id, Point } from '../model/types'
import { normal, toScreen, turn } from './camera'
import type { Camera } from './camera'
import { CONNECTOR_FRAME, NOTE_FRAME, set } from './measure'
import type { Measure, Setting } from './measure'
import { CONNECTOR_RADIUS, THEME_RADIUS } from './rim'

export type ItemKind = 'ingredient' | 'connector' | 'theme'

export interface Item {
  readonly id: Id
  readonly kind: ItemKind
  readonly at: Point
  /** Degrees by which its text is turned on the cloth, as on paper. */
  readonly angle: number
  /** Half its width and height before turning. */
  readonly half: Point
  readonly setting: Setting
  readonly seat: Id | null
}

/** The sign at the head of a note: its size, and the room between it and the text. */
export const SIGN = 30
export const SIGN_GAP = 9
export const PADDING = 7

/** A note: the sign of its writer and its text. */
export function noteItem(
  note: { id: Id; text: string; seat: Id },
  at: Point,
  angle: number,
  measure: Measure,
): Item {
  const setting = set(note.text, NOTE_FRAME, measure)
  const width = SIGN + SIGN_GAP + Math.max(setting.width, 24) + 2 * PADDING
  const height = Math.max(setting.height, SIGN) + 2 * PADDING
  return {
    id: note.id,
    kind: 'ingredient',
    at,
    angle,
    half: [width / 2, height / 2],
    setting,
    seat: note.seat,
  }
}

/** A schakel: a circle with its name. */
export function connectorItem(
  actor: { id: Id; label: string },
  at: Point,
  angle: number,
  measure: Measure,
): Item {
  return {
    id: actor.id,
    kind: 'connector',
    at,
    angle,
    half: [CONNECTOR_RADIUS, CONNECTOR_RADIUS],
    setting: set(actor.label, CONNECTOR_FRAME, measure),
    seat: null,
  }
}

/** The theme in the middle. */
export function themeItem(id: Id, at: Point, setting: Setting): Item {
  const half: Point = [THEME_RADIUS, THEME_RADIUS]
  return { id, kind: 'theme', at, angle: 0, half, setting, seat: null }
}

/** The farthest an item reaches from its middle, however it is turned. */
export function reach(item: Item): number {
  return item.kind === 'ingredient' ? Math.hypot(...item.half) : item.half[0]
}

/** Where an item is drawn for this viewer, and how far it is turned. */
export interface Drawn {
  readonly at: Point
  readonly angle: number
}

/** Whether a point of the cloth lies on an item as it is drawn. */
export function covers(item: Item, point: Point, draw: Drawn, slack = 0): boolean {
  const { at, angle } = draw
  const away: Point = [point[0] - at[0], point[1] - at[1]]
  if (item.kind !== 'ingredient') return Math.hypot(...away) <= item.half[0] + slack
  const [x, y] = turn(away, -angle)
  return Math.abs(x) <= item.half[0] + slack && Math.abs(y) <= item.half[1] + slack
}

export type Direction = 'left' | 'right' | 'up' | 'down'
const WAY: Readonly<Record<Direction, Point>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/** Something with a name and a place. */
export interface Spot {
  readonly id: Id
  readonly at: Point
}

/** Added to what lies more aside than ahead, so that it is only gone to for want of better. */
const ASIDE_COST = 1e6

/** What lies nearest to `from` in a direction as this viewer sees it; null when there is none. */
export function nearest<T extends Spot>(
  items: Iterable<T>,
  from: Point,
  direction: Direction,
  camera: Camera,
): T | null {
  const origin = toScreen(camera, from)
  const [wx, wy] = WAY[direction]
  let best: T | null = null
  let least = Infinity
  for (const item of items) {
    const [x, y] = toScreen(camera, item.at)
    const [dx, dy] = [x - origin[0], y - origin[1]]
    const ahead = dx * wx + dy * wy
    const aside = Math.abs(dx * wy - dy * wx)
    if (ahead <= 1) continue
    const cost = ahead + aside * 2 + (aside > ahead ? ASIDE_COST : 0)
    if (cost < least) [best, least] = [item, cost]
  }
  return best
}

/** How an item's text lies on a cloth that is `turned` on screen: as on paper, or upright. */
export function drawnAngle(item: Item, upright: boolean, turned: number): number {
  if (item.kind !== 'ingredient') return -turned
  return upright ? -turned : normal(item.angle)
}
