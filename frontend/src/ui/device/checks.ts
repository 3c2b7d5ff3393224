/** What this device can do for the cloth: asked of the browser, and given as plain answers. */

export type Answer = 'yes' | 'no' | 'waiting'

/** Whether the browser counts this connection as safe. */
export const isSecure = (): Answer => (globalThis.isSecureContext ? 'yes' : 'no')

/** Whether the screen can be kept awake. */
export const canStayAwake = (): Answer => ('wakeLock' in navigator ? 'yes' : 'no')

/** Whether a copy can be kept here: tried, for a private window only says so when asked. */
export function canKeep(name = 'tafelkleed/check'): Promise<Answer> {
  return new Promise((resolve) => {
    try {
      const asked = indexedDB.open(name)
      asked.onerror = () => resolve('no')
      asked.onsuccess = () => {
        asked.result.close()
        indexedDB.deleteDatabase(name)
        resolve('yes')
      }
    } catch {
      resolve('no')
    }
  })
}

/** How long the server takes to answer, in milliseconds; null when it does not. */
export async function roundTrip(ask: () => Promise<boolean>): Promise<number | null> {
  const times: number[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    const from = performance.now()
    if (!(await ask().catch(() => false))) return null
    times.push(performance.now() - from)
  }
  return Math.round(Math.min(...times))
}

/** Asks the server whether it is there. */
export const askServer = async (): Promise<boolean> =>
  (await fetch('/health/live', { cache: 'no-store' })).ok

/** With what people touch: the kinds of pointer that were seen, in the order they came. */
export type Pointing = 'mouse' | 'touch' | 'pen'

export function seenPointers(
  seen: readonly Pointing[],
  { pointerType }: { pointerType: string },
): readonly Pointing[] {
  const known = (['mouse', 'touch', 'pen'] as const).find((kind) => kind === pointerType)
  return known === undefined || seen.includes(known) ? seen : [...seen, known]
}
