import { flushSync } from 'svelte'
import { expect, test } from 'vitest'
import { actor, ANN, BOB, slip } from '../../../tests/boards'
import { seated } from '../../../tests/desks'
import * as edits from '../../model/edits'
import { mayTie } from './deeds.svelte'

test('a second tap on the same thing puts it down again', () => {
  const at = seated()
  const id = slip(at)
  at.deeds.pick(id)
  expect(at.desk.selected).toBe(id)
  at.deeds.pick(id)
  expect(at.desk.selected).toBe(null)
})

test("one's own slip opens in the writing bar, another's does not", () => {
  const at = seated({ phase: 'rim' })
  const [own, other] = [slip(at), slip(at, 'tuin', BOB)]
  at.deeds.edit(other)
  expect(at.desk.editing).toBe(null)
  at.deeds.edit(own)
  expect(at.desk.editing).toBe(own)
})

test('a schakel opens as a dialog where schakels may be changed', () => {
  const at = seated({ phase: 'connectors' })
  const id = actor(at)
  at.deeds.edit(id)
  expect(at.deeds.opened).toEqual({ kind: 'edit', id })
})

test('a line runs from or to a schakel, never between two ingredients', () => {
  const at = seated()
  const [one, two, shackle] = [slip(at), slip(at, 'tuin'), actor(at)]
  expect(mayTie(at.desk, one, two)).toBe(false)
  expect(mayTie(at.desk, one, 't')).toBe(false)
  expect(mayTie(at.desk, one, shackle)).toBe(true)
  expect(mayTie(at.desk, shackle, 't')).toBe(true)
  expect(mayTie(at.desk, shackle, shackle)).toBe(false)
})

test('tap, "trek een lijn", tap: the line is there and its fact is asked', () => {
  const at = seated()
  const [note, shackle] = [slip(at), actor(at)]
  flushSync()
  at.deeds.tieFrom(note)
  at.deeds.pick(shackle)
  const [tie] = at.store.ties.keys()
  expect(at.store.ties.get(tie!)?.ends).toEqual([note, shackle].sort())
  expect(at.deeds.opened).toEqual({ kind: 'edit', id: tie })
})

test('tap, "neem op", tap: it lies where the second tap was', () => {
  const at = seated()
  const id = slip(at)
  at.deeds.carry(id)
  at.deeds.put(id, [900, 700])
  expect(at.store.ingredients.get(id)?.at).toEqual([900, 700])
  expect(at.desk.carrying).toBe(null)
})

test('keys do only what the step allows', () => {
  const at = seated({ phase: 'rim' })
  const id = slip(at)
  flushSync()
  at.desk.selected = id
  at.deeds.command({ do: 'connect' })
  at.deeds.command({ do: 'positions' })
  expect(at.deeds.opened).toBe(null)
  at.deeds.command({ do: 'move' })
  expect(at.deeds.opened).toEqual({ kind: 'move', id })
})

test("delete takes away one's own slip and leaves another's", () => {
  const at = seated({ phase: 'rim' })
  const [own, other] = [slip(at), slip(at, 'tuin', BOB)]
  for (const id of [own, other]) {
    at.desk.selected = id
    at.deeds.command({ do: 'remove' })
  }
  expect([...at.store.ingredients.keys()]).toEqual([other])
})

test('escape goes one level back each time', () => {
  const at = seated()
  const id = slip(at)
  at.desk.tool = 'pen'
  at.desk.selected = id
  at.desk.carrying = id
  const left = () => [at.desk.carrying, at.desk.selected, at.desk.tool]
  at.deeds.back(0)
  expect(left()).toEqual([null, id, 'pen'])
  at.deeds.back(2000)
  expect(left()).toEqual([null, null, 'pen'])
  at.deeds.back(4000)
  expect(left()).toEqual([null, null, 'hand'])
})

test("escape twice in a row leaves everything and goes to one's own seat", () => {
  const at = seated()
  at.desk.tool = 'pen'
  at.desk.selected = at.desk.carrying = slip(at)
  at.desk.visiting = 's2'
  at.deeds.back(0)
  at.deeds.back(300)
  const { carrying, selected, tool, visiting } = at.desk
  expect([carrying, selected, tool, visiting]).toEqual([null, null, 'hand', null])
})

test('undo asks first when somebody else has changed it since', () => {
  const at = seated({ phase: 'free' })
  const id = edits.addIngredient(at.doc, ANN, 'fiets', 's1', 'blue', [1, 1])
  at.deeds.undo()
  expect(at.store.ingredients.has(id)).toBe(false)
  at.deeds.redo()
  expect(at.store.ingredients.has(id)).toBe(true)
})

test('doing again what another has changed since is asked first', () => {
  const at = seated({ phase: 'rim' })
  const id = slip(at)
  edits.setText(at.doc, ANN, id, 'bakfiets')
  at.deeds.undo()
  edits.setText(at.doc, BOB, id, 'ligfiets')
  at.deeds.redo()
  expect(at.deeds.opened).toEqual({ kind: 'redo' })
  expect(at.store.ingredients.get(id)?.text).toBe('ligfiets')
  at.deeds.redo(true)
  expect(at.store.ingredients.get(id)?.text).toBe('bakfiets')
})
