import { expect, test } from 'vitest'
import { actor, replica, slip } from '../../../tests/boards'
import { chairs, tableAt } from '../../../tests/seated'
import { THEME_ID } from '../../model/schema.gen'
import { neighbours } from '../naming'
import { connectVia, suggestions, type Via } from './via'

const VIA: Via = {
  label: 'de fietsenmaker',
  sphere: 'local',
  kind: 'person',
  concreteness: 'named',
  evidence: 'repareert elke week op het plein',
  basis: 'factual',
  toTheme: true,
}

function setting() {
  const at = replica()
  chairs(at, 2)
  return { at, note: slip(at), table: tableAt(at) }
}

test('a name makes the line from ingredient through schakel to theme', () => {
  const { table, note } = setting()
  const made = connectVia(table, note, VIA)
  expect(neighbours(table.board, made).sort()).toEqual([note, THEME_ID].sort())
  expect(table.board.actors.get(made)).toMatchObject({ label: VIA.label, onCloth: true })
})

test('the fact stands with the line to the ingredient', () => {
  const { table, note } = setting()
  connectVia(table, note, VIA)
  const lines = [...table.board.tiesOf(note)].map((id) => table.board.ties.get(id)?.evidence)
  expect(lines).toEqual([VIA.evidence])
})

test('a schakel that has no line to the theme gets none', () => {
  const { table, note } = setting()
  const made = connectVia(table, note, { ...VIA, toTheme: false })
  expect(neighbours(table.board, made)).toEqual([note])
})

test('the same name in other capitals is the same schakel', () => {
  const { at, table, note } = setting()
  const known = actor(at, 'Conciërge')
  expect(connectVia(table, note, { ...VIA, label: ' concierge ' })).toBe(known)
  expect(table.board.actors.size).toBe(1)
})

test('it is one step of undo', () => {
  const { at, table, note } = setting()
  let transactions = 0
  at.doc.on('afterTransaction', () => (transactions += 1))
  connectVia(table, note, VIA)
  expect(transactions).toBe(1)
})

test('who is tied already is not suggested', () => {
  const { at, table, note } = setting()
  const tied = connectVia(table, note, VIA)
  const free = actor(at, 'de fietsclub')
  expect(suggestions(table.board, note, 'fiets')).toEqual([free])
  expect(suggestions(table.board, note, 'fiets')).not.toContain(tied)
})
