/** Which two moments are compared, kept in the address so that it can be shared and gone back to. */
import type { SnapshotInfo } from '../../sync/api'

/** The cloth as it lies there now. */
export const NOW = 'now'

/** Ids of snapshots, or `NOW`. */
export interface Pair {
  from: string
  to: string
}

/** The pair that an address asks for. */
export function pairOf(search: string): Pair | undefined {
  const asked = new URLSearchParams(search)
  const [from, to] = [asked.get('van'), asked.get('tot')]
  return from && to ? { from, to } : undefined
}

/** The query of an address with this pair in it; the rest stays. */
export function pairQuery(search: string, pair: Pair): string {
  const query = new URLSearchParams(search)
  query.set('van', pair.from)
  query.set('tot', pair.to)
  return `?${query}`
}

/** The moments that a moment can be seen beside: those before it, the latest first. */
export function before(taken: readonly SnapshotInfo[], id: string): SnapshotInfo[] {
  const at = taken.find((one) => one.id === id)?.takenAt ?? ''
  return taken.filter((one) => one.takenAt < at).sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1))
}

/** What is most likely wanted: the last two moments, or the last against now. */
export function firstPair(taken: readonly SnapshotInfo[], now: boolean): Pair | undefined {
  const order = [...taken].sort((a, b) => (a.takenAt < b.takenAt ? -1 : 1))
  const last = order.at(-1)
  const before = order.at(-2)
  if (last && before) return { from: before.id, to: last.id }
  return last && now ? { from: last.id, to: NOW } : undefined
}
