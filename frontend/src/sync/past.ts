/** The past of a board as the server sends it, and the steps in which it is played back. */

/** One kept change; `whole`: all there was by then, for no more is known of before. */
export interface PastRow {
  whole: boolean
  /** Milliseconds since 1970. */
  at: number
  update: Uint8Array
}
/** What changed within a moment: one step to look at. */
export interface Frame {
  at: number
  updates: readonly Uint8Array[]
}
/** What a facilitator set a step of the method to, and when. */
export interface Mark<P> {
  at: number
  phase: P
}

const HEAD_BYTES = 13
/** What comes within this belongs together: a slip and its place, a line and its ends. */
export const TOGETHER_MS = 1_000
/** A longer pause is played as one of this length. */
export const LONGEST_PAUSE_MS = 30_000

/** Read every row; a last one that was cut off is left out. */
export function readPast(bytes: Uint8Array): PastRow[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows: PastRow[] = []
  let at = 0
  while (at + HEAD_BYTES <= bytes.length) {
    const end = at + HEAD_BYTES + view.getUint32(at + 9)
    if (end > bytes.length) break
    const update = bytes.subarray(at + HEAD_BYTES, end)
    rows.push({ whole: view.getUint8(at) === 1, at: view.getFloat64(at + 1), update })
    at = end
  }
  return rows
}

/** Rows that came together become one frame, as old as the first of them. */
export function framesOf(rows: readonly PastRow[]): Frame[] {
  const frames: { at: number; updates: Uint8Array[] }[] = []
  for (const { at, update } of rows) {
    const last = frames.at(-1)
    if (last && at - last.at < TOGETHER_MS) last.updates.push(update)
    else frames.push({ at, updates: [update] })
  }
  return frames
}

/** When each frame comes while it is played, in milliseconds of the session, pauses cut short. */
export function playedAt(frames: readonly Frame[]): number[] {
  let gone = 0
  return frames.map(({ at }, n) => {
    if (n > 0) gone += Math.min(LONGEST_PAUSE_MS, Math.max(0, at - frames[n - 1]!.at))
    return gone
  })
}

/** The last of ascending moments that has come at `now`; -1 before the first. */
export function lastBefore(moments: readonly number[], now: number): number {
  let [from, to] = [0, moments.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (moments[middle]! <= now) from = middle + 1
    else to = middle
  }
  return from - 1
}

/** In which step of the method the table was at a moment, as far as that is known. */
export function phaseAt<P>(marks: readonly Mark<P>[], at: number): P | undefined {
  const ordered = [...marks].sort((a, b) => a.at - b.at)
  return ordered[
    lastBefore(
      ordered.map((mark) => mark.at),
      at,
    )
  ]?.phase
}
