/** Where what lies: boxes of things by kind, kept per change; whoever listens hears what changed. */
import RBush from 'rbush'
import type { Id } from '../model/types'
import type { Rect } from './camera'

export type Layer = 'item' | 'ink' | 'tie'
export type Listener = (layer: Layer, area: Rect) => void

interface Entry {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
  readonly id: Id
}

export class SpatialIndex {
  readonly #trees: Record<Layer, RBush<Entry>> = {
    item: new RBush(),
    ink: new RBush(),
    tie: new RBush(),
  }
  readonly #entries: Record<Layer, Map<Id, Entry>> = {
    item: new Map(),
    ink: new Map(),
    tie: new Map(),
  }
  readonly #listeners = new Set<Listener>()

  /** Hear of every box that comes, goes or changes. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** `silently`: nobody hears of it, as of what is on its way in somebody's hand. */
  enter(layer: Layer, id: Id, { left, top, right, bottom }: Rect, silently = false): void {
    this.leave(layer, id, silently)
    const entry = { minX: left, minY: top, maxX: right, maxY: bottom, id }
    this.#entries[layer].set(id, entry)
    this.#trees[layer].insert(entry)
    if (!silently) this.#tell(layer, entry)
  }

  leave(layer: Layer, id: Id, silently = false): void {
    const entry = this.#entries[layer].get(id)
    if (!entry) return
    this.#entries[layer].delete(id)
    this.#trees[layer].remove(entry)
    if (!silently) this.#tell(layer, entry)
  }

  /** The ids of everything of a kind whose box touches a rectangle. */
  search(layer: Layer, { left, top, right, bottom }: Rect): Id[] {
    const area = { minX: left, minY: top, maxX: right, maxY: bottom }
    return this.#trees[layer].search(area).map(({ id }) => id)
  }

  /** Whether nothing of a kind lies in a rectangle. */
  none(layer: Layer, { left, top, right, bottom }: Rect): boolean {
    return !this.#trees[layer].collides({ minX: left, minY: top, maxX: right, maxY: bottom })
  }

  #tell(layer: Layer, { minX, minY, maxX, maxY }: Entry): void {
    const area = { left: minX, top: minY, right: maxX, bottom: maxY }
    for (const listener of this.#listeners) listener(layer, area)
  }
}
