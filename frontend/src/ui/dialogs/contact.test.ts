import { expect, test } from 'vitest'
import { actor, ANN, BOB, replica, slip } from '../../../tests/boards'
import { tableAt } from '../../../tests/seated'
import * as edits from '../../model/edits'
import { cardsOf, mayRead } from './cards'
import { draftOf, inspirations, keepContact } from './contact'

const CAS = { participant: 'p3', seat: 's3' }

function setting() {
  const at = replica()
  const one = actor(at, 'supermarkt')
  const other = actor(at, 'actieve ouder')
  const note = slip(at, 'ontmoetingsplek')
  edits.tie(at.doc, ANN, one, note)
  return { table: tableAt(at), one, other, note, at }
}

test('a new card starts individual and prepared', () => {
  const { table, one } = setting()
  expect(draftOf(table, one, null)).toMatchObject({
    mode: 'individual',
    status: 'prepared',
    others: [],
  })
})

test('what was kept reads back the same', () => {
  const { table, one, other, note } = setting()
  const draft = {
    ...draftOf(table, one, null),
    mode: 'group' as const,
    others: [other],
    when: '2025-02-01',
    story: 'Jullie plein is al een ontmoetingsplek.',
    inspiredBy: [note],
  }
  const card = keepContact(table, one, null, draft)
  expect(draftOf(table, one, card)).toEqual(draft)
})

test('making it individual takes the others off the card', () => {
  const { table, one, other } = setting()
  const group = { ...draftOf(table, one, null), mode: 'group' as const, others: [other] }
  const card = keepContact(table, one, null, group)
  keepContact(table, one, card, { ...group, mode: 'individual' })
  expect(table.board.contacts.get(card)?.members).toEqual([one])
})

test('the ingredients of a schakel inspire its story', () => {
  const { table, one, other, note } = setting()
  expect(inspirations(table.board, one)).toEqual([note])
  expect(inspirations(table.board, other)).toEqual([])
})

test('a card that somebody else has not shared is not read, nor its story written over', () => {
  const { table, one, at } = setting()
  const story = 'Jullie plein is al een ontmoetingsplek.'
  keepContact(table, one, null, { ...draftOf(table, one, null), story, who: 's2' })
  const bob = tableAt(at, { author: CAS })
  const [card] = cardsOf(bob, one)
  expect(mayRead(bob, card!)).toBe(false)
  const draft = draftOf(bob, one, null)
  expect(draft.story).toBe(null)
  keepContact(bob, one, null, draft)
  expect(table.board.stories.get(one)?.text).toBe(story)
})

test('a card is read by who made it, who makes the contact, and the facilitator', () => {
  const { table, one, at } = setting()
  keepContact(table, one, null, { ...draftOf(table, one, null), who: 's2' })
  const [card] = cardsOf(table, one)
  const readers = [{ author: ANN }, { author: BOB }, { author: CAS, role: 'facilitator' as const }]
  expect(readers.map((who) => mayRead(tableAt(at, who), card!))).toEqual([true, true, true])
  edits.setContact(at.doc, ANN, card!.id, { shared: true })
  const [shared] = cardsOf(table, one)
  expect(mayRead(tableAt(at, { author: CAS }), shared!)).toBe(true)
})
