import { beforeEach, expect, test } from 'vitest'
import { RimsRead } from './rimsRead.svelte'

beforeEach(() => sessionStorage.clear())

test('a rim that is visited twice was read once', () => {
  const read = new RimsRead('b1')
  for (const seat of ['s2', 's3', 's2']) read.add(seat)
  expect(read.among(['s2', 's3', 's4'])).toBe(2)
})

test('a chair that was taken away counts no longer', () => {
  const read = new RimsRead('b1')
  read.add('s2')
  expect(read.among(['s3'])).toBe(0)
})

test('what was read is known again after a visit to the list, for this cloth alone', () => {
  new RimsRead('b1').add('s2')
  expect([new RimsRead('b1'), new RimsRead('b2')].map((read) => read.among(['s2']))).toEqual([1, 0])
})
