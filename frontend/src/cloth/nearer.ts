import type { Id } from '../model/types'

/** One step from what is there to what is wanted, `pace` out and in; null when all is well. */
export function nearer(
  there: readonly Id[],
  wanted: readonly Id[],
  pace: number,
  most: number,
): readonly Id[] | null {
  const [has, wants] = [new Set(there), new Set(wanted)]
  const coming = wanted.filter((id) => !has.has(id))
  const going = there.filter((id) => !wants.has(id))
  if (coming.length === 0 && going.length === 0) return null
  const leaving = new Set(going.slice(0, pace))
  const staying = there.filter((id) => !leaving.has(id))
  const room = Math.min(pace, Math.max(0, most - staying.length))
  return [...staying, ...coming.slice(0, room)]
}
