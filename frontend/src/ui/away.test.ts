import { describe, expect, test } from 'vitest'
import { awayFrom } from './away'

describe('where a seat stands', () => {
  const seats = ['s1', 's2', 's3', 's4', 's5', 's6']

  test.each([
    ['s1', { side: 'own', chairs: 0 }],
    ['s2', { side: 'left', chairs: 1 }],
    ['s3', { side: 'left', chairs: 2 }],
    ['s4', { side: 'opposite', chairs: 3 }],
    ['s5', { side: 'right', chairs: 2 }],
    ['s6', { side: 'right', chairs: 1 }],
  ] as const)('from s1, %s', (seat, away) => {
    expect(awayFrom(seats, 's1', seat)).toEqual(away)
  })

  test('is not said to whoever has no seat', () => {
    expect(awayFrom(seats, null, 's2')).toBe(null)
  })
})
