/**
 * One document on this device with all that keeps it true: the connection, the copy kept here,
 * what waits to be stored, and second versions where two texts met.
 */
import * as Y from 'yjs'
import type { Phase } from '../model/schema.gen'
import type { Author, Id } from '../model/types'
import { keepBoth, meetings } from '../model/versions'
import type { State } from './connection'
import { localCopy, type LocalCopy } from './offline'
import { NO_STORE, Outbox, type UnsentStore } from './outbox'
import type { Presence } from './presence.svelte'
import type { Notice } from './protocol'
import { Link, type Socket } from './socket'
import type { Unsent } from './unsent'

export interface ReplicaOptions {
  board: Id
  participant: Id
  presence: Presence
  author: () => Author
  phase: () => Phase | null
  openSocket: (subprotocol: string) => Socket
  onState: (state: State) => void
  onSession: (session: Record<string, unknown>) => void
  onNotice: (notice: Notice) => void
  /** The board was renewed: this replica is of no use any more. */
  onRenew: () => void
  onEnd: (code: number, reason: string) => void
}

export class Replica {
  readonly doc = new Y.Doc()
  readonly link: Link
  /** When there is something to see: from the copy on this device, or the server's first state. */
  readonly seen: Promise<void>
  readonly #options: ReplicaOptions
  readonly #outbox: Outbox
  #copy: LocalCopy | null = null
  #see: () => void = () => {}
  /** Changes go to the store of this device from the moment that it is open. */
  #store: UnsentStore = NO_STORE

  constructor(options: ReplicaOptions) {
    this.#options = options
    this.seen = new Promise((resolve) => (this.#see = resolve))
    this.#outbox = new Outbox({
      doc: this.doc,
      author: options.author,
      phase: options.phase,
      onChange: (unsent) => this.#made(unsent),
    })
    this.link = new Link({
      ...options,
      doc: this.doc,
      unsent: () => this.#outbox.waiting,
      onState: (state) => this.#told(state),
      onStored: (keys) => this.#stored(keys),
    })
    options.presence.attach(this.doc.clientID, () => this.link.show())
    this.doc.on('afterTransaction', this.#keepBoth)
  }

  /** What the server has not stored yet, in the order it was made. */
  get unsent(): readonly Unsent[] {
    return this.#outbox.waiting
  }

  /** Open the copy on this device, then the connection. */
  async start(): Promise<void> {
    const { board, participant } = this.#options
    this.#copy = await localCopy(board, participant, this.doc)
    const [there, kept] = await Promise.all([this.#copy.loaded, this.#copy.unsent.load()])
    this.#store = this.#copy.unsent
    for (const made of this.#outbox.waiting) this.#store.put(made)
    this.link.found(this.#outbox.find(kept))
    if (there) this.#see()
    this.link.start()
  }

  /** Stop; with `forget` also take away the copy on this device. */
  async close(forget: boolean): Promise<void> {
    this.link.stop()
    this.#outbox.destroy()
    await (forget ? this.#copy?.clear() : this.#copy?.close())
    this.doc.destroy()
  }

  #made(unsent: Unsent): void {
    this.#store.put(unsent)
    this.link.changed(unsent)
  }

  #stored(keys: readonly string[]): void {
    this.#outbox.forget(keys)
    this.#store.delete(keys)
  }

  #told(state: State): void {
    if (state.synced) this.#see()
    this.#options.onState(state)
  }

  readonly #keepBoth = (transaction: Y.Transaction): void => {
    if (transaction.origin !== this.link) return
    const changes = this.unsent.flatMap((one) => one.changes)
    keepBoth(this.doc, this.#options.author(), meetings(this.doc, transaction, changes))
  }
}
