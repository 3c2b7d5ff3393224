/** What changed between two looks at a board: which records were written, what came and went. */
import type * as Y from 'yjs'
import { parseKey } from '../model/ids'
import { rootMaps } from '../model/follow'
import type { RootName } from '../model/schema.gen'
import type { Id } from '../model/types'

/** The kinds of things whose coming and going is told. */
export const TOLD = ['ingredients', 'actors', 'ties', 'involvements', 'strokes'] as const
export type Kind = (typeof TOLD)[number]
export type Change = Record<'added' | 'removed' | 'changed', number>
export type Changed = Partial<Record<Kind, Change>>
export type There = Record<Kind, ReadonlySet<Id>>
export type Touched = ReadonlyMap<RootName, ReadonlySet<Id>>

/** Give which of these things are there. */
export function thereOn(board: Record<Kind, ReadonlyMap<Id, unknown>>): There {
  return Object.fromEntries(
    TOLD.map((kind) => [kind, new Set(board[kind].keys())]),
  ) as unknown as There
}

/** Give which records of a document are written while `work` is done. */
export function touchedBy(doc: Y.Doc, work: () => void): Touched {
  const touched = new Map<RootName, Set<Id>>()
  const roots = rootMaps(doc)
  const note = ({ changed }: Y.Transaction) => {
    for (const [type, keys] of changed) {
      const root = roots.get(type)
      if (root) touched.set(root, new Set([...(touched.get(root) ?? []), ...idsIn(root, keys)]))
    }
  }
  doc.on('afterTransaction', note)
  work()
  doc.off('afterTransaction', note)
  return touched
}

function idsIn(root: RootName, keys: Iterable<string | null>): Id[] {
  return [...keys].flatMap((key) => {
    const parts = key === null ? null : parseKey(root, key)
    return parts ? [parts.id] : []
  })
}

/** Count per kind what came, what went, and what stayed but was written anew. */
export function difference(before: There, after: There, touched: Touched): Changed {
  const told: Changed = {}
  for (const kind of TOLD) {
    const [was, is] = [before[kind], after[kind]]
    const added = [...is].filter((id) => !was.has(id)).length
    const removed = [...was].filter((id) => !is.has(id)).length
    const changed = [...(touched.get(kind) ?? [])].filter((id) => was.has(id) && is.has(id)).length
    if (added || removed || changed) told[kind] = { added, removed, changed }
  }
  return told
}
