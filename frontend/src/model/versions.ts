/**
 * Second versions: when two people wrote the same text at the same time, both texts stay.
 *
 * Of one register the last write wins. The client whose own edit the server has not yet taken sees
 * that the other's was written without knowing it, and keeps what lost: a slip's words become a
 * slip of their own beside it, other words stand behind those that won. What it writes follows
 * from the two edits alone, so that two clients that both do it write the same.
 */
import { digest } from 'lib0/hash/sha256'
import * as Y from 'yjs'
import type { Change } from './changes'
import { fit } from './fit'
import { parseKey, registerKey } from './ids'
import { ROOTS, TEXT_LIMIT, type RootName } from './schema.gen'
import type { Author, Id, Point } from './types'
import { signature, whole, write, type Write } from './write'

/** Two texts that met in one register. */
export interface Meeting {
  readonly root: RootName
  readonly key: string
  readonly won: string
  readonly lost: string
  /** The write that lost, named alike on every replica. */
  readonly lostWrite: string
}

/** Origin of what this writes: nobody's deed, so it is not undone. */
export const SECOND_VERSION = 'second version'
const ID_LENGTH = 16
/** How far a second version lies from the first, in millimetres. */
const BESIDE: Point = [24, 24]

/** The meetings that a transaction brought about between what came in and our `unsent` changes. */
export function meetings(
  doc: Y.Doc,
  transaction: Y.Transaction,
  unsent: readonly Change[],
): Meeting[] {
  return [...mine(unsent)].flatMap(([, change]) => {
    const map = doc.getMap(change.root)
    if (!touches(transaction, map, change.key)) return []
    const meeting = meetingAt(map, transaction, change)
    return meeting && worthKeeping(meeting, change) ? [meeting] : []
  })
}

/** Keep both texts of each meeting. */
export function keepBoth(doc: Y.Doc, author: Author, met: readonly Meeting[]): void {
  if (!met.length) return
  doc.transact(() => {
    const writes = met.flatMap((meeting) => {
      return meeting.root === 'ingredients' ? slip(doc, meeting) : behind(author, meeting)
    })
    write(doc, author, 'keepBoth', writes)
  }, SECOND_VERSION)
}

/** Our last change of each text register. */
function mine(unsent: readonly Change[]): Map<string, Change> {
  const texts = unsent.filter(({ root, key, after }) => {
    const name = parseKey(root, key)?.register ?? ''
    const kinds = ROOTS[root].registers as Record<string, string>
    return kinds[name] === 'text' && typeof after === 'string'
  })
  return new Map(texts.map((change) => [change.root + ' ' + change.key, change]))
}

function touches(transaction: Y.Transaction, map: unknown, key: string): boolean {
  return [...transaction.changed].some(([type, keys]) => type === map && keys.has(key))
}

/** Follow the writes of a register, newest first, to where ours and theirs met. */
function meetingAt(map: Y.Map<unknown>, transaction: Y.Transaction, own: Change): Meeting | null {
  const { root, key } = own
  const writes = history(map, key)
  const cameIn = (item: Y.Item) =>
    item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
  const ours = writes.find((item) => !cameIn(item) && textOf(item) === own.after)
  const theirs = writes.find((item) => cameIn(item) && textOf(item) !== null)
  if (!ours || !theirs || writes.some((item) => cameIn(item) && knows(item, ours))) return null
  const [winner, loser] = writes[0] === ours ? [ours, theirs] : [theirs, ours]
  if (winner !== writes[0]) return null
  const lostWrite = `${root} ${key} ${loser.id.client} ${loser.id.clock}`
  return { root, key, won: textOf(winner)!, lost: textOf(loser)!, lostWrite }
}

function history(map: Y.Map<unknown>, key: string): Y.Item[] {
  const writes: Y.Item[] = []
  for (let item = map._map.get(key) ?? null; item; item = item.left) writes.push(item)
  return writes
}

/** Whether `later` was written by somebody who saw `earlier`. */
function knows(later: Y.Item, earlier: Y.Item): boolean {
  return later.origin !== null && Y.compareIDs(later.origin, earlier.lastId)
}

function textOf(item: Y.Item): string | null {
  const value: unknown = item.content.getContent().at(-1)
  return typeof value === 'string' ? value : null
}

function worthKeeping({ won, lost }: Meeting, { before }: Change): boolean {
  return lost.trim() !== '' && lost !== before && !won.includes(lost)
}

/** The lost words as a slip of their own beside the one that kept its words. */
function slip(doc: Y.Doc, { key, lost, lostWrite }: Meeting): Write[] {
  const first = parseKey('ingredients', key)!.id
  const slips = doc.getMap('ingredients')
  const birth = slips.get(first)
  if (!birth) return []
  const id = idFrom(lostWrite)
  const at = fit('point', slips.get(registerKey(first, 'at'))) as Point | undefined
  return [
    ['ingredients', id, birth],
    ['ingredients', registerKey(id, 'text'), lost],
    ['ingredients', registerKey(id, 'second_of'), first],
    ...(at ? [beside(id, at)] : []),
  ]
}

function beside(id: Id, at: Point): Write {
  return ['ingredients', registerKey(id, 'at'), whole([at[0] + BESIDE[0], at[1] + BESIDE[1]])]
}

/** The lost words behind those that won; if they do not fit there, as a slip. */
function behind(author: Author, { root, key, won, lost, lostWrite }: Meeting): Write[] {
  const long = root === 'stories' || root === 'invitations'
  const both = won + (long ? '\n\n' : ' / ') + lost
  if (both.length <= TEXT_LIMIT) return [[root, key, both]]
  const id = idFrom(lostWrite)
  return [
    ['ingredients', id, { seat: signature(author), pen: 'black' }],
    ['ingredients', registerKey(id, 'text'), lost],
  ]
}

/** An id that follows from a name. */
function idFrom(name: string): Id {
  const bytes = digest(new TextEncoder().encode(name)).slice(0, ID_LENGTH)
  return [...bytes].map((byte) => (byte % 36).toString(36)).join('')
}
