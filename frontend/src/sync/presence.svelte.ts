/** Who else is here and what they are doing: cursors, drags, wet ink, what they are writing. */
import { SvelteMap } from 'svelte/reactivity'
import type { Pen } from '../model/schema.gen'
import type { Id, Point } from '../model/types'
import type { Role } from './session.svelte'

export interface WetInk {
  id: Id
  pen: Pen
  width: number
  points: readonly Point[]
}
/** What one peer shows the others; what is left out or null is not shown. */
export interface Doing {
  cursor?: Point | null
  /** Where things are that are being dragged now. */
  drag?: Readonly<Record<Id, Point>> | null
  ink?: WetInk | null
  /** The register that is being written: `root/key`. */
  editing?: string | null
  selection?: readonly Id[] | null
  /** At whose rim the peer stands. */
  view?: { seat: Id | null } | null
}
export interface Other extends Doing {
  /** The presence id: one per connection. */
  key: number
  user: { id: Id; name: string; seat: Id | null; role: Role }
}

export class Presence {
  /** By presence id. */
  readonly others = new SvelteMap<number, Other>()
  readonly #show: (doing: Doing) => void

  constructor(show: (doing: Doing) => void) {
    this.#show = show
  }

  /** Show the others what this person does; properties left out stay as they were. */
  set(doing: Doing): void {
    this.#show(doing)
  }
}
