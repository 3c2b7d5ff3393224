import { expect, test } from 'vitest'
import { ANN, replica, slip } from '../../../tests/boards'
import { tableAt } from '../../../tests/seated'
import * as edits from '../../model/edits'
import { keepText } from './keepText'

const texts = (table: ReturnType<typeof tableAt>): string[] =>
  [...table.board.ingredients.values()].map(({ text }) => text).sort()

test('a new text takes the place of the old', () => {
  const at = replica()
  const table = tableAt(at)
  const note = table.board.ingredients.get(slip(at, 'fiets'))!
  keepText(table, note, 'fiets', 'fietsen')
  expect(texts(table)).toEqual(['fietsen'])
})

test('when somebody changed it meanwhile, both texts are kept', () => {
  const at = replica()
  const table = tableAt(at)
  const note = table.board.ingredients.get(slip(at, 'fiets'))!
  edits.setText(at.doc, ANN, note.id, 'bakfiets')
  keepText(table, note, 'fiets', 'fietsen')
  expect(texts(table)).toEqual(['bakfiets', 'fietsen'])
})

test('whoever changed nothing overwrites nothing', () => {
  const at = replica()
  const table = tableAt(at)
  const note = table.board.ingredients.get(slip(at, 'fiets'))!
  edits.setText(at.doc, ANN, note.id, 'bakfiets')
  keepText(table, note, 'fiets', 'fiets')
  expect(texts(table)).toEqual(['bakfiets'])
})
