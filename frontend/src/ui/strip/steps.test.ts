import { expect, test } from 'vitest'
import { minutesBusy, plannedMinutes } from './steps'

const entry = (what: string, at: string) => ({
  number: 1,
  at,
  by: 'p1',
  what,
  before: null,
  after: null,
  undone: false,
})
const now = Date.parse('2025-01-10T15:47:30Z')

test('what was planned counts, and what the method takes where nothing was', () => {
  const script = [
    { phase: 'rim' as const, minutes: 12, note: '' },
    { phase: 'walk' as const, minutes: null, note: 'koffie' },
  ]
  expect([plannedMinutes('rim', script), plannedMinutes('walk', script)]).toEqual([12, 15])
  expect(plannedMinutes('rim')).toBe(15)
})

test('a step is busy since the newest line of the log that set it', () => {
  const log = [
    entry('silence', '2025-01-10T15:40:00Z'),
    entry('phase', '2025-01-10T15:30:00Z'),
    entry('phase', '2025-01-10T15:00:00Z'),
  ]
  expect(minutesBusy(log, now)).toBe(17)
})

test('nobody knows since when the first step is busy', () => {
  expect(minutesBusy([entry('door', '2025-01-10T15:00:00Z')], now)).toBeNull()
})
