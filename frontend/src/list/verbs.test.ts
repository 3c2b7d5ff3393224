import { expect, test } from 'vitest'
import { actor, ANN, BOB, replica, slip } from '../../tests/boards'
import { tableAt } from '../../tests/seated'
import * as edits from '../model/edits'
import { actorVerbs, ingredientVerbs } from './verbs'

const names = (verbs: readonly { name: string }[]): string[] => verbs.map(({ name }) => name)

test('on the rim one changes and removes only what is one’s own', () => {
  const at = replica()
  const table = tableAt(at, { phase: 'rim', silence: 'open' })
  expect(names(ingredientVerbs(table, slip(at, 'fiets', ANN)))).toEqual([
    'edit',
    'move',
    'cloth',
    'remove',
  ])
  expect(names(ingredientVerbs(table, slip(at, 'speeltuin', BOB)))).toEqual(['cloth'])
})

test('while schakels are sought, connecting comes first and nothing is removed', () => {
  const at = replica()
  const verbs = ingredientVerbs(tableAt(at, { phase: 'connectors' }), slip(at))
  expect(verbs.find(({ first }) => first)?.name).toBe('via')
  expect(names(verbs)).not.toContain('remove')
})

test('a viewer can only look', () => {
  const at = replica()
  const table = tableAt(at, { role: 'viewer' })
  expect(names(ingredientVerbs(table, slip(at)))).toEqual(['cloth'])
})

test('a question mark opens a slip to whoever walks by', () => {
  const at = replica()
  const note = slip(at, 'speeltuin', BOB)
  const table = tableAt(at, { phase: 'walk' })
  expect(names(ingredientVerbs(table, note))).not.toContain('edit')
  edits.ask(at.doc, ANN, note)
  expect(names(ingredientVerbs(table, note))).toContain('edit')
})

test('the verb beside a schakel follows the step', () => {
  const at = replica()
  const one = edits.addActor(at.doc, ANN, { label: 'supermarkt', onCloth: true })
  const first = (phase: 'connectors' | 'contacts' | 'positions'): string | undefined =>
    actorVerbs(tableAt(at, { phase }), one).find((verb) => verb.first)?.name
  expect([first('connectors'), first('contacts'), first('positions')]).toEqual([
    'tie',
    'contact',
    'positions',
  ])
})

test('who is not drawn has positions but no place', () => {
  const at = replica()
  const one = edits.addActor(at.doc, ANN, { label: 'leerkracht', onCloth: false })
  void actor(at)
  expect(names(actorVerbs(tableAt(at), one))).toEqual(['positions', 'edit', 'remove'])
})
