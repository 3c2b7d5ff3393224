/** One matrix takes the cloth to the screen: translation × rotation × scale. All pure. */
import type { Point } from '../model/types'

/** A view of the cloth. `angle`: degrees clockwise by which the cloth is turned on screen. */
export interface Camera {
  /** The point of the cloth that lies in the middle of the screen. */
  readonly centre: Point
  readonly angle: number
  /** Screen pixels per millimetre of cloth. */
  readonly scale: number
  /** Width and height of the screen in pixels. */
  readonly size: Point
}

/** The six numbers of a CSS matrix: a, b, c, d, e, f. */
export type Matrix = readonly [number, number, number, number, number, number]

export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const MAX_SCALE = 8
const RADIANS = Math.PI / 180
const QUARTERS: readonly Point[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
]

/** The matrix from cloth millimetres to screen pixels. */
export function matrix(camera: Camera): Matrix {
  const [cos, sin] = turn([camera.scale, 0], camera.angle)
  const [x, y] = camera.centre
  const [width, height] = camera.size
  return [cos, sin, -sin, cos, width / 2 - (cos * x - sin * y), height / 2 - (sin * x + cos * y)]
}

/**
 * The matrix as a CSS transform, shifted to whole pixels of the screen: texts stay sharp, and what
 * was drawn once can be shown again after a pan.
 */
export function css(camera: Camera, pixels = 1): string {
  const [a, b, c, d, e, f] = matrix(camera)
  const snap = (value: number) => Math.round(value * pixels) / pixels
  return `matrix(${[a, b, c, d, snap(e), snap(f)].join(',')})`
}

/** Where a point of the cloth is on screen. */
export function toScreen(camera: Camera, [x, y]: Point): Point {
  const [a, b, c, d, e, f] = matrix(camera)
  return [a * x + c * y + e, b * x + d * y + f]
}

/** Which point of the cloth is at a place on screen. */
export function toCloth(camera: Camera, [x, y]: Point): Point {
  const [a, b, , , e, f] = matrix(camera)
  const square = camera.scale * camera.scale
  const [dx, dy] = [x - e, y - f]
  return [(a * dx + b * dy) / square, (a * dy - b * dx) / square]
}

/** A vector turned clockwise by `degrees`; quarter turns are exact, so that pixels stay pixels. */
export function turn([x, y]: Point, degrees: number): Point {
  const quarters = degrees / 90
  const [cos, sin] = Number.isInteger(quarters)
    ? (QUARTERS[((quarters % 4) + 4) % 4] ?? [1, 0])
    : [Math.cos(degrees * RADIANS), Math.sin(degrees * RADIANS)]
  return [cos * x - sin * y, sin * x + cos * y]
}

/** An angle brought between -180 (excluded) and 180. */
export function normal(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360
  return turned > 180 ? turned - 360 : turned
}

/** The camera that shows `point` of the cloth at `place` on screen, all else equal. */
export function hold(camera: Camera, point: Point, place: Point): Camera {
  const offset: Point = [place[0] - camera.size[0] / 2, place[1] - camera.size[1] / 2]
  const [dx, dy] = turn(offset, -camera.angle)
  return { ...camera, centre: [point[0] - dx / camera.scale, point[1] - dy / camera.scale] }
}

/** Shift the cloth under the screen by pixels. */
export function pan(camera: Camera, dx: number, dy: number): Camera {
  const [x, y] = turn([dx, dy], -camera.angle)
  const [cx, cy] = camera.centre
  return { ...camera, centre: [cx - x / camera.scale, cy - y / camera.scale] }
}

/** Zoom so that what lies at `place` on screen stays there. */
export function zoomAt(camera: Camera, place: Point, factor: number, least = 0.05): Camera {
  const scale = Math.min(MAX_SCALE, Math.max(least, camera.scale * factor))
  return hold({ ...camera, scale }, toCloth(camera, place), place)
}

/** Turn the cloth to `angle` so that what lies at `place` on screen stays there. */
export function turnAt(camera: Camera, place: Point, angle: number): Camera {
  return hold({ ...camera, angle: normal(angle) }, toCloth(camera, place), place)
}

/** The angle out of `angles` that is nearest to `angle`; `angle` itself when there is none. */
export function nearestAngle(angle: number, angles: readonly number[]): number {
  const distance = (other: number) => Math.abs(normal(other - angle))
  return angles.reduce(
    (best, other) => (distance(other) < distance(best) ? other : best),
    angles[0] ?? angle,
  )
}

export interface Pinch {
  readonly from: readonly [Point, Point]
  readonly to: readonly [Point, Point]
}

/** Less than this many degrees of twist is no wish to turn. */
export const TWIST_THRESHOLD = 20

/** Two fingers move: pan and zoom about their middle; a clear twist snaps to one of `angles`. */
export function pinch(start: Camera, fingers: Pinch, angles: readonly number[] = []): Camera {
  const [a, b] = fingers.from
  const [c, d] = fingers.to
  const before: Point = [b[0] - a[0], b[1] - a[1]]
  const after: Point = [d[0] - c[0], d[1] - c[1]]
  const factor = Math.hypot(...after) / Math.max(1, Math.hypot(...before))
  const twist = normal(
    (Math.atan2(after[1], after[0]) - Math.atan2(before[1], before[0])) / RADIANS,
  )
  const turned = Math.abs(twist) > TWIST_THRESHOLD && angles.length > 0
  const angle = turned ? nearestAngle(start.angle + twist, angles) : start.angle
  const scale = Math.min(MAX_SCALE, Math.max(0.05, start.scale * factor))
  const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const place: Point = [(c[0] + d[0]) / 2, (c[1] + d[1]) / 2]
  return hold({ ...start, angle: normal(angle), scale }, toCloth(start, middle), place)
}

/** The corners of a rectangle, clockwise from top left. */
export function corners({ left, top, right, bottom }: Rect): Point[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]
}

/** The smallest upright rectangle around points. */
export function bounds(points: readonly Point[]): Rect {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  }
}

/** The part of the cloth that is in view, as an upright rectangle in millimetres. */
export function visible(camera: Camera, margin = 0): Rect {
  const [width, height] = camera.size
  const frame = { left: -margin, top: -margin, right: width + margin, bottom: height + margin }
  return bounds(corners(frame).map((corner) => toCloth(camera, corner)))
}

/** The part of the screen that bars and strips leave free: pixels from each side. */
export interface Insets {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const NO_INSETS: Insets = { left: 0, top: 0, right: 0, bottom: 0 }

/** The whole of `area` in view, turned by `angle`, in the middle of the free part of the screen. */
export function fit(area: Rect, angle: number, size: Point, insets = NO_INSETS): Camera {
  return enclose(corners(area), angle, size, { insets })
}

/** All of `points` in view, turned by `angle`, as large as fits but no larger than `most`. */
export function enclose(
  points: readonly Point[],
  angle: number,
  size: Point,
  { insets = NO_INSETS, most = MAX_SCALE } = {},
): Camera {
  const turned = bounds(points.map((point) => turn(point, angle)))
  const free: Point = [
    Math.max(40, size[0] - insets.left - insets.right),
    Math.max(40, size[1] - insets.top - insets.bottom),
  ]
  const scale = Math.min(
    free[0] / (turned.right - turned.left),
    free[1] / (turned.bottom - turned.top),
    most,
  )
  const middle = turn([(turned.left + turned.right) / 2, (turned.top + turned.bottom) / 2], -angle)
  const camera = { centre: middle, angle: normal(angle), scale, size }
  return hold(camera, middle, freeMiddle(size, insets))
}

/** The middle of the free part of the screen. */
export function freeMiddle(size: Point, insets: Insets): Point {
  return [
    insets.left + (size[0] - insets.left - insets.right) / 2,
    insets.top + (size[1] - insets.top - insets.bottom) / 2,
  ]
}

/** The camera between two others, `part` from 0 to 1, turning the short way. */
export function between(from: Camera, to: Camera, part: number): Camera {
  const mix = (a: number, b: number) => a + (b - a) * part
  return {
    centre: [mix(from.centre[0], to.centre[0]), mix(from.centre[1], to.centre[1])],
    angle: normal(from.angle + normal(to.angle - from.angle) * part),
    scale: from.scale * Math.pow(to.scale / from.scale, part),
    size: to.size,
  }
}

/** The camera moved as little as needed so that its centre stays within `area`. */
export function keepWithin(camera: Camera, area: Rect): Camera {
  const x = Math.min(area.right, Math.max(area.left, camera.centre[0]))
  const y = Math.min(area.bottom, Math.max(area.top, camera.centre[1]))
  return { ...camera, centre: [x, y] }
}

export function same(a: Camera, b: Camera): boolean {
  return (
    a.angle === b.angle &&
    a.scale === b.scale &&
    a.centre[0] === b.centre[0] &&
    a.centre[1] === b.centre[1] &&
    a.size[0] === b.size[0] &&
    a.size[1] === b.size[1]
  )
}
