/** What a transaction did to the registers, as plain values. */
import * as Y from 'yjs'
import { rootMaps } from './follow'
import { parseKey } from './ids'
import type { RootName } from './schema.gen'
import type { Author, Id } from './types'

/** One register before and after; undefined: the key was not there. */
export interface Change {
  readonly root: RootName
  readonly key: string
  readonly before: unknown
  readonly after: unknown
}

/** A transaction that a person at this screen made. */
export interface Deed {
  readonly author: Author
  /** The name of the edit that did it, or of the first of several. */
  readonly edit: string
  readonly changes: readonly Change[]
}

/**
 * The changes of a transaction. Only while it is being told (`afterTransaction`): later what was
 * overwritten is gone.
 */
export function changesOf(doc: Y.Doc, transaction: Y.Transaction): Change[] {
  const roots = rootMaps(doc)
  return [...transaction.changed].flatMap(([type, keys]) => {
    const root = roots.get(type)
    if (!root) return []
    const map = type as unknown as Y.Map<unknown>
    const changed = new Y.YMapEvent(map, transaction, keys).keys
    return [...changed].map(([key, { oldValue }]): Change => {
      return { root, key, before: oldValue, after: map.get(key) }
    })
  })
}

/** What a transaction was as a person's deed; null when it came from elsewhere. */
export function deedOf(doc: Y.Doc, transaction: Y.Transaction): Deed | null {
  const author: unknown = transaction.origin
  if (!isAuthor(author)) return null
  const edit = String(transaction.meta.get('edit') ?? '')
  const changes = changesOf(doc, transaction)
  return changes.length ? { author, edit, changes } : null
}

/** The records that changes are about, each once. */
export function recordsIn(changes: readonly Change[]): Id[] {
  const ids = changes.map(({ root, key }) => parseKey(root, key)?.id ?? '')
  return [...new Set(ids)].filter((id) => id !== '')
}

function isAuthor(origin: unknown): origin is Author {
  if (typeof origin !== 'object' || origin === null) return false
  return 'participant' in origin && 'seat' in origin
}
