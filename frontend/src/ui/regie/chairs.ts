/** Drawing up a chair: where it comes to stand. */

/** The middle of the widest stretch of edge between two chairs, in degrees. */
export function widestGap(angles: readonly number[]): number {
  const around = [...angles].sort((a, b) => a - b)
  const first = around[0]
  if (first === undefined) return 0
  const gaps = around.map((from, index) => {
    const to = around[index + 1] ?? first + 360
    return { from, width: to - from }
  })
  const widest = gaps.reduce((most, gap) => (gap.width > most.width + 1e-9 ? gap : most))
  return (widest.from + widest.width / 2) % 360
}
