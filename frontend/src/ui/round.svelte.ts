/** Where a walk or a tour is, second by second. */
import { stopOf, type Round, type Stop } from '../sync/round'
import type { SessionState } from '../sync/session.svelte'

const TICK_MS = 500

/** Follows a round for as long as the component that calls this is there. */
export function follow(session: SessionState, round: () => Round | null): () => Stop | null {
  let at = $state.raw<Stop | null>(null)
  $effect(() => {
    const followed = round()
    const look = (): Stop | null => (at = stopOf(followed, session.now()))
    if (look() === null) return
    const timer = setInterval(look, TICK_MS)
    return () => clearInterval(timer)
  })
  return () => at
}
