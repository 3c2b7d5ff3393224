/** What a clock shows and when it speaks. */

export type Mark = 'half' | 'five' | 'one' | 'end'

/** Minutes and seconds left, rounded up so that it ends on 0:00. */
export function face(seconds: number): string {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** The moments at which a clock of this length is heard, in seconds left. */
export function marks(total: number): [number, Mark][] {
  const all: [number, Mark][] = [
    [total / 2, 'half'],
    [300, 'five'],
    [60, 'one'],
    [0, 'end'],
  ]
  return all.filter(([at]) => at < total)
}

/** The mark that was passed between two readings; the latest when there were several. */
export function passed(before: number, now: number, total: number): Mark | null {
  const gone = marks(total).filter(([at]) => before > at && now <= at)
  return gone.sort(([a], [b]) => a - b)[0]?.[1] ?? null
}
