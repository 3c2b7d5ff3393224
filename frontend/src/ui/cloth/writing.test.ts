import { expect, test } from 'vitest'
import { editingKey, editorOf, nextPen } from './writing'

test('the felt-tips of a seat alternate', () => {
  expect(nextPen(['blue', 'moss'], 'blue')).toBe('moss')
  expect(nextPen(['blue', 'moss'], 'moss')).toBe('blue')
  expect(nextPen(['blue', 'moss'], 'black')).toBe('blue')
  expect(nextPen([], 'black')).toBe('black')
})

test('whoever writes on a slip is named, others are not', () => {
  const others = [
    { editing: null, user: { name: 'Anna' } },
    { editing: editingKey('i1'), user: { name: 'Bilal' } },
  ]
  expect(editorOf(others, 'i1')).toBe('Bilal')
  expect(editorOf(others, 'i2')).toBe(null)
})
