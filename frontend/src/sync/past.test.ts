import { describe, expect, it } from 'vitest'
import { framesOf, lastBefore, LONGEST_PAUSE_MS, phaseAt, playedAt, readPast } from './past'

function written(rows: readonly [whole: boolean, at: number, update: number[]][]): Uint8Array {
  const parts = rows.map(([whole, at, update]) => {
    const head = new DataView(new ArrayBuffer(13))
    head.setUint8(0, Number(whole))
    head.setFloat64(1, at)
    head.setUint32(9, update.length)
    return [...new Uint8Array(head.buffer), ...update]
  })
  return new Uint8Array(parts.flat())
}

const rowsAt = (...moments: number[]) =>
  moments.map((at) => ({ whole: false, at, update: new Uint8Array([at % 256]) }))

describe('the past of a board', () => {
  it('reads every row with its time, and whether it is all there was by then', () => {
    const rows = readPast(
      written([
        [true, 1_700_000_000_123, [1, 2]],
        [false, 1_700_000_000_456, []],
      ]),
    )
    expect(rows).toEqual([
      { whole: true, at: 1_700_000_000_123, update: new Uint8Array([1, 2]) },
      { whole: false, at: 1_700_000_000_456, update: new Uint8Array() },
    ])
  })

  it('leaves out a row that was cut off', () => {
    const bytes = written([
      [false, 1, [1]],
      [false, 2, [2, 3]],
    ])
    expect(readPast(bytes.subarray(0, bytes.length - 1))).toHaveLength(1)
  })

  it('puts what came together into one frame', () => {
    const frames = framesOf(rowsAt(0, 300, 999, 1000, 5000))
    expect(frames.map(({ at, updates }) => [at, updates.length])).toEqual([
      [0, 3],
      [1000, 1],
      [5000, 1],
    ])
  })

  it('cuts long pauses short and keeps the rest of the pace', () => {
    const hour = 3_600_000
    expect(playedAt(framesOf(rowsAt(0, 4000, hour, hour + 2000)))).toEqual([
      0,
      4000,
      4000 + LONGEST_PAUSE_MS,
      6000 + LONGEST_PAUSE_MS,
    ])
  })

  it('plays a clock that went back as no time', () => {
    expect(playedAt(framesOf(rowsAt(5000, 5000, 9000).concat(rowsAt(2000))))).toEqual([0, 4000])
  })

  it('finds the last moment that has come', () => {
    const moments = [0, 10, 10, 20]
    expect([-1, 0, 9, 10, 25].map((now) => lastBefore(moments, now))).toEqual([-1, 0, 0, 2, 3])
  })

  it('knows the step of the method from the marks, whatever their order', () => {
    const marks = [
      { at: 20, phase: 'walk' },
      { at: 10, phase: 'rim' },
    ]
    expect([5, 10, 25].map((at) => phaseAt(marks, at))).toEqual([undefined, 'rim', 'walk'])
  })
})
