import { flushSync } from 'svelte'
import { expect, test } from 'vitest'
import { replica, slip } from '../../../tests/boards'
import { tableAt } from '../../../tests/seated'
import { alikes, decide, decisionOn } from './alike'

function atTable() {
  const at = replica()
  const ids = ['fiets', 'Fiets', 'fietsen'].map((text) => slip(at, text))
  const table = tableAt(at)
  const stateOf = (chosen: readonly string[]) => {
    flushSync()
    return decisionOn(table.board.convergences.values(), chosen)?.state
  }
  return { at, table, ids, stateOf }
}

test('what is most alike comes first', () => {
  const found = alikes({
    resembles: [['p', 'q']],
    probable: [['a', 'p']],
    equal: [['a', 'b', 'c']],
  })
  expect(found.map(({ level, ids }) => `${level} ${ids.join()}`)).toEqual([
    'equal a,b,c',
    'probable a,p',
    'resembles p,q',
  ])
})

test('a decision can be changed and taken back, and is one record all the time', () => {
  const { table, ids, stateOf } = atTable()
  const two = ids.slice(0, 2)
  expect(stateOf(two)).toBe(undefined)
  for (const [same, state] of [
    [true, 'confirmed'],
    [false, 'rejected'],
    [null, 'suggested'],
    [true, 'confirmed'],
  ] as const) {
    decide(table, two, same)
    expect(stateOf(two)).toBe(state)
  }
  expect(table.board.convergences.size).toBe(1)
})

test('deciding changes no slip: not its words, its place or its being there', () => {
  const { at, table, ids } = atTable()
  const before = JSON.stringify(at.doc.getMap('ingredients').toJSON())
  decide(table, ids, true)
  decide(table, ids.slice(1), false)
  expect(JSON.stringify(at.doc.getMap('ingredients').toJSON())).toBe(before)
})

test('what is the same together is the same two by two; what differs together may not be', () => {
  const { table, ids, stateOf } = atTable()
  decide(table, ids, true)
  expect(stateOf(ids.slice(0, 2))).toBe('confirmed')
  decide(table, ids, false)
  expect(stateOf(ids.slice(0, 2))).toBe(undefined)
})
