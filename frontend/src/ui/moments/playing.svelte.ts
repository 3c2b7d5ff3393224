/** Playing a past: which frame is shown, whether it runs, and how fast. */
import { lastBefore, playedAt, type Frame } from '../../sync/past'
import type { Replay } from '../../sync/replay.svelte'

/** How many seconds of the session go by in one. */
export const SPEEDS = ['5', '20', '60', '240'] as const
export type Speed = (typeof SPEEDS)[number]

export class Playing {
  running = $state(false)
  speed = $state<Speed>('20')

  readonly frames: readonly Frame[]
  readonly #replay: Replay
  readonly #times: readonly number[]
  /** Where it is, in milliseconds of the session without its long pauses. */
  #now = 0
  #tick = 0

  constructor(frames: readonly Frame[], replay: Replay) {
    this.frames = frames
    this.#replay = replay
    this.#times = playedAt(frames)
  }

  get index(): number {
    return this.#replay.index
  }

  get last(): number {
    return this.frames.length - 1
  }

  /** Show one frame, and go on from there. */
  to(index: number): void {
    const held = Math.max(0, Math.min(this.last, index))
    this.#now = this.#times[held] ?? 0
    this.#replay.show(held)
  }

  /** Let time go by; stops at the end. */
  forward(milliseconds: number): void {
    this.#now += milliseconds * Number(this.speed)
    this.#replay.show(Math.max(0, lastBefore(this.#times, this.#now)))
    if (this.index === this.last) this.pause()
  }

  play(): void {
    if (this.running) return
    if (this.index === this.last) this.to(0)
    this.running = true
    let before = performance.now()
    const next = (now: number) => {
      if (!this.running) return
      this.forward(now - before)
      before = now
      this.#tick = requestAnimationFrame(next)
    }
    this.#tick = requestAnimationFrame(next)
  }

  pause(): void {
    this.running = false
    cancelAnimationFrame(this.#tick)
  }
}
