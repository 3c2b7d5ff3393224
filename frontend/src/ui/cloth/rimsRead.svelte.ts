/** Which rims somebody has walked to and read: kept for as long as this tab. */
import { SvelteSet } from 'svelte/reactivity'
import type { Id } from '../../model/types'

type Store = Pick<Storage, 'getItem' | 'setItem'>

export class RimsRead {
  readonly #read: SvelteSet<Id>
  readonly #store: Store
  readonly #key: string

  constructor(board: Id, store: Store = sessionStorage) {
    this.#store = store
    this.#key = `tafelkleed.read.${board}`
    this.#read = new SvelteSet((store.getItem(this.#key) ?? '').split(' ').filter(Boolean))
  }

  add(seat: Id): void {
    this.#read.add(seat)
    this.#store.setItem(this.#key, [...this.#read].join(' '))
  }

  /** How many of these rims were read. */
  among(seats: readonly Id[]): number {
    return seats.filter((seat) => this.#read.has(seat)).length
  }
}
