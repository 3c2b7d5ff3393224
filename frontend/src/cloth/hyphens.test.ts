import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cuts } from './hyphens'

const syllables = (word: string) => {
  const places = [0, ...cuts(word), [...word].length]
  return places.slice(1).map((place, index) => [...word].slice(places[index], place).join(''))
}

test.each([
  ['rijwielhandelaar', 'rij-wiel-han-de-laar'],
  ['jongerenwerker', 'jon-ge-ren-wer-ker'],
  ['ontmoetingsplekken', 'ont-moe-tings-plek-ken'],
  ['jeugdverpleegkundige', 'jeugd-ver-pleeg-kun-dige'],
  ['speeltuin', 'speel-tuin'],
])('%s is cut as %s', (word, expected) => {
  expect(syllables(word).join('-')).toBe(expected)
})

test('short words are not cut', () => {
  expect(cuts('fiets')).toEqual([])
  expect(cuts('oma')).toEqual([])
})

test('no piece is shorter than three letters at either end, and cuts go forward', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,30}$/), (word) => {
      const places = cuts(word)
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
      expect(places.every((place) => place >= 3 && place <= word.length - 3)).toBe(true)
    }),
  )
})
