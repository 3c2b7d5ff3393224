import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CUT, NOTE_FRAME, set, wrap } from './measure'

/** Every letter is half as wide as it is high. */
const measure = (text: string) => [...text].length / 2

test('words go to the next line when they do not fit', () => {
  expect(wrap('zelf fietsen repareren', 6, measure)).toEqual(['zelf fietsen', 'repareren'])
})

test('a word wider than the line is cut between whole characters', () => {
  expect(wrap('👩‍🌾👩‍🌾', 1, measure).join('')).toBe('👩‍🌾👩‍🌾')
  expect(wrap('xxxxxxxx', 2, measure)).toEqual(['xxxx', 'xxxx'])
})

test('a long word is cut between syllables, and the cut is marked', () => {
  expect(wrap('rijwielhandelaar', 6, measure)).toEqual([`rijwiel${CUT}`, 'handelaar'])
})

test('no line is wider than asked and no letter is lost', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 40 }), (text, width) => {
      const lines = wrap(text.replaceAll(CUT, ''), width, measure)
      expect(lines.every((line) => measure(line) <= width)).toBe(true)
      expect(lines.join('').replace(/[\s\u00ad]/g, '')).toBe(text.replace(/[\s\u00ad]/g, ''))
    }),
  )
})

test('short texts are set in large letters, long ones in small', () => {
  expect(set('slaap', NOTE_FRAME, measure).font).toBe(22)
  expect(set('ontmoetingsplekken', NOTE_FRAME, measure).lines).toEqual([
    `ontmoetings${CUT}`,
    'plekken',
  ])
  expect(
    set('een zin die over meer dan drie regels gaat omdat hij zo lang is', NOTE_FRAME, measure)
      .font,
  ).toBe(18)
})

test('a very long text is shortened', () => {
  const { lines } = set('woord '.repeat(60), NOTE_FRAME, measure)
  expect(lines.at(-1)?.endsWith('…')).toBe(true)
})

test('an empty text takes the room of one line', () => {
  expect(set('', NOTE_FRAME, measure)).toMatchObject({ lines: [], width: 0, height: 22 * 1.22 })
})
