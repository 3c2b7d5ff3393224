/** A screen that waits to be paired: it shows digits and asks now and then whether they were typed. */
import { paired, Problem, showDigits } from '../../sync/api'
import type { Id } from '../../model/types'

const ASK_MS = 2_000
const RETRY_MS = 10_000

interface Hears {
  /** The digits to show; null while there are none to be had. */
  onDigits: (digits: string | null) => void
  onPaired: (board: Id) => void
}

/** Waits until the screen is paired, with new digits whenever the old ones end; gives how to stop. */
export function waitForPairing({ onDigits, onPaired }: Hears): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false
  let secret: string | null = null

  async function look(): Promise<number> {
    if (secret === null) {
      const shown = await showDigits()
      secret = shown.secret
      onDigits(shown.code)
      return ASK_MS
    }
    const { board } = await paired(secret)
    if (board !== null && !over) onPaired(board)
    return board === null ? ASK_MS : Infinity
  }

  /** Digits that ended are forgotten; a server that is away keeps them, it may come back. */
  function refused(error: unknown): number {
    const ended = error instanceof Problem && !error.passes && secret !== null
    if (ended) secret = null
    else if (secret === null) onDigits(null)
    return ended ? 0 : RETRY_MS
  }

  async function go(): Promise<void> {
    const wait = await look().catch(refused)
    if (!over && wait < Infinity) timer = setTimeout(() => void go(), wait)
  }

  void go()
  return () => {
    over = true
    clearTimeout(timer)
  }
}
