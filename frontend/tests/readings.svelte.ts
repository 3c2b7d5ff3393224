/** How often something that is shown would be drawn. */
import { flushSync } from 'svelte'

export interface Readings {
  count(): number
  stop(): void
}

/** Count how often `read` is called because what it read changed; the first time counts too. */
export function readings(read: () => unknown): Readings {
  let count = 0
  const stop = $effect.root(() => {
    $effect(() => {
      read()
      count++
    })
  })
  flushSync()
  return {
    count: () => {
      flushSync()
      return count
    },
    stop,
  }
}
