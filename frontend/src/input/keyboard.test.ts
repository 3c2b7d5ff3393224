import { expect, test } from 'vitest'
import { everywhere, onCloth } from './keyboard'
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

test('letters work in either case and can be switched off', () => {
  expect(onCloth(key('n'))).toEqual({ do: 'new' })
  expect(onCloth(key('S'))).toEqual({ do: 'connect' })
  expect(onCloth(key('n'), false)).toBe(null)
  expect(onCloth(key('ArrowUp'), false)).toEqual({ do: 'go', way: 'up' })
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
