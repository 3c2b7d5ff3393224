/**
 * The copy on this device: the document and what the server has not stored, per board and person.
 *
 * It is made only where one person uses the device; on a device marked as shared nothing is kept.
 */
import * as idb from 'lib0/indexeddb'
import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import type { Id } from '../model/types'
import { NO_STORE, type UnsentStore } from './outbox'
import type { Unsent } from './unsent'

const SHARED = 'tafelkleed.shared'
const WAITING = 'waiting'

export interface LocalCopy {
  /** When the copy is in the document; true when there was one. */
  readonly loaded: Promise<boolean>
  readonly unsent: UnsentStore
  /** Stop keeping; what is kept stays. */
  close(): Promise<void>
  /** Stop keeping and take away what was kept. */
  clear(): Promise<void>
}

/** Whether this device is used by more than one person. */
export function isShared(): boolean {
  return globalThis.localStorage?.getItem(SHARED) === 'yes'
}

/** Mark this device as shared, or as one's own. */
export function markShared(shared: boolean): void {
  if (shared) localStorage.setItem(SHARED, 'yes')
  else localStorage.removeItem(SHARED)
}

const NOTHING: LocalCopy = {
  loaded: Promise.resolve(false),
  unsent: NO_STORE,
  close: () => Promise.resolve(),
  clear: () => Promise.resolve(),
}

/** Keep a copy of `doc` for this person on this device, if the device may and can. */
export async function localCopy(board: Id, participant: Id, doc: Y.Doc): Promise<LocalCopy> {
  const names = namesOf(board, participant)
  const waiting = isShared() ? null : await openWaiting(names.unsent)
  if (!waiting) return NOTHING
  const kept = new IndexeddbPersistence(names.doc, doc)
  const close = async () => {
    waiting.close()
    await kept.destroy()
  }
  return {
    loaded: kept.whenSynced.then(() => doc.store.clients.size > 0),
    unsent: unsentIn(waiting),
    close,
    clear: async () => {
      await close()
      await clearCopy(board, participant)
    },
  }
}

/** Take away what is kept of a board for a person. */
export async function clearCopy(board: Id, participant: Id): Promise<void> {
  const names = namesOf(board, participant)
  await Promise.all([idb.deleteDB(names.doc), idb.deleteDB(names.unsent)])
}

function namesOf(board: Id, participant: Id): { doc: string; unsent: string } {
  const name = `tafelkleed/${board}/${participant}`
  return { doc: name, unsent: name + '/unsent' }
}

/** The database of what waits; null where the browser keeps nothing (as in a private window). */
async function openWaiting(name: string): Promise<IDBDatabase | null> {
  try {
    return await idb.openDB(name, (database) => idb.createStores(database, [[WAITING]]))
  } catch {
    return null
  }
}

function unsentIn(database: IDBDatabase): UnsentStore {
  const store = () => idb.transact(database, [WAITING])[0]!
  return {
    load: async () => (await idb.getAll(store())) as unknown as Unsent[],
    put: (unsent) => void idb.put(store(), unsent as never, unsent.key).catch(lost),
    delete: (keys) => {
      const there = store()
      for (const key of keys) void idb.del(there, key).catch(lost)
    },
  }
}

/** The page goes on without the copy; the server has the last word anyway. */
function lost(fault: unknown): void {
  console.error('this device could not keep a change', fault)
}
