import { expect, test } from 'vitest'
import { around, firstFree, overlap } from './apart'

test('boxes that only touch do not overlap', () => {
  expect(overlap(around([0, 0], [10, 10]), around([10, 0], [10, 10]))).toBe(false)
  expect(overlap(around([0, 0], [10, 10]), around([9, 0], [10, 10]))).toBe(true)
})

test('a name takes the first place that is free', () => {
  const taken = [around([0, 0], [20, 20])]
  expect(
    firstFree(
      [
        [5, 5],
        [40, 0],
        [80, 0],
      ],
      [20, 10],
      taken,
    ),
  ).toEqual([40, 0])
})

test('where nothing is free it takes the place it wanted most', () => {
  expect(firstFree([[5, 5]], [20, 10], [around([0, 0], [90, 90])])).toEqual([5, 5])
})
