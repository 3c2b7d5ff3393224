/** The way in that a projector shows: asked for once, kept as long as this tab and as it holds. */
import type { WayIn } from '../../sync/api'

const MARGIN_MS = 10 * 60_000

/** The way in that is known here, or a new one. */
export async function keptWay(
  { id }: { readonly id: string },
  ask: () => Promise<WayIn>,
  store: Pick<Storage, 'getItem' | 'setItem'> = sessionStorage,
): Promise<WayIn> {
  const key = `tafelkleed.way.${id}`
  const kept = JSON.parse(store.getItem(key) ?? 'null') as WayIn | null
  if (kept && Date.parse(kept.expiresAt) - Date.now() > MARGIN_MS) return kept
  const way = await ask()
  store.setItem(key, JSON.stringify(way))
  return way
}
