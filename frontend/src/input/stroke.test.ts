import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../model/types'
import { settle, touches } from './stroke'

const points = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 500, noNaN: true }),
    fc.double({ min: 0, max: 500, noNaN: true }),
  ),
  { minLength: 1, maxLength: 60 },
)

test('a straight stroke keeps its two ends', () => {
  const line = Array.from({ length: 30 }, (_, index): Point => [index, index])
  expect(settle(line, 1)).toEqual([
    [0, 0],
    [29, 29],
  ])
})

test('a dot is one point, however long the pen rested', () => {
  expect(
    settle(
      [
        [4, 4],
        [4, 4],
        [4, 4],
      ],
      1,
    ),
  ).toEqual([[4, 4]])
})

test('a stroke keeps its first and last point and none that was not drawn', () => {
  fc.assert(
    fc.property(points, fc.double({ min: 0.1, max: 8, noNaN: true }), (drawn, scale) => {
      const kept = settle(drawn, scale)
      expect(kept[0]).toEqual(drawn[0])
      expect(kept.at(-1)).toEqual(drawn.at(-1))
      expect(kept.every((point) => drawn.includes(point as [number, number]))).toBe(true)
    }),
  )
})

test('a rubber touches what it crosses and what it comes near', () => {
  const stroke: Point[] = [
    [0, 0],
    [100, 0],
  ]
  expect(touches(stroke, [50, -40], [50, 40], 1)).toBe(true)
  expect(touches(stroke, [50, 4], [60, 4], 5)).toBe(true)
  expect(touches(stroke, [50, 40], [60, 40], 5)).toBe(false)
  expect(touches([[5, 5]], [0, 5], [10, 5], 1)).toBe(true)
})
