import { expect, test } from 'vitest'
import { chance, ringPath, smooth, tiePath } from './hand'

test('the same ring is drawn the same way each time, another one differently', () => {
  expect(ringPath(78, 'a1')).toBe(ringPath(78, 'a1'))
  expect(ringPath(78, 'a1')).not.toBe(ringPath(78, 'a2'))
})

test('chance lies between 0 and 1 and differs by turn', () => {
  const throws = Array.from({ length: 50 }, (_, turn) => chance('a1', turn))
  expect(Math.min(...throws)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...throws)).toBeLessThan(1)
  expect(new Set(throws).size).toBeGreaterThan(45)
})

test('a tie begins and ends at its things', () => {
  expect(tiePath([0, 0], [100, 50], 'a~b')).toMatch(/^M0,0Q.* 100,50$/)
})

test('a smooth line goes through all its points', () => {
  const path = smooth([
    [0, 0],
    [10, 5],
    [20, 0],
  ])
  expect(path.startsWith('M0,0C')).toBe(true)
  expect(path).toContain(' 10,5C')
  expect(path.endsWith(' 20,0')).toBe(true)
})

test('no points make no line', () => {
  expect(smooth([])).toBe('')
})
