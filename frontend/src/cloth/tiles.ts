/**
 * Pictures of what lies still, in pieces of the cloth.
 *
 * A piece is drawn once, in an idle moment, and anew only when something on it changes; while the
 * view moves the browser stretches what is there. Each is handed over as a finished bitmap: a
 * canvas that can still be drawn on costs time in every frame.
 */
import type { Rect } from './camera'
import { cancelIdle, whenIdle } from './idle'

const SIDE = 1024
/** The pieces kept at most: 1024 × 1024 × 4 bytes each, 48 MB. */
const MOST = 12
const SLICE_MS = 6

export type Paint = (context: OffscreenCanvasRenderingContext2D, area: Rect) => void

interface Tile {
  readonly canvas: HTMLCanvasElement
  readonly area: Rect
  readonly level: number
  look: string
  stale: boolean
  used: number
}

export class Tiles {
  readonly #home: HTMLElement
  readonly #paint: Paint
  readonly #empty: (area: Rect) => boolean
  readonly #tiles = new Map<string, Tile>()
  readonly #brush = new OffscreenCanvas(SIDE, SIDE)
  #wanted: string[] = []
  #level = 0
  #look = ''
  #clock = 0
  #resting = true
  #waiting = 0

  /** `empty` says that nothing lies in an area, so that it needs no picture. */
  constructor(home: HTMLElement, paint: Paint, empty: (area: Rect) => boolean) {
    this.#home = home
    this.#paint = paint
    this.#empty = empty
  }

  /** Show this part of the cloth; `look` names everything but the place that changes a picture. */
  show(area: Rect, scale: number, look: string): void {
    this.#level = Math.min(2, Math.max(-4, Math.ceil(Math.log2(scale) - 0.25)))
    this.#look = look
    const side = SIDE / 2 ** this.#level
    this.#wanted = []
    for (let y = Math.floor(area.top / side); y * side < area.bottom; y += 1)
      for (let x = Math.floor(area.left / side); x * side < area.right; x += 1)
        this.#wanted.push(`${this.#level} ${x} ${y}`)
    this.#plan()
  }

  /** While the view moves nothing is drawn: what there is stretches along. */
  rest(resting: boolean): void {
    this.#resting = resting
    if (resting) this.#plan()
    else cancelIdle(this.#waiting)
  }

  /** Something changed here: the pieces that show it are drawn again. */
  touch(area: Rect): void {
    for (const tile of this.#tiles.values()) if (overlaps(tile.area, area)) tile.stale = true
    this.#plan()
  }

  destroy(): void {
    cancelIdle(this.#waiting)
    this.#resting = false
    for (const key of [...this.#tiles.keys()]) this.#drop(key)
  }

  #plan(): void {
    cancelIdle(this.#waiting)
    if (this.#resting) this.#waiting = whenIdle(() => this.#draw())
  }

  #draw(): void {
    const until = performance.now() + SLICE_MS
    for (const key of this.#wanted) {
      if (!this.#freshen(key)) continue
      if (performance.now() > until) {
        this.#plan()
        return
      }
    }
    this.#sweep()
  }

  /** Draws one piece when it needs it; says whether it did. */
  #freshen(key: string): boolean {
    const area = areaOf(key)
    if (this.#empty(area)) {
      this.#drop(key)
      return false
    }
    const tile = this.#tiles.get(key) ?? this.#make(key, area)
    tile.used = this.#clock += 1
    if (!tile.stale && tile.look === this.#look) return false
    const brush = this.#brush.getContext('2d')
    const scale = 2 ** tile.level
    if (!brush) return false
    brush.setTransform(scale, 0, 0, scale, -area.left * scale, -area.top * scale)
    this.#paint(brush, area)
    // Taking the picture leaves an empty brush behind.
    tile.canvas
      .getContext('bitmaprenderer')
      ?.transferFromImageBitmap(this.#brush.transferToImageBitmap())
    tile.stale = false
    tile.look = this.#look
    return true
  }

  #make(key: string, area: Rect): Tile {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = SIDE
    const side = area.right - area.left
    canvas.style.cssText = `position:absolute;left:${area.left}px;top:${area.top}px;width:${side}px;height:${side}px`
    this.#home.append(canvas)
    const tile = { canvas, area, level: levelOf(key), look: '', stale: true, used: 0 }
    this.#tiles.set(key, tile)
    return tile
  }

  #drop(key: string): void {
    this.#tiles.get(key)?.canvas.remove()
    this.#tiles.delete(key)
  }

  /** When the pieces in sight are ready, those of other levels go, and the oldest beyond the cap. */
  #sweep(): void {
    const wanted = new Set(this.#wanted)
    const rest = [...this.#tiles]
      .filter(([key]) => !wanted.has(key))
      .sort(([, a], [, b]) => b.used - a.used)
    const fit = ([, { level, look }]: [string, Tile]) =>
      level === this.#level && look === this.#look
    const kept = rest.filter(fit).slice(0, Math.max(0, MOST - wanted.size))
    for (const entry of rest) if (!kept.includes(entry)) this.#drop(entry[0])
  }
}

function levelOf(key: string): number {
  return Number(key.split(' ')[0])
}

/** The part of the cloth that a piece shows. */
function areaOf(key: string): Rect {
  const [level = 0, x = 0, y = 0] = key.split(' ').map(Number)
  const side = SIDE / 2 ** level
  return { left: x * side, top: y * side, right: (x + 1) * side, bottom: (y + 1) * side }
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
