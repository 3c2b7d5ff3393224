import { expect, test } from 'vitest'
import { actor, ANN, BOB, replica, slip } from '../../../tests/boards'
import { tableAt } from '../../../tests/seated'
import * as edits from '../../model/edits'
import { THEME_ID } from '../../model/schema.gen'
import { tieable } from './tieable'

test('a schakel ties to the theme, other schakels and ingredients', () => {
  const at = replica()
  const [one, other, note] = [actor(at, 'a'), actor(at, 'b'), slip(at)]
  expect(tieable(tableAt(at), one)).toEqual([THEME_ID, other, note])
})

test('an ingredient ties to schakels only', () => {
  const at = replica()
  const [one, note] = [actor(at), slip(at)]
  slip(at, 'speeltuin')
  expect(tieable(tableAt(at), note)).toEqual([one])
})

test('what is tied already is not offered again', () => {
  const at = replica()
  const [one, note] = [actor(at), slip(at)]
  edits.tie(at.doc, ANN, one, note)
  expect(tieable(tableAt(at), note)).toEqual([])
})

test("others' covered slips are not offered", () => {
  const at = replica()
  const one = actor(at)
  slip(at, 'geheim', BOB)
  expect(tieable(tableAt(at, { phase: 'rim', silence: 'blank' }), one)).toEqual([THEME_ID])
})
