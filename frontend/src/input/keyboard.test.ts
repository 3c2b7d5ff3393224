import { expect, test } from 'vitest'
import { CHARACTERS, everywhere, onCloth } from './keyboard'
import type { Key } from './keyboard'

const key = (name: string, more: Partial<Key> = {}): Key => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

test('arrow keys go to what lies that way', () => {
  expect(onCloth(key('ArrowLeft'))).toEqual({ do: 'go', way: 'left' })
})

test('brackets and page keys go a seat further round the table', () => {
  expect(onCloth(key('['))).toEqual({ do: 'turn', by: -1 })
  expect(onCloth(key(']'))).toEqual({ do: 'turn', by: 1 })
  expect(onCloth(key('PageDown'))).toEqual({ do: 'turn', by: 1 })
})

test('letters work in either case', () => {
  expect(onCloth(key('n'))).toEqual({ do: 'new' })
  expect(onCloth(key('S'))).toEqual({ do: 'connect' })
})

test('keys of one character are still once they are switched off, others go on', () => {
  for (const character of Object.values(CHARACTERS))
    expect(onCloth(key(character), null)).toBe(null)
  expect(onCloth(key('ArrowUp'), null)).toEqual({ do: 'go', way: 'up' })
  expect(onCloth(key('PageUp'), null)).toEqual({ do: 'turn', by: -1 })
  expect(onCloth(key('Enter'), null)).toEqual({ do: 'open' })
})

test('a verb listens to the character that was chosen for it, and no longer to its old one', () => {
  const mine = { ...CHARACTERS, new: 'b', turnLeft: ',' }
  expect(onCloth(key('B'), mine)).toEqual({ do: 'new' })
  expect(onCloth(key(','), mine)).toEqual({ do: 'turn', by: -1 })
  expect(onCloth(key('n'), mine)).toBe(null)
})

test('plus is found without shift', () => {
  expect(onCloth(key('='))).toEqual({ do: 'zoom', by: 1 })
  expect(onCloth(key('-'))).toEqual({ do: 'zoom', by: -1 })
})

test('points go on and back in the order of reading', () => {
  expect(onCloth(key('.'))).toEqual({ do: 'after' })
  expect(onCloth(key(','))).toEqual({ do: 'before' })
})

test('letters with a modifier are left to the browser', () => {
  expect(onCloth(key('p', { ctrlKey: true }))).toBe(null)
  expect(onCloth(key('l', { metaKey: true }))).toBe(null)
})

test('undo and redo have their usual keys', () => {
  expect(everywhere(key('z', { ctrlKey: true }))).toEqual({ do: 'undo' })
  expect(everywhere(key('Z', { ctrlKey: true, shiftKey: true }))).toEqual({ do: 'redo' })
  expect(everywhere(key('z', { metaKey: true }))).toEqual({ do: 'undo' })
  expect(everywhere(key('y', { ctrlKey: true }))).toEqual({ do: 'redo' })
  expect(everywhere(key('z'))).toBe(null)
})

test('control, alt and L change between cloth and list', () => {
  expect(everywhere(key('l', { ctrlKey: true, altKey: true }))).toEqual({ do: 'list' })
})
