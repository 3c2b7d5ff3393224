import { expect, test } from 'vitest'
import { crosses, bowOf, chance, dashes, ringPath, smooth, tiePath } from './hand'

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

test('a line bows a little and always to the same side', () => {
  const [x, y] = bowOf([0, 0], [100, 0], 'a~b')
  expect(x).toBe(50)
  expect(Math.abs(y)).toBeLessThanOrEqual(8)
  expect(bowOf([0, 0], [100, 0], 'a~b')).toEqual([x, y])
})

test('from afar each word is a dash, and none touches the next', () => {
  const words = dashes(['zelf fietsen', 'repareren'], 20, -50, (word) => word.length / 2)
  expect(words).toHaveLength(3)
  expect(words[0]![0]).toBe(-50)
  expect(words[1]![0]).toBeGreaterThan(words[0]![1])
  expect(words[2]![2]).toBeGreaterThan(words[0]![2])
})

test('a long line touches only what lies along it', () => {
  const ends = { from: [0, 0], to: [1000, 1000] } as const
  const at = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 100 })
  expect(crosses(ends, at(450, 450))).toBe(true)
  expect(crosses(ends, at(0, 800))).toBe(false)
  expect(crosses({ from: [0, 50], to: [300, 50] }, at(100, 0))).toBe(true)
  expect(crosses({ from: [0, 50], to: [300, 50] }, at(100, 200))).toBe(false)
})
