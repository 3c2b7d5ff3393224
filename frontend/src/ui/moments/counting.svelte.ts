/** The position structure of the open board, counted again by the server after each change. */
import type { Structure } from './structure'

const REST_MS = 700

/**
 * Counts along: when the cloth has been at rest for a moment, the newest structure is asked for.
 * One question at a time; what changed meanwhile is asked for afterwards.
 */
export class Counting {
  structure: Structure | undefined = $state.raw()
  failure: unknown = $state.raw()
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking = false
  #again = false
  readonly #structureNow: () => Promise<unknown>

  constructor(structureNow: () => Promise<unknown>) {
    this.#structureNow = structureNow
  }

  /** The cloth changed; counts when it rests. */
  changed(): void {
    this.stop()
    this.#timer = setTimeout(() => void this.#ask(), REST_MS)
  }

  /** Counts now, for instance because the thresholds changed. */
  now(): void {
    void this.#ask()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  async #ask(): Promise<void> {
    if (this.#asking) {
      this.#again = true
      return
    }
    this.#asking = true
    try {
      this.structure = (await this.#structureNow()) as Structure
      this.failure = undefined
    } catch (error) {
      this.failure = error
    }
    this.#asking = false
    if (!this.#again) return
    this.#again = false
    await this.#ask()
  }
}
