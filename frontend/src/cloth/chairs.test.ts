import { expect, test } from 'vitest'
import { ANN, BOB, replica, slip } from '../../tests/boards'
import * as edits from '../model/edits'
import type { Other } from '../sync/presence.svelte'
import { askedBySeat, guestsBySeat } from './chairs'
import { signsOf } from './sign'

const signs = signsOf(['s1', 's2', 's3'], (seat) => seat)
const other = (key: number, seat: string | null, at: string | null): Other => ({
  key,
  view: { seat: at },
  user: { id: `p${key}`, name: `P${key}`, seat, role: 'participant' },
})

test('who stands at the rim of another is a guest there', () => {
  const guests = guestsBySeat([other(1, 's1', 's3'), other(2, 's2', 's3')], signs)
  expect([...guests].map(([seat, all]) => [seat, all.map(({ name }) => name)])).toEqual([
    ['s3', ['P1', 'P2']],
  ])
})

test('who sits at home or has no chair is nobody’s guest', () => {
  const at = [other(1, 's1', 's1'), other(2, null, 's1'), other(3, 's3', null)]
  expect(guestsBySeat(at, signs).size).toBe(0)
})

test('a chair is asked something until its writer has explained', () => {
  const at = replica()
  const note = slip(at, 'gezond eten', BOB)
  const questions = [edits.ask(at.doc, ANN, note, ''), edits.ask(at.doc, ANN, note, 'welk?')]
  expect([...askedBySeat(at.store)]).toEqual([['s2', [note]]])
  for (const question of questions) edits.answer(at.doc, BOB, question, 'samen koken')
  expect(askedBySeat(at.store).size).toBe(0)
})
