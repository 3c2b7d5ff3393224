/** From a Yjs document to its registers: all of them at first, then those that change. */
import type * as Y from 'yjs'
import type { Register } from './ledger'
import { ROOTS, type RootName } from './schema.gen'

type RootMap = Y.Map<unknown>

/** Give all registers of `doc` to `take`, and again those that each transaction changes. */
export function follow(doc: Y.Doc, take: (registers: Iterable<Register>) => void): () => void {
  const roots = rootMaps(doc)
  take(everything(roots))
  const onTransaction = (transaction: Y.Transaction) => {
    if (transaction.changed.size) take(changed(roots, transaction))
  }
  doc.on('afterTransaction', onTransaction)
  return () => doc.off('afterTransaction', onTransaction)
}

/** The root maps of a document with their names. */
export function rootMaps(doc: Y.Doc): Map<unknown, RootName> {
  return new Map((Object.keys(ROOTS) as RootName[]).map((name) => [doc.getMap(name), name]))
}

function* everything(roots: Map<unknown, RootName>): Generator<Register> {
  for (const [map, root] of roots) {
    for (const [key, value] of (map as RootMap).entries()) yield [root, key, value]
  }
}

function* changed(roots: Map<unknown, RootName>, transaction: Y.Transaction): Generator<Register> {
  for (const [type, keys] of transaction.changed) {
    const root = roots.get(type)
    for (const key of root ? keys : []) {
      if (key !== null) yield [root!, key, (type as unknown as RootMap).get(key)]
    }
  }
}
