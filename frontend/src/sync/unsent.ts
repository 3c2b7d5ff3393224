/** Changes of this device that the server has not stored yet, in the order they were made. */
import * as Y from 'yjs'
import type { Change } from '../model/changes'
import type { Phase } from '../model/schema.gen'
import type { Author } from '../model/types'

export interface Unsent {
  /** Names it in the store of this device. */
  readonly key: string
  /** When it was made, in milliseconds. */
  readonly at: number
  readonly author: Author
  readonly edit: string
  readonly changes: readonly Change[]
  readonly update: Uint8Array
  /** The step of the method in which it was made. */
  readonly phase: Phase | null
}

/** The most that goes into one message: well below what the server takes. */
const BYTES_AT_MOST = 128 * 1024
const CHANGES_AT_MOST = 500

/**
 * What to send a server that has `vector`: the difference in one piece, or, when it is long, the
 * unsent changes in their order, a few at a time.
 */
export function answerTo(doc: Y.Doc, vector: Uint8Array, unsent: readonly Unsent[]): Uint8Array[] {
  const difference = Y.encodeStateAsUpdate(doc, vector)
  const changes = unsent.reduce((sum, one) => sum + one.changes.length, 0)
  const short = difference.length <= BYTES_AT_MOST && changes <= CHANGES_AT_MOST
  if (short || !unsent.length) return [difference]
  return inParts(unsent).map((part) => Y.diffUpdate(part, vector))
}

/** The updates of consecutive changes, merged as far as the bounds allow. */
function inParts(unsent: readonly Unsent[]): Uint8Array[] {
  const parts: Unsent[][] = []
  let [bytes, changes] = [0, 0]
  for (const one of unsent) {
    bytes += one.update.length
    changes += one.changes.length
    const last = parts.at(-1)
    if (last && bytes <= BYTES_AT_MOST && changes <= CHANGES_AT_MOST) last.push(one)
    else {
      parts.push([one])
      ;[bytes, changes] = [one.update.length, one.changes.length]
    }
  }
  return parts.map((part) => Y.mergeUpdates(part.map((one) => one.update)))
}
