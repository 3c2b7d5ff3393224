/** One tab of one person writes at a board at a time; another can take over. */

export interface Turn {
  /** Let another tab have it. */
  release(): void
}

/** A tab that is being reloaded lets go a moment after the new page asks. */
const PATIENCE_MS = 800
const FREE: Turn = { release: () => {} }

interface Wishes {
  /** Take it from the tab that has it. */
  force?: boolean
  /** Another tab took it. */
  onLost: () => void
}

/** The turn to write under a name on this device; null when another tab has it and keeps it. */
export function takeTurn(name: string, { force = false, onLost }: Wishes): Promise<Turn | null> {
  // only browsers on a secure connection keep count of tabs; elsewhere nobody is asked anything
  const locks = (navigator as Partial<Navigator>).locks
  if (!locks) return Promise.resolve(FREE)
  const how = force ? { steal: true } : { signal: AbortSignal.timeout(PATIENCE_MS) }
  return new Promise((resolve) => {
    let held = false
    const holding = locks.request(name, how, () => {
      held = true
      return new Promise<void>((release) => resolve({ release }))
    })
    holding.catch(() => (held ? onLost() : resolve(null)))
  })
}
