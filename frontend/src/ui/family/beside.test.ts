import { expect, test } from 'vitest'
import { BOB, slip } from '../../../tests/boards'
import { seated } from '../../../tests/desks'
import { rimAt, rimsAround } from '../../cloth/rim'
import { carried, layBeside } from './beside'

const own = (...texts: string[]) =>
  texts.map((text, index) => ({ id: `o${index}`, text, pen: 'moss' as const }))

test('what lies on one’s own rim in the same words need not be carried again', () => {
  const at = seated({ phase: 'rim' })
  slip(at, 'Fiets')
  slip(at, 'tuin', BOB)
  expect(carried(at.store, 's1', own(' fiets', 'tuin'))).toEqual(new Set(['o0']))
})

test('what is chosen lies on one’s rim in its ink, and one undo takes it all back', () => {
  const at = seated({ phase: 'rim' })
  expect(layBeside(at.table, own('fiets', 'tuin'))).toBe(2)
  const laid = [...at.store.ingredients.values()]
  expect(laid.map(({ text, pen, seat }) => [text, pen, seat])).toEqual([
    ['fiets', 'moss', 's1'],
    ['tuin', 'moss', 's1'],
  ])
  const rims = rimsAround(at.store)
  expect(laid.map(({ at: place }) => rimAt(rims.values(), place!))).toEqual(['s1', 's1'])
  at.table.undo.undo()
  expect(at.store.ingredients.size).toBe(0)
})

test('without a seat there is no rim to lay it on', () => {
  const at = seated({ phase: 'rim', author: { participant: 'p1', seat: '' } })
  expect(layBeside(at.table, own('fiets'))).toBe(0)
})
