/** Who else is here and what they are doing: cursors, drags, wet ink, what they are writing. */
import { SvelteMap } from 'svelte/reactivity'
import type { Pen } from '../model/schema.gen'
import type { Id, Point } from '../model/types'
import type { Shown } from './protocol'
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
export interface User {
  id: Id
  name: string
  seat: Id | null
  role: Role
}
export interface Other extends Doing {
  /** The presence id: one per connection. */
  key: number
  user: User
}

/** At most twenty a second. */
const BEAT_MS = 50

export class Presence {
  /** By presence id. */
  readonly others = new SvelteMap<number, Other>()
  /** Who was ever seen under a presence id, so that their writes have a name. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- asked for, not shown
  readonly #seen = new Map<number, User>()
  #own: Doing = {}
  #clock = 0
  #sentAt = 0
  #due: ReturnType<typeof setTimeout> | undefined
  #key = 0
  #send: () => void = () => {}

  /** Show the others what this person does; properties left out stay as they were. */
  set(doing: Doing): void {
    this.#own = Object.fromEntries(
      Object.entries({ ...this.#own, ...doing }).filter(([, value]) => value !== null),
    )
    this.#due ??= setTimeout(this.#beat, Math.max(0, this.#sentAt + BEAT_MS - Date.now()))
  }

  /** The person behind a client id, if they were ever seen here. */
  userOf(key: number): User | null {
    return this.#seen.get(key) ?? null
  }

  /** Say how to send, and under which presence id. */
  attach(key: number, send: () => void): void {
    this.#key = key
    this.#send = send
  }

  destroy(): void {
    clearTimeout(this.#due)
    this.#send = () => {}
  }

  /** What to send now. */
  shown(): Shown {
    return { key: this.#key, clock: ++this.#clock, state: hidden() ? {} : { ...this.#own } }
  }

  /** Take in what others show. */
  take(shown: readonly Shown[]): void {
    for (const { key, state } of shown) {
      const other = key === this.#key || state === null ? null : otherFrom(key, state)
      if (other) this.#meet(other)
      else this.others.delete(key)
    }
  }

  /** The connection is gone: nobody is seen. */
  alone(): void {
    this.others.clear()
  }

  #meet(other: Other): void {
    this.#seen.set(other.key, other.user)
    this.others.set(other.key, other)
  }

  readonly #beat = (): void => {
    this.#due = undefined
    this.#sentAt = Date.now()
    if (!hidden()) this.#send()
  }
}

/** A page that nobody looks at shows nothing of what its person does. */
function hidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden'
}

/** A peer's state; null when it does not say who it is. */
function otherFrom(key: number, state: Record<string, unknown>): Other | null {
  const user = state.user as Partial<User> | undefined
  if (typeof user?.id !== 'string') return null
  const { id, name = '', seat = null, role = 'participant' } = user
  const drag = Object.entries((state.drag ?? {}) as object).map(([one, at]) => [one, pointOf(at)])
  return {
    ...(state as Doing),
    key,
    cursor: pointOf(state.cursor),
    drag: Object.fromEntries(drag),
    user: { id, name, seat, role },
  }
}

/** A point as [x, y], also when it came as an object. */
function pointOf(value: unknown): Point | null {
  if (Array.isArray(value)) return [Number(value[0]), Number(value[1])]
  if (typeof value !== 'object' || value === null) return null
  const { x, y } = value as { x?: unknown; y?: unknown }
  return [Number(x), Number(y)]
}
