import { beforeAll, expect, test } from 'vitest'
import { actor, ANN, replica, slip } from '../../tests/boards'
import { chairs, tableAt } from '../../tests/seated'
import * as edits from '../model/edits'
import { THEME_ID } from '../model/schema.gen'
import { language } from '../i18n/language.svelte'
import { seatName, spokenName } from './naming'

beforeAll(() => {
  language.start()
  language.choose('nl')
})

const person = (name: string, seat: string) =>
  ({ id: 'p9', name, seat, role: 'participant', here: true }) as const

test('a slip is named by kind, text, rim and whom it goes through', () => {
  const at = replica()
  chairs(at, 2)
  const note = slip(at, 'buurtmoestuin')
  edits.tie(at.doc, ANN, actor(at, 'rijwielhandelaar'), note)
  const table = tableAt(at, { people: [person('Noor', 's1')] })
  expect(spokenName(table, note)).toBe(
    "ingrediënt 'buurtmoestuin', rand van Noor, via rijwielhandelaar",
  )
})

test('what is drawn on a slip is said with it', () => {
  const at = replica()
  chairs(at, 2)
  const note = slip(at, 'fiets')
  const question = edits.ask(at.doc, ANN, note)
  expect(spokenName(tableAt(at), note)).toBe("ingrediënt 'fiets', rand van stoel 1, met vraagteken")
  edits.answer(at.doc, ANN, question, 'een bakfiets')
  expect(spokenName(tableAt(at), note)).not.toContain('vraagteken')
})

test('a schakel is named with how many ingredients it goes with', () => {
  const at = replica()
  const schakel = actor(at, 'supermarkt')
  expect(spokenName(tableAt(at), schakel)).toBe("schakel 'supermarkt'")
  edits.tie(at.doc, ANN, schakel, slip(at))
  expect(spokenName(tableAt(at), schakel)).toBe("schakel 'supermarkt', bij 1 ingrediënt")
})

test('a chair is named with where it stands from one’s own', () => {
  const at = replica()
  chairs(at, 6)
  const table = tableAt(at, { people: [person('Noor', 's3')] })
  expect(spokenName(table, 'seat:s3')).toBe('De stoel van Noor, links van jou, 2 stoelen verder')
  expect(spokenName(table, 'seat:s1')).toBe('De stoel van stoel 1, jouw plek')
})

test('a tie is named by its two ends', () => {
  const at = replica()
  edits.setTheme(at.doc, ANN, { text: 'Vrolijk groot worden' })
  const tie = edits.tie(at.doc, ANN, actor(at, 'supermarkt'), THEME_ID)
  expect(spokenName(tableAt(at), tie)).toContain('supermarkt')
  expect(spokenName(tableAt(at), tie)).toContain('Vrolijk groot worden')
})

test('an empty chair goes by its number, a labelled one by its label', () => {
  const at = replica()
  chairs(at, 2)
  edits.setSeat(at.doc, ANN, 's2', { label: 'leerkracht' })
  const table = tableAt(at)
  expect([seatName(table, 's1'), seatName(table, 's2')]).toEqual(['stoel 1', 'leerkracht'])
})
