import { expect, test } from 'vitest'
import { ANN, BOB, replica, slip } from '../../../tests/boards'
import { chairs } from '../../../tests/seated'
import { rimAt, rimsAround } from '../../cloth/rim'
import * as edits from '../../model/edits'
import { unpack } from '../../model/ink'
import { burden, laidOn } from './merging'

/** A cloth of four chairs, and a place on the rim of the second. */
function cloth() {
  const at = replica()
  chairs(at, 4)
  const rims = rimsAround(at.store)
  const [x, y] = rims.get('s2')!.middle
  return { ...at, rims, there: [x, y] as const }
}

test('slips on the one rim get free places on the other, each its own', () => {
  const { doc, store, rims, there } = cloth()
  slip({ doc, store }, 'ligt er al', ANN)
  const moved = ['fiets', 'bel'].map((text) =>
    edits.addIngredient(doc, BOB, text, 's2', 'blue', there),
  )
  const { places } = laidOn(store, 's2', 's1')
  expect([...places.keys()].sort()).toEqual([...moved].sort())
  const lands = [...places.values()]
  expect(lands.map((at) => rimAt(rims.values(), at))).toEqual(['s1', 's1'])
  expect(lands[0]).not.toEqual(lands[1])
})

test('what lies elsewhere on the cloth stays where it is', () => {
  const { doc, store } = cloth()
  const [width, height] = store.meta.sizeMm
  edits.addIngredient(doc, BOB, 'in het midden', 's2', 'blue', [width / 2, height / 2])
  expect(laidOn(store, 's2', 's1').places.size).toBe(0)
})

test('ink keeps its form on the other rim', () => {
  const { doc, store, rims, there } = cloth()
  const [x, y] = there
  const points = [
    [x, y],
    [x + 40, y],
  ] as const
  const [id] = edits.addStroke(doc, BOB, { seat: 's2', pen: 'blue', width: 3, points })
  const ink = unpack(laidOn(store, 's2', 's1').inks.get(id!)!)
  const [from, to] = [ink[0]!, ink[1]!]
  expect(rimAt(rims.values(), from)).toBe('s1')
  expect(Math.hypot(to[0] - from[0], to[1] - from[1])).toBeCloseTo(40, 0)
})

test('what a seat bears is counted', () => {
  const { doc, store } = cloth()
  slip({ doc, store }, 'fiets', BOB)
  const party = edits.addActor(doc, BOB, { label: 'buurvrouw' })
  edits.tie(doc, BOB, party, 't')
  expect(burden(store, 's2')).toEqual({ slips: 1, strokes: 0, fabric: 2 })
})
