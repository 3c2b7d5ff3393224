import { expect, test } from 'vitest'
import { actor, ANN, replica, slip } from '../../../tests/boards'
import { chairs, tableAt } from '../../../tests/seated'
import { rimAt, rimsAround } from '../../cloth/rim'
import type { BoardStore } from '../../model/board.svelte'
import * as edits from '../../model/edits'
import type { Id } from '../../model/types'
import { placesFor, type Target } from './move'

const placeFor = (board: BoardStore, id: Id, target: Target) =>
  placesFor(board, [id], target).get(id)

function setting() {
  const at = replica()
  chairs(at, 4)
  return { at, board: tableAt(at).board, note: slip(at) }
}

test('moved to a rim, a slip lies on that rim', () => {
  const { board, note } = setting()
  const place = placeFor(board, note, { to: 'rim', seat: 's3' })!
  expect(rimAt(rimsAround(board).values(), place)).toBe('s3')
})

test('moved beside a slip, it lies near and not on it', () => {
  const { at, board, note } = setting()
  const other = slip(at, 'speeltuin')
  edits.moveTo(at.doc, ANN, other, [1200, 600])
  const [x, y] = placeFor(board, note, { to: 'beside', slip: other })!
  const away = Math.hypot(x - 1200, y - 600)
  expect(away).toBeGreaterThan(80)
  expect(away).toBeLessThan(500)
})

test('moved to a crowded schakel, slips do not lie on each other', () => {
  const { at, board, note } = setting()
  const schakel = actor(at, 'supermarkt')
  edits.moveTo(at.doc, ANN, schakel, [800, 600])
  const places = Array.from({ length: 8 }, (_, n) => {
    const id = slip(at, `briefje ${n}`)
    const place = placeFor(board, id, { to: 'actor', actor: schakel })!
    edits.moveTo(at.doc, ANN, id, place)
    return place.join()
  })
  expect(new Set(places).size).toBe(8)
  expect(placeFor(board, note, { to: 'theme' })).toBeDefined()
})

test('there is no place beside what has none', () => {
  const { at, board, note } = setting()
  expect(placeFor(board, note, { to: 'actor', actor: actor(at) })).toBeUndefined()
})

test('several go together and lie beside each other', () => {
  const { at, board, note } = setting()
  const all = [note, slip(at, 'speeltuin'), slip(at, 'bakfiets')]
  const places = placesFor(board, all, { to: 'theme' })
  expect([...places.keys()]).toEqual(all)
  expect(new Set([...places.values()].map(String)).size).toBe(3)
})
