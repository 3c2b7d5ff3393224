/** What stands in a record's `gone` when it is laid in the bin. */
import type * as Y from 'yjs'
import { registerKey, tieEnds } from './ids'
import type { RootName } from './schema.gen'
import type { Author, Id } from './types'
import { signature } from './write'

/** Who and when; of an actor also the ties of this moment, so that later ones speak for it. */
export function goneNow(doc: Y.Doc, author: Author, root: RootName, id: Id): object {
  const gone = { by: signature(author), when: new Date().toISOString() }
  return root === 'actors' ? { ...gone, seen: standingTies(doc, id) } : gone
}

function standingTies(doc: Y.Doc, id: Id): Id[] {
  const ties = doc.getMap('ties')
  const stands = (key: string) => tieEnds(key)?.includes(id) && !ties.get(registerKey(key, 'gone'))
  return [...ties.keys()].filter(stands).sort()
}
