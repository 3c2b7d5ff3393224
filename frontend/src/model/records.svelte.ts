/**
 * Reactive records: small objects that stay the same object while their values are renewed.
 *
 * Reading any property subscribes to the record as a whole: one signal each, so that ten thousand
 * records stay light. They read, spread and compare like plain objects; nobody can write to them.
 */
import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import type { Id } from './types'
import { same } from './write'

class Cell<T extends object> {
  now: T = $state.raw() as T
  constructor(values: T) {
    this.now = values
  }
}

const reading: ProxyHandler<Cell<object>> = {
  get: (cell, name) => Reflect.get(cell.now, name),
  has: (cell, name) => Reflect.has(cell.now, name),
  ownKeys: (cell) => Reflect.ownKeys(cell.now),
  getOwnPropertyDescriptor: (cell, name) => {
    const found = Reflect.getOwnPropertyDescriptor(cell.now, name)
    return found && { ...found, configurable: true }
  },
  getPrototypeOf: () => Object.prototype,
  set: () => false,
  defineProperty: () => false,
  deleteProperty: () => false,
}

/** One record by itself, and the way to renew it. */
export class Single<T extends object> {
  readonly record: T
  readonly #cell: Cell<T>

  constructor(values: T) {
    this.#cell = new Cell(values)
    this.record = new Proxy(this.#cell, reading as ProxyHandler<Cell<T>>) as unknown as T
  }

  get values(): T {
    return this.#cell.now
  }

  renew(values: T): void {
    if (!same(this.#cell.now, values)) this.#cell.now = values
  }
}

/** The records of one kind by id; `all` is what the screen reads. */
export class Records<T extends object> {
  readonly all = new SvelteMap<Id, T>()
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- the screen reads `all`
  readonly #singles = new Map<Id, Single<T>>()

  /** A record's values as they are now, without subscribing to anything. */
  peek(id: Id): T | null {
    return this.#singles.get(id)?.values ?? null
  }

  put(id: Id, values: T | null): void {
    const there = this.#singles.get(id)
    if (values && there) there.renew(values)
    else if (values) this.#add(id, new Single(values))
    else if (there) this.#drop(id)
  }

  #add(id: Id, single: Single<T>): void {
    this.#singles.set(id, single)
    this.all.set(id, single.record)
  }

  #drop(id: Id): void {
    this.#singles.delete(id)
    this.all.delete(id)
  }
}

const NONE: ReadonlySet<Id> = new Set()

/** Which records stand under which key: the ties of a thing, the slips of a seat. */
export class Index {
  readonly #groups = new SvelteMap<Id, SvelteSet<Id>>()

  of(key: Id): ReadonlySet<Id> {
    return this.#groups.get(key) ?? NONE
  }

  /** Take `id` from the keys it stood under and put it under the ones it has now. */
  move(id: Id, before: readonly Id[], after: readonly Id[]): void {
    for (const key of before) if (!after.includes(key)) this.#groups.get(key)?.delete(id)
    for (const key of after) if (!before.includes(key)) this.#group(key).add(id)
  }

  #group(key: Id): SvelteSet<Id> {
    const there = this.#groups.get(key)
    if (there) return there
    const made = new SvelteSet<Id>()
    this.#groups.set(key, made)
    return made
  }
}
