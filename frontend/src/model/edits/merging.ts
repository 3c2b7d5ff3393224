/** Two seats that turn out to be one: what lay at the one becomes the other's, and back. */
import type * as Y from 'yjs'
import { goneNow } from '../gone'
import { parseKey, registerKey } from '../ids'
import { ROOTS, type RootName } from '../schema.gen'
import type { Author, Id, Point } from '../types'
import { same, write, whole, writesOf, type Write } from '../write'

/** Where what lay at the one seat comes to lie at the other's; ink as packed points. */
export interface Laid {
  places: ReadonlyMap<Id, Point>
  inks: ReadonlyMap<Id, Uint8Array>
}
/** What a register held before and after, so that the merge can be taken back. */
export interface Taken {
  readonly was: readonly Write[]
  readonly became: readonly Write[]
}

const ROOT_NAMES = Object.keys(ROOTS) as RootName[]

/**
 * Make everything of the seat `from` be of the seat `into`, and take the empty seat away.
 *
 * The one edit that changes birth values: slips, ink and the mark of who wrote something stand in
 * them. Gives what `unmergeSeats` needs to take it back.
 */
export function mergeSeats(doc: Y.Doc, author: Author, from: Id, into: Id, laid: Laid): Taken {
  if (from === into) return { was: [], became: [] }
  const became = [
    ...ROOT_NAMES.flatMap((root) => renamed(doc, root, from, into, laid)),
    ...[...laid.places].map(([id, at]): Write => ['ingredients', registerKey(id, 'at'), whole(at)]),
    ...actorOf(doc, from, into),
    ...writesOf('seats', from, { gone: goneNow(doc, author, 'seats', from) }),
  ]
  const was = became.map(([root, key]): Write => [root, key, doc.getMap(root).get(key)])
  write(doc, author, 'mergeSeats', became)
  return { was, became }
}

/** Take a merge back, save where somebody has since written something else. */
export function unmergeSeats(doc: Y.Doc, author: Author, { was, became }: Taken): void {
  const stands = became.map(([root, key, value]) => same(doc.getMap(root).get(key), value))
  write(
    doc,
    author,
    'unmergeSeats',
    was.filter((_, index) => stands[index]),
  )
}

/** The writes that put `into` wherever a root speaks of `from`. */
function renamed(doc: Y.Doc, root: RootName, from: Id, into: Id, { inks }: Laid): Write[] {
  return [...doc.getMap(root)].flatMap(([key, value]): Write[] => {
    const parts = parseKey(root, key)
    if (!parts || root === 'seats') return []
    const kinds = ROOTS[root] as { registers: Record<string, string> }
    const kind = parts.register === null ? 'birth' : kinds.registers[parts.register]
    const ink = root === 'strokes' && kind === 'birth' ? inks.get(key) : undefined
    const next = spoken(kind, value, from, into)
    if (next === value) return []
    return [[root, key, ink ? { ...(next as object), points: ink } : next]]
  })
}

/** A value with another id where it names a seat: as an id, in a birth, or as who threw it away. */
function spoken(kind: string | undefined, value: unknown, from: Id, into: Id): unknown {
  if (kind === 'id') return value === from ? into : value
  if ((kind !== 'birth' && kind !== 'gone') || typeof value !== 'object' || !value) return value
  const entries = Object.entries(value)
  if (!entries.some(([, field]) => field === from)) return value
  return Object.fromEntries(entries.map(([name, field]) => [name, field === from ? into : field]))
}

/** Who sits there as a party to the theme goes along, unless the other seat has somebody. */
function actorOf(doc: Y.Doc, from: Id, into: Id): Write[] {
  const seats = doc.getMap('seats')
  const actor = seats.get(registerKey(from, 'actor'))
  if (typeof actor !== 'string' || seats.get(registerKey(into, 'actor'))) return []
  return writesOf('seats', into, { actor })
}
