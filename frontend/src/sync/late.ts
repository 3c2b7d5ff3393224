/** Slips that were written on the rim without a connection and come when the table has gone on. */
import { parseKey } from '../model/ids'
import type { Phase } from '../model/schema.gen'
import type { Id } from '../model/types'
import type { Unsent } from './unsent'

/** The new slips among what waits that were written on the rim, when that step is over. */
export function lateSlips(unsent: readonly Unsent[], phase: Phase): Id[] {
  if (phase === 'rim') return []
  return unsent
    .filter((one) => one.phase === 'rim')
    .flatMap((one) => one.changes)
    .filter(({ root, key, before }) => {
      const isBirth = parseKey(root, key)?.register === null
      return root === 'ingredients' && isBirth && before === undefined
    })
    .map(({ key }) => key)
}
