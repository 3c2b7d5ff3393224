/** Others at the table who do not sit still: each carries something round, ten times a second. */
import type { Point } from '../src/model/types'

const BEAT_MS = 100

export function stir(count: number, show: (index: number, at: Point) => void): void {
  let beat = 0
  if (count > 0)
    setInterval(() => {
      beat += 1
      for (let index = 0; index < count; index += 1) show(index, placeAt(index, beat))
    }, BEAT_MS)
}

/** A circle of a hand's breadth, each at a place of one's own. */
function placeAt(index: number, beat: number): Point {
  const turn = beat / 8 + index
  return [
    Math.round(400 + (index % 6) * 320 + Math.cos(turn) * 90),
    Math.round(300 + Math.floor(index / 6) * 560 + Math.sin(turn) * 90),
  ]
}
