/** How one person looks at the cloth: the camera in motion and at rest. */
import type { Point } from '../model/types'
import { NO_INSETS, between, fit, hold, keepWithin, normal, same } from './camera'
import type { Camera, Insets, Rect } from './camera'
import type { Outline } from './geometry'
import { cancelIdle, whenIdle } from './idle'
import { fromRim } from './rim'
import type { Rim } from './rim'

/** Room around the cloth for the names of the seats. */
const TABLE_MARGIN = 96
/** The least scale at which notes are comfortable to read: about 13 pixels a letter. */
const READABLE = 0.58
const REST_MS = 120
const FLIGHT_MS = 240
/** A flight that a whole room follows with its eyes. */
const CALM_MS = 1100
/** Below so many pixels a letter is drawn as a dash. */
export const LEGIBLE_PX = 8.5
/** From the back of a room a letter is read when it takes this share of the picture's height. */
const ROOM_SHARE = 1 / 55

/** The least size of letters, in pixels, that a room reads from a picture of this size. */
export const roomLetter = ([width, height]: Point): number =>
  Math.max(LEGIBLE_PX, Math.min(height, (width * 9) / 16) * ROOM_SHARE)

/** All of the cloth with its names, turned by `angle`. */
export function wholeView(
  outline: Outline,
  area: Rect,
  angle: number,
  size: Point,
  insets: Insets = NO_INSETS,
): Camera {
  const wide = {
    left: area.left - TABLE_MARGIN,
    top: area.top - TABLE_MARGIN,
    right: area.right + TABLE_MARGIN,
    bottom: area.bottom + TABLE_MARGIN,
  }
  if (outline.shape === 'rectangle') return fit(wide, angle, size, insets)
  const upright = fit(wide, 0, size, insets)
  const middle: Point = [(wide.left + wide.right) / 2, (wide.top + wide.bottom) / 2]
  const place: Point = [
    size[0] / 2 + (middle[0] - upright.centre[0]) * upright.scale,
    size[1] / 2 + (middle[1] - upright.centre[1]) * upright.scale,
  ]
  return hold({ ...upright, angle: normal(angle) }, middle, place)
}

/**
 * The view of somebody who sits at `rim`: own rim at the bottom. The whole cloth when its texts
 * stay readable, otherwise the rim itself, as large as needed.
 */
export function seatView(rim: Rim, area: Rect, size: Point, insets: Insets = NO_INSETS): Camera {
  const whole = wholeView(rim.outline, area, -rim.facing, size, insets)
  if (whole.scale >= READABLE * 0.85) return whole
  const width = size[0] - insets.left - insets.right
  const scale = Math.max(whole.scale, READABLE, Math.min(0.7, width / (rim.length + 80)))
  const corners: Point[] = [
    [area.left, area.top],
    [area.right, area.top],
    [area.right, area.bottom],
    [area.left, area.bottom],
  ]
  const outward = Math.max(0, ...corners.map((corner) => -fromRim(rim, corner)[1]))
  const beyond = rim.outline.shape === 'round' ? 0 : outward
  const place: Point = [
    insets.left + width / 2,
    size[1] - insets.bottom - (beyond + TABLE_MARGIN) * scale,
  ]
  return hold({ centre: rim.middle, angle: normal(-rim.facing), scale, size }, rim.middle, place)
}

/** How far a flight is: off at once and to rest, or slowly off and slowly to rest. */
const swift = (part: number): number => 1 - Math.pow(1 - part, 3)
const gentle = (part: number): number => part * part * (3 - 2 * part)

/** Whether a view has moved so far from another that other things have come in sight. */
function movedFar(from: Camera, to: Camera): boolean {
  const [dx, dy] = [to.centre[0] - from.centre[0], to.centre[1] - from.centre[1]]
  return Math.hypot(dx, dy) * to.scale > 200 || from.scale / to.scale > 1.6
}

/** A frame that takes longer than this is slow; so many of them and the device counts as slow. */
const SLOW_MS = 40
const SLOW_FRAMES = 24

export class View {
  /** Where we look now; changes with every frame of a gesture. */
  camera = $state.raw<Camera>({ centre: [1200, 600], angle: 0, scale: 0.5, size: [800, 600] })
  /** The camera for which the things in sight were last gathered. */
  gathered = $state.raw<Camera>(this.camera)
  /** The camera as it last rested: texts and pictures are drawn for its scale and angle. */
  rested = $state.raw<Camera>(this.camera)
  /** The share of its full sharpness in which a still picture is drawn: less on a slow device. */
  detail = $state(1)
  /** Whether the view moves; what depends on the zoom waits until it rests. */
  moving = $state(false)
  /** The part of the screen that bars leave free. */
  insets: Insets = NO_INSETS
  /** The cloth with its hem: the view does not leave it. */
  area: Rect = { left: 0, top: 0, right: 2400, bottom: 1200 }

  #rest: ReturnType<typeof setTimeout> | undefined
  #idle = 0
  #frame = 0
  #shownAt = 0
  #slow = 0

  /** Look at once. */
  set(camera: Camera): void {
    cancelAnimationFrame(this.#frame)
    this.#show(camera)
  }

  /** Look elsewhere along a flight; at once for those who rest better without motion. */
  fly(to: Camera, calmly = false): void {
    cancelAnimationFrame(this.#frame)
    if (matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden) {
      this.#show(to)
      return
    }
    const from = this.camera
    const start = performance.now()
    const step = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - start) / (calmly ? CALM_MS : FLIGHT_MS)))
      this.#show(part === 1 ? to : between(from, to, calmly ? gentle(part) : swift(part)))
      if (part < 1) this.#frame = requestAnimationFrame(step)
    }
    this.#frame = requestAnimationFrame(step)
  }

  /** The screen has another size; the middle of the view stays. */
  resize(size: Point): void {
    if (size[0] !== this.camera.size[0] || size[1] !== this.camera.size[1])
      this.#show({ ...this.camera, size })
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#rest)
    cancelIdle(this.#idle)
  }

  #show(camera: Camera): void {
    const next = keepWithin(camera, this.#room(camera))
    if (same(next, this.camera)) return
    this.camera = next
    this.#feel(this.moving)
    this.moving = true
    const resized = next.size !== this.rested.size
    if (resized) this.rested = next
    if (resized || movedFar(this.gathered, next)) this.gathered = next
    clearTimeout(this.#rest)
    cancelIdle(this.#idle)
    this.#rest = setTimeout(() => (this.#idle = whenIdle(this.#settle)), REST_MS)
  }

  /** The cloth and some table around it, so that its edge can be seen beside a card. */
  #room({ size, scale }: Camera): Rect {
    const beyond = (0.35 * Math.min(...size)) / scale
    const { left, top, right, bottom } = this.area
    return {
      left: left - beyond,
      top: top - beyond,
      right: right + beyond,
      bottom: bottom + beyond,
    }
  }

  /** Counts the slow frames of gestures; on a device that has many, pictures are drawn coarser. */
  #feel(wasMoving: boolean): void {
    const now = performance.now()
    const took = wasMoving ? now - this.#shownAt : 0
    this.#shownAt = now
    this.#slow = Math.max(0, this.#slow + (took > SLOW_MS ? 1 : took > 0 ? -0.5 : 0))
    if (this.#slow > SLOW_FRAMES) this.detail = 0.5
  }

  /** Only when no movement waits: on a busy device a pause between two frames is no rest. */
  readonly #settle = (): void => {
    this.moving = false
    if (!same(this.gathered, this.camera)) this.gathered = this.camera
    if (!same(this.rested, this.camera)) this.rested = this.camera
  }
}
