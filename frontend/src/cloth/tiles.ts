/**
 * Pictures of dry ink and of notes too small to read, in pieces of the cloth.
 *
 * A piece is drawn once, in an idle moment, and only anew when something on it changes; while the
 * view moves the browser stretches what is there.
 */
import type { Rect } from './camera'

const SIDE = 512
/** The pieces kept at most: 512 × 512 × 4 bytes each, 96 MB together. */
const MOST = 96
const SLICE_MS = 5

export type Paint = (context: CanvasRenderingContext2D, area: Rect, scale: number) => void

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
  readonly #tiles = new Map<string, Tile>()
  #wanted: string[] = []
  #level = 0
  #look = ''
  #clock = 0
  #waiting: ReturnType<typeof setTimeout> | number = 0

  constructor(home: HTMLElement, paint: Paint) {
    this.#home = home
    this.#paint = paint
  }

  /** Show this part of the cloth; `look` names everything but the place that changes a picture. */
  show(area: Rect, scale: number, look: string): void {
    this.#level = Math.min(2, Math.max(-3, Math.ceil(Math.log2(scale) - 0.25)))
    this.#look = look
    const side = SIDE / 2 ** this.#level
    this.#wanted = []
    for (let y = Math.floor(area.top / side); y * side < area.bottom; y += 1)
      for (let x = Math.floor(area.left / side); x * side < area.right; x += 1)
        this.#wanted.push(`${this.#level} ${x} ${y}`)
    this.#plan()
  }

  /** Something changed here: the pieces that show it are drawn again. */
  touch(area: Rect): void {
    for (const tile of this.#tiles.values()) if (overlaps(tile.area, area)) tile.stale = true
    this.#plan()
  }

  /** Forget every picture, for instance after the browser lost them. */
  clear(): void {
    for (const { canvas } of this.#tiles.values()) canvas.remove()
    this.#tiles.clear()
    this.#plan()
  }

  destroy(): void {
    cancelIdle(this.#waiting)
    this.clear()
    cancelIdle(this.#waiting)
  }

  #plan(): void {
    cancelIdle(this.#waiting)
    this.#waiting = whenIdle(() => this.#draw())
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
    const tile = this.#tiles.get(key) ?? this.#make(key)
    tile.used = this.#clock += 1
    if (!tile.stale && tile.look === this.#look) return false
    const scale = 2 ** tile.level
    const context = tile.canvas.getContext('2d')
    if (!context) return false
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, SIDE, SIDE)
    context.setTransform(scale, 0, 0, scale, -tile.area.left * scale, -tile.area.top * scale)
    this.#paint(context, tile.area, scale)
    tile.stale = false
    tile.look = this.#look
    return true
  }

  #make(key: string): Tile {
    const [level = 0, x = 0, y = 0] = key.split(' ').map(Number)
    const side = SIDE / 2 ** level
    const area = { left: x * side, top: y * side, right: (x + 1) * side, bottom: (y + 1) * side }
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = SIDE
    canvas.style.cssText = `position:absolute;left:${area.left}px;top:${area.top}px;width:${side}px;height:${side}px`
    this.#home.append(canvas)
    const tile = { canvas, area, level, look: '', stale: true, used: 0 }
    this.#tiles.set(key, tile)
    return tile
  }

  /** When the pieces in sight are ready, those of other levels go, and the oldest beyond the cap. */
  #sweep(): void {
    const wanted = new Set(this.#wanted)
    const rest = [...this.#tiles].filter(([key]) => !wanted.has(key))
    const drop = rest.filter(([, { level, look }]) => level !== this.#level || look !== this.#look)
    const kept = rest
      .filter((entry) => !drop.includes(entry))
      .sort(([, a], [, b]) => b.used - a.used)
    for (const [key, { canvas }] of [...drop, ...kept.slice(Math.max(0, MOST - wanted.size))]) {
      canvas.remove()
      this.#tiles.delete(key)
    }
  }
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function whenIdle(work: () => void): ReturnType<typeof setTimeout> | number {
  return 'requestIdleCallback' in window
    ? window.requestIdleCallback(work, { timeout: 200 })
    : setTimeout(work, 16)
}

function cancelIdle(waiting: ReturnType<typeof setTimeout> | number): void {
  if ('cancelIdleCallback' in window) window.cancelIdleCallback(waiting as number)
  else clearTimeout(waiting)
}
