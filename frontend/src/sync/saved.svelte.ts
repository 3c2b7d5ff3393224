/** Whether what is written here is safe with the server, in the four states of the chip. */

export type SavedState = 'saved' | 'busy' | 'offline' | 'refused'

export class Saved {
  state: SavedState = $state('offline')
  /** How many changes of this device the server has not stored yet. */
  unsent = $state(0)
  /** Since when the oldest of them waits. */
  since: Date | null = $state.raw(null)
  /** Why the last write was refused, in the server's words. */
  reason: string | null = $state(null)
}
