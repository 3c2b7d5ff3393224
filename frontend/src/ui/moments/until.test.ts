import { expect, test } from 'vitest'
import { dayFrom, endOf } from './until'

const NOW = new Date(2025, 0, 10, 15, 30)

test('a day some days from now is written as a date field holds it', () => {
  expect(dayFrom(NOW, 30)).toBe('2025-02-09')
})

test('today can still be read to its end', () => {
  const end = new Date(endOf('2025-01-10', NOW)!)
  expect([end.getHours(), end.getMinutes()]).toEqual([23, 59])
})

test.each(['2025-01-09', '2026-02-01', 'onzin', ''])('%s is no day in the coming year', (day) => {
  expect(endOf(day, NOW)).toBeUndefined()
})
