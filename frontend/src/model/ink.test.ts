import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack, pieces, simplify, unpack } from './ink'
import { STROKE_POINT_LIMIT } from './schema.gen'
import type { Point } from './types'

const quarters = fc.integer({ min: -40_000, max: 40_000 }).map((n) => n / 4 + 0)
const strokes = fc.array(fc.tuple(quarters, quarters), { maxLength: 700 })

function distance(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = dx * dx + dy * dy
  const along = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (length || 1)
  const part = Math.max(0, Math.min(1, along))
  return Math.hypot(point[0] - from[0] - part * dx, point[1] - from[1] - part * dy)
}

describe('packing', () => {
  it('gives back every point on a quarter millimetre', () => {
    fc.assert(
      fc.property(strokes, (points) => {
        expect(unpack(pack(points))).toEqual(points)
      }),
      { numRuns: 40 },
    )
  })

  it('takes two bytes for a step of less than sixteen millimetres', () => {
    const points = Array.from({ length: 101 }, (_, n): Point => [n * 15, n * -15])
    expect(pack(points).length).toBe(202)
  })

  it('keeps a point to the nearest quarter', () => {
    expect(unpack(pack([[0.1, 0.13]]))).toEqual([[0, 0.25]])
  })

  it('reads any bytes without failing, and nothing beyond what it understands', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const [x, y] of unpack(bytes))
          expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
      }),
    )
    expect(unpack(Uint8Array.from([2, 2, 255, 255, 255, 255, 255, 1]))).toEqual([[0.25, 0.25]])
  })
})

describe('pieces', () => {
  it('are never longer than the limit, and together they are the stroke', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2500 }), (length) => {
        const points = Array.from({ length }, (_, n): Point => [n, n])
        const cut = pieces(points)
        for (const piece of cut) expect(piece.length).toBeLessThanOrEqual(STROKE_POINT_LIMIT)
        expect(cut.flatMap((piece, n) => (n ? piece.slice(1) : piece))).toEqual(points)
      }),
    )
  })
})

describe('simplifying', () => {
  it('leaves no point further than the tolerance from the line', () => {
    fc.assert(
      fc.property(strokes, fc.double({ min: 0, max: 20, noNaN: true }), (points, tolerance) => {
        const kept = simplify(points, tolerance)
        for (const point of points) {
          const away = kept.map((from, n) => distance(point, from, kept[n + 1] ?? from))
          expect(Math.min(...away)).toBeLessThanOrEqual(tolerance + 1e-9)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('keeps only the ends of a straight line, and a dot', () => {
    const line = Array.from({ length: 50 }, (_, n): Point => [n, 2 * n])
    expect(simplify(line, 0.1)).toEqual([line[0], line.at(-1)])
    expect(simplify([[1, 2]], 1)).toEqual([[1, 2]])
    expect(simplify([], 1)).toEqual([])
  })
})
