import { expect, test } from 'vitest'
import { initials, signOf } from './sign'

test('initials are the first letters of first and last word', () => {
  expect(initials('Anna')).toBe('A')
  expect(initials('anna de vries')).toBe('AV')
  expect(initials('Jan-Willem')).toBe('JW')
  expect(initials('')).toBe('')
})

test('a numbered chair shows its number', () => {
  expect(initials('stoel 3')).toBe('3')
  expect(initials('stoel 12')).toBe('12')
})

test('sixteen seats have sixteen different signs', () => {
  const signs = Array.from({ length: 16 }, (_, index) => {
    const { shape, filled } = signOf(index, 'x')
    return `${shape}${filled}`
  })
  expect(new Set(signs).size).toBe(16)
})
