/** Things on their way to the screen: a few per frame, so that no frame has to lay many at once. */
import { flushSync } from 'svelte'
import type { Id } from '../model/types'
import { nearer } from './nearer'

/** What laying things down may take of one frame. */
const SHARE_MS = 5
const LEAST = 2
const MOST_A_FRAME = 60

export class Gradual {
  /** What is on the screen now. */
  ids = $state.raw<readonly Id[]>([])
  readonly #most: number
  #wanted: readonly Id[] = []
  #pace = 12
  #frame = 0

  /** Never more than `most` at once, those on their way out included. */
  constructor(most: number) {
    this.#most = most
  }

  /** These, nearest first, and no others. */
  want(ids: readonly Id[]): void {
    this.#wanted = ids
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#step)
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
  }

  readonly #step = (): void => {
    this.#frame = 0
    const next = nearer(this.ids, this.#wanted, this.#pace, this.#most)
    if (next === null) return
    const start = performance.now()
    this.ids = next
    flushSync()
    const took = performance.now() - start
    const pace = took > SHARE_MS ? this.#pace / 2 : this.#pace + 2
    this.#pace = Math.round(Math.min(MOST_A_FRAME, Math.max(LEAST, pace)))
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#step)
  }
}
