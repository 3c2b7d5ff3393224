import { expect, test } from 'vitest'
import { roundTrip, seenPointers } from './checks'

test('a server that answers has a time, one that does not has none', async () => {
  expect(await roundTrip(() => Promise.resolve(true))).toBeGreaterThanOrEqual(0)
  expect(await roundTrip(() => Promise.resolve(false))).toBe(null)
  expect(await roundTrip(() => Promise.reject(new Error('no network')))).toBe(null)
})

test('each way of pointing is counted once, unknown ones not at all', () => {
  const pen = seenPointers(['mouse'], { pointerType: 'pen' })
  expect(pen).toEqual(['mouse', 'pen'])
  expect(seenPointers(pen, { pointerType: 'pen' })).toEqual(['mouse', 'pen'])
  expect(seenPointers(pen, { pointerType: '' })).toEqual(['mouse', 'pen'])
})
