import { expect, test } from 'vitest'
import { seatOf, seatTarget } from './attention'

test('a seat as target is that seat again', () => {
  expect(seatOf(seatTarget('s2'))).toBe('s2')
})

test('a thing on the cloth is no seat', () => {
  expect(seatOf('i12')).toBeNull()
})
