import { describe, expect, test } from 'vitest'
import { actor, ANN, replica, slip } from '../../../tests/boards'
import { chairs, tableAt } from '../../../tests/seated'
import * as edits from '../../model/edits'
import { spokenName } from '../naming'
import { covered, initials } from './covered'

describe('covered names', () => {
  test.each([
    ['Anna de Vries', 'A.D.V.'],
    ['rijwielhandelaar', 'R.'],
    ['  ', ''],
    ['😀 lach', '😀.L.'],
  ])('%j becomes %j', (name, short) => {
    expect(initials(name)).toBe(short)
  })

  test('every way to read the schakels gives initials', () => {
    const at = replica()
    const id = actor(at, 'actieve ouder')
    const { actors } = covered(tableAt(at)).board
    const told: string[] = []
    actors.forEach(({ label }) => told.push(label))
    const read = [
      actors.get(id)?.label,
      [...actors.values()][0]?.label,
      [...actors][0]?.[1].label,
      [...actors.entries()][0]?.[1].label,
      { ...actors.get(id)! }.label,
      told[0],
    ]
    expect(read).toEqual(Array.from({ length: 6 }, () => 'A.O.'))
  })

  test('a name given later is covered too', () => {
    const at = replica()
    const { board } = covered(tableAt(at))
    const id = actor(at, 'supermarkt')
    edits.setActor(at.doc, ANN, id, { label: 'buurtwinkel' })
    expect(board.actors.get(id)?.label).toBe('B.')
    expect(board.actors.size).toBe(1)
  })

  test('lines and slips are as they were', () => {
    const at = replica()
    const [one, note] = [actor(at, 'supermarkt'), slip(at, 'gezond eten')]
    edits.tie(at.doc, ANN, one, note)
    const table = covered(tableAt(at))
    expect(table.board.tiesOf(note).size).toBe(1)
    expect(table.board.ingredients.get(note)?.text).toBe('gezond eten')
    expect(spokenName(table, note)).not.toContain('supermarkt')
  })

  test('a chair that was called after somebody is an initial, a number stays', () => {
    const at = replica()
    chairs(at, 2)
    edits.setSeat(at.doc, ANN, 's2', { label: 'Noor' })
    const { board } = covered(tableAt(at))
    expect([...board.seats.values()].map(({ label }) => label)).toEqual(['stoel 1', 'N.'])
  })

  test('people at the table are initials', () => {
    const person = { id: 'p1', name: 'Noor', seat: 's1', role: 'participant', here: true } as const
    const table = covered(tableAt(replica(), { people: [person] }))
    expect(table.session.people.map(({ name }) => name)).toEqual(['N.'])
    expect(table.session.phase).toBe('free')
  })
})
