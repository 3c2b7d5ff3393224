import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearer } from './nearer'

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 20 })

test('step by step everything wanted comes and everything else goes, within the bound', () => {
  fc.assert(
    fc.property(ids, ids, fc.integer({ min: 1, max: 9 }), (there, wanted, pace) => {
      let now: readonly string[] = there
      for (let step = 0; step < 60; step += 1) {
        const next = nearer(now, wanted, pace, 20)
        if (next === null) break
        expect(next.length).toBeLessThanOrEqual(20)
        expect(next.filter((id) => !now.includes(id)).length).toBeLessThanOrEqual(pace)
        now = next
      }
      expect([...now].sort()).toEqual([...wanted].sort())
    }),
  )
})

test('what lies nearest comes first', () => {
  expect(nearer([], ['near', 'far'], 1, 10)).toEqual(['near'])
})

test('nothing moves when all is well', () => {
  expect(nearer(['a', 'b'], ['b', 'a'], 5, 10)).toBe(null)
})
