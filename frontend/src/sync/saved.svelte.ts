/** Whether what is written here is safe with the server, in the four states of the chip. */
import { savedIn, type State } from './connection'

export type SavedState = ReturnType<typeof savedIn>

export class Saved {
  #state: SavedState = $state('busy')
  #unsent = $state(0)
  #since: number | null = $state(null)
  #reason: string | null = $state(null)

  get state(): SavedState {
    return this.#state
  }
  /** How many changes of this device the server has not stored yet. */
  get unsent(): number {
    return this.#unsent
  }
  /** Since when the oldest of them waits. */
  get since(): Date | null {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew at each reading
    return this.#since === null ? null : new Date(this.#since)
  }
  /** Why the last write was refused, in the server's words. */
  get reason(): string | null {
    return this.#reason
  }

  tell(state: State): void {
    this.#state = savedIn(state)
    this.#unsent = state.waiting.length
    this.#since = state.waiting[0]?.at ?? null
    this.#reason = state.refused?.text ?? null
  }
}
