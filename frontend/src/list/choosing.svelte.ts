/** Several things at a time: what was ticked on the list. */
import { SvelteSet } from 'svelte/reactivity'
import type { Id } from '../model/types'

export class Choosing {
  /** Whether the list shows boxes to tick. */
  on = $state(false)
  readonly ids = new SvelteSet<Id>()

  turn(on: boolean): void {
    this.on = on
    this.ids.clear()
  }

  tick(id: Id, chosen: boolean): void {
    if (chosen) this.ids.add(id)
    else this.ids.delete(id)
  }
}
