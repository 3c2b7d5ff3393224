import { expect, test } from 'vitest'
import { stopOf } from './round'

const round = { seats: ['s1', 's2', 's3'], seconds: 30, beganAt: '2025-01-10T15:30:00Z' }
const at = (seconds: number) => stopOf(round, Date.parse(round.beganAt) + seconds * 1000)

test('a round stays at each rim for as long as was said', () => {
  expect([0, 29.9, 30, 75].map((seconds) => at(seconds)?.seat)).toEqual(['s1', 's1', 's2', 's3'])
})

test('it says the how many it is, and how long it stays', () => {
  expect(at(40)).toEqual({ seat: 's2', place: 2, count: 3, left: 20 })
})

test('past the last rim it is over', () => {
  expect([90, 900].map(at)).toEqual([null, null])
})

test('a device whose clock is a little behind is at the first rim', () => {
  expect(at(-0.4)?.place).toBe(1)
})

test('nobody walks where nothing was said', () => {
  expect(stopOf(null, Date.now())).toBeNull()
})
