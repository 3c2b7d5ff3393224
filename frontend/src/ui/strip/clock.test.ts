import { expect, test } from 'vitest'
import { face, passed } from './clock'

test('a clock shows a started second until it is over', () => {
  expect([face(300), face(299.2), face(59.01), face(0.4), face(0)]).toEqual([
    '5:00',
    '5:00',
    '1:00',
    '0:01',
    '0:00',
  ])
})

test('half time is heard once', () => {
  expect(passed(301, 300, 600)).toBe('half')
  expect(passed(300, 299, 600)).toBeNull()
})

test('a reading that skips several marks hears the latest', () => {
  expect(passed(601, 30, 1200)).toBe('one')
})

test('a clock of four minutes says nothing about five', () => {
  expect(passed(301, 299, 240)).toBeNull()
})

test('the end is heard', () => {
  expect(passed(0.6, 0, 600)).toBe('end')
})

test('adding a minute is no mark', () => {
  expect(passed(30, 90, 600)).toBeNull()
})
