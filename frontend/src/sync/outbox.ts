/** Takes note of every change made here, and keeps it until the server has stored it. */
import type * as Y from 'yjs'
import { changesOf, type Change } from '../model/changes'
import type { Phase } from '../model/schema.gen'
import type { Author } from '../model/types'
import type { Unsent } from './unsent'

/** Where unsent changes are kept on this device, over a reload. */
export interface UnsentStore {
  load(): Promise<Unsent[]>
  put(unsent: Unsent): void
  delete(keys: readonly string[]): void
}

/** A device that keeps nothing: a shared one, or one without a store. */
export const NO_STORE: UnsentStore = {
  load: () => Promise.resolve([]),
  put: () => {},
  delete: () => {},
}

export interface OutboxOptions {
  doc: Y.Doc
  author: () => Author
  phase: () => Phase | null
  onChange: (unsent: Unsent) => void
}

export class Outbox {
  #waiting: readonly Unsent[] = []
  #made = 0
  readonly #changes = new WeakMap<Y.Transaction, Change[]>()
  readonly #options: OutboxOptions

  constructor(options: OutboxOptions) {
    this.#options = options
    options.doc.on('afterTransaction', this.#look)
    options.doc.on('update', this.#take)
  }

  destroy(): void {
    this.#options.doc.off('afterTransaction', this.#look)
    this.#options.doc.off('update', this.#take)
  }

  /** Everything that waits, in the order it was made. */
  get waiting(): readonly Unsent[] {
    return this.#waiting
  }

  /** Take in what was kept from an earlier time; gives what was not known yet. */
  find(kept: readonly Unsent[]): readonly Unsent[] {
    const known = new Set(this.#waiting.map((one) => one.key))
    const found = kept.filter((one) => !known.has(one.key)).sort((a, b) => a.at - b.at)
    this.#waiting = [...found, ...this.#waiting]
    return found
  }

  forget(keys: readonly string[]): void {
    const stored = new Set(keys)
    this.#waiting = this.#waiting.filter((one) => !stored.has(one.key))
  }

  /** What was overwritten is gone when the update comes, so look before. */
  readonly #look = (transaction: Y.Transaction): void => {
    if (transaction.local) this.#changes.set(transaction, changesOf(this.#options.doc, transaction))
  }

  readonly #take = (
    update: Uint8Array,
    _origin: unknown,
    doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (!transaction.local) return
    const { author, phase, onChange } = this.#options
    const unsent: Unsent = {
      key: `${doc.clientID}-${++this.#made}`,
      at: Date.now(),
      author: author(),
      edit: String(transaction.meta.get('edit') ?? ''),
      changes: this.#changes.get(transaction) ?? [],
      update,
      phase: phase(),
    }
    this.#waiting = [...this.#waiting, unsent]
    onChange(unsent)
  }
}
