import { expect, test } from 'vitest'
import type { Alike, Union } from '../../sync/union'
import { chosenIn, nodeName, pairKey, sorted, withChosen } from './united'

const pair = (actor: string, same: boolean | null, at: string | null = null): Alike => ({
  one: { board: 'x', actor, label: actor },
  other: { board: 'y', actor: 'b', label: 'b' },
  level: same === null ? 'equal' : null,
  same,
  by: '',
  at,
})

test('the address keeps which boards are chosen, each once, and what else it asked', () => {
  const search = withChosen('?as=facilitator&met=old', ['b1', 'b2', 'b1'])
  expect(search).toBe('?as=facilitator&met=b1&met=b2&met=b1')
  expect(chosenIn(search)).toEqual(['b1', 'b2'])
  expect(withChosen('?met=old', [])).toBe('')
})

test('nodes are called by their words, whatever they are', () => {
  const union = {
    boards: { x: { theme: { id: 'x/t', text: 'Feest' } } },
    actors: { 'x/a': { label: 'Noor' } },
    ingredients: { 'x/i': { text: '' } },
  } as unknown as Union
  const names = ['x/t', 'x/a', 'x/i', 'x/gone'].map((node) => nodeName(union, node, 'zonder naam'))
  expect(names).toEqual(['Feest', 'Noor', 'zonder naam', 'zonder naam'])
})

test('what was decided stands apart, the latest first', () => {
  const pairs = [pair('a', true, '2025-01-01'), pair('c', null), pair('d', false, '2025-02-01')]
  const { open, decided } = sorted(pairs)
  expect(open.map(pairKey)).toEqual(['x/c y/b'])
  expect(decided.map(pairKey)).toEqual(['x/d y/b', 'x/a y/b'])
})
