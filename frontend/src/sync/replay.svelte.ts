/** A board played back: one document that goes to any frame of its past, and what that changed. */
import * as Y from 'yjs'
import { BoardStore } from '../model/board.svelte'
import { difference, thereOn, touchedBy, type Changed, type Touched } from './changed'
import type { Frame } from './past'

/** States are kept at about this many places, so that going back never replays all of it. */
const KEPT_STATES = 16
const NOTHING: Touched = new Map()

export class Replay {
  readonly board: BoardStore
  /** The frame that is shown. */
  index = $state(-1)
  /** What became different when it came. */
  changed: Changed = $state.raw({})

  readonly #frames: readonly Frame[]
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- only going back reads it
  readonly #states = new Map<number, Uint8Array>()
  readonly #apart: number
  #doc = new Y.Doc()

  constructor(frames: readonly Frame[]) {
    this.#frames = frames
    this.#apart = Math.max(1, Math.ceil(frames.length / KEPT_STATES))
    this.board = new BoardStore(this.#doc)
  }

  /** Show the board as it lay at the end of a frame; -1 is before anything lay there. */
  show(index: number): void {
    if (index === this.index) return
    const before = thereOn(this.board)
    const touched = index > this.index ? this.#forward(index) : this.#back(index)
    this.changed = difference(before, thereOn(this.board), touched)
    this.index = index
  }

  destroy(): void {
    this.board.destroy()
    this.#doc.destroy()
  }

  /** Apply what came since, as one change; gives which records were written. */
  #forward(index: number): Touched {
    return touchedBy(this.#doc, () => this.#apply(this.#doc, this.index, index))
  }

  /** Begin again at the nearest state that was kept. */
  #back(index: number): Touched {
    const kept = [...this.#states.keys()].filter((at) => at <= index)
    const nearest = kept.length ? Math.max(...kept) : -1
    const doc = new Y.Doc()
    const state = this.#states.get(nearest)
    if (state) Y.applyUpdate(doc, state)
    this.#apply(doc, nearest, index)
    this.board.follow(doc)
    this.#doc.destroy()
    this.#doc = doc
    return NOTHING
  }

  #apply(doc: Y.Doc, after: number, upto: number): void {
    for (let from = after + 1; from <= upto;) {
      const end = Math.min(upto, from - (from % this.#apart) + this.#apart - 1)
      doc.transact(() => {
        for (const { updates } of this.#frames.slice(from, end + 1))
          for (const update of updates) Y.applyUpdate(doc, update)
      })
      if (end % this.#apart === this.#apart - 1 && !this.#states.has(end))
        this.#states.set(end, Y.encodeStateAsUpdate(doc))
      from = end + 1
    }
  }
}
