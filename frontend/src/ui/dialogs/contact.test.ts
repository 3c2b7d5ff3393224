import { expect, test } from 'vitest'
import { actor, ANN, replica, slip } from '../../../tests/boards'
import { tableAt } from '../../../tests/seated'
import * as edits from '../../model/edits'
import { draftOf, inspirations, keepContact } from './contact'

function setting() {
  const at = replica()
  const one = actor(at, 'supermarkt')
  const other = actor(at, 'actieve ouder')
  const note = slip(at, 'ontmoetingsplek')
  edits.tie(at.doc, ANN, one, note)
  return { table: tableAt(at), one, other, note }
}

test('a new card starts individual and prepared', () => {
  const { table, one } = setting()
  expect(draftOf(table.board, one, null)).toMatchObject({
    mode: 'individual',
    status: 'prepared',
    others: [],
  })
})

test('what was kept reads back the same', () => {
  const { table, one, other, note } = setting()
  const draft = {
    ...draftOf(table.board, one, null),
    mode: 'group' as const,
    others: [other],
    when: '2025-02-01',
    story: 'Jullie plein is al een ontmoetingsplek.',
    inspiredBy: [note],
  }
  const card = keepContact(table, one, null, draft)
  expect(draftOf(table.board, one, card)).toEqual(draft)
})

test('making it individual takes the others off the card', () => {
  const { table, one, other } = setting()
  const group = { ...draftOf(table.board, one, null), mode: 'group' as const, others: [other] }
  const card = keepContact(table, one, null, group)
  keepContact(table, one, card, { ...group, mode: 'individual' })
  expect(table.board.contacts.get(card)?.members).toEqual([one])
})

test('the ingredients of a schakel inspire its story', () => {
  const { table, one, other, note } = setting()
  expect(inspirations(table.board, one)).toEqual([note])
  expect(inspirations(table.board, other)).toEqual([])
})
