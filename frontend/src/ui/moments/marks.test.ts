import { expect, test } from 'vitest'
import { returnOf } from './marks.svelte'

const board = {
  ingredients: new Map([['i1', {}]]),
  actors: new Map([['a1', {}]]),
} as unknown as Parameters<typeof returnOf>[0]

test.each([
  [['i1'], { kind: 'question', subject: 'i1' }],
  [['a1'], { kind: 'contact', subject: 'a1' }],
  [['a1', 'partner'], { kind: 'contact', subject: 'a1' }],
  [['gone', 'i1'], { kind: 'question', subject: 'i1' }],
  [['partner'], undefined],
  [['gone'], undefined],
])('a finding about %s goes back as %o', (subjects, back) => {
  expect(returnOf(board, { subjects })).toEqual(back)
})
