import fc from 'fast-check'
import { expect, test } from 'vitest'
import { widestGap } from './chairs'

test('a chair at an empty table stands at the bottom', () => {
  expect(widestGap([])).toBe(0)
})

test('the second chair stands across from the first', () => {
  expect(widestGap([0])).toBe(180)
})

test('a chair is put in the widest gap, also across the bottom', () => {
  expect(widestGap([90, 180, 270])).toBe(0)
  expect(widestGap([0, 60, 180, 240, 300])).toBe(120)
})

test('a new chair never stands on another', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 1, maxLength: 16 }),
      (angles) => {
        const made = widestGap(angles)
        expect(made).toBeGreaterThanOrEqual(0)
        expect(made).toBeLessThan(360)
        expect(angles.every((angle) => Math.abs(angle - made) > 0.1)).toBe(true)
      },
    ),
  )
})
