/** Things that others are dragging lie where their hands are. */
import type { Id, Point } from '../model/types'
import type { Desk } from './desk.svelte'

/** How long a thing stays where it was let go while its new place is on its way to us. */
const LINGER_MS = 1500

/** Follows the drags of others for as long as the component that calls this is there. */
export function followDrags(desk: Desk): void {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- only this function reads it
  const moving = new Map<Id, ReturnType<typeof setTimeout> | null>()
  $effect(() => {
    const now = drags(desk)
    for (const [id, at] of Object.entries(now)) {
      clearTimeout(moving.get(id) ?? undefined)
      moving.set(id, null)
      desk.scene.move(id, at)
    }
    for (const [id, timer] of moving)
      if (!(id in now) && timer === null)
        moving.set(
          id,
          setTimeout(() => letGo(id), LINGER_MS),
        )
  })
  $effect(() => () => {
    for (const timer of moving.values()) clearTimeout(timer ?? undefined)
  })

  function letGo(id: Id): void {
    moving.delete(id)
    desk.scene.settle(id)
  }
}

/** Everything that others drag now and that may be seen. */
function drags(desk: Desk): Record<Id, Point> {
  const all = desk.others.map(({ drag }) => drag ?? {})
  return Object.assign({}, ...all) as Record<Id, Point>
}
