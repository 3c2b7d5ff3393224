import { expect, test } from 'vitest'
import { fromWord, toWord } from './regions'

test.each([
  ['whole', null],
  ['centre', null],
  ['seat', 's4'],
  ['connector', 'a1'],
] as const)('%s with %s is one word and back', (region, target) => {
  const shows = fromWord(toWord(region, target))
  expect([shows.region, shows.target ?? null]).toEqual([region, target])
})
