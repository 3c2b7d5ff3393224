import { beforeEach, expect, test } from 'vitest'
import { keySet, readKept } from './keySet.svelte'

beforeEach(() => {
  localStorage.clear()
  keySet.start()
})

test('keys are as the help says until somebody chooses', () => {
  expect(keySet.characters?.new).toBe('n')
})

test('a chosen key is there again when the page is opened anew', () => {
  expect(keySet.choose('new', 'B')).toBe(null)
  keySet.start()
  expect(keySet.characters?.new).toBe('b')
})

test('a key that another verb has is not given away', () => {
  expect(keySet.choose('new', 's')).toBe('connect')
  expect(keySet.characters?.new).toBe('n')
})

test('once switched off no character does anything, also after a reload', () => {
  keySet.turn(false)
  keySet.start()
  expect(keySet.characters).toBe(null)
})

test('going back to the first keys forgets all choices', () => {
  keySet.choose('new', 'b')
  keySet.turn(false)
  keySet.reset()
  expect(keySet.characters?.new).toBe('n')
})

test.each(['nonsense', '{"chosen":{"new":"two"}}', '{"chosen":{"new":" "}}', '[]'])(
  'what was kept as %s leaves the first keys',
  (text) => {
    expect(readKept(text)).toEqual({ on: true, chosen: {} })
  },
)
