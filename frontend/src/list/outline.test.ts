import { describe, expect, test } from 'vitest'
import { actor, ANN, BOB, replica, slip, type Replica } from '../../tests/boards'
import { chairs, tableAt } from '../../tests/seated'
import * as edits from '../model/edits'
import type { Author, Id, Point } from '../model/types'
import {
  balance,
  drawings,
  holders,
  NO_FILTER,
  partsOf,
  rims,
  schakels,
  slipsAt,
  slipsOf,
  unlinked,
} from './outline'

function setting() {
  const at = replica()
  chairs(at, 2)
  const mine = slip(at, 'fiets', ANN)
  const theirs = slip(at, 'speeltuin', BOB)
  return { at, mine, theirs }
}

const texts = (slips: readonly { text: string }[]): string[] => slips.map(({ text }) => text)

describe('in silent writing', () => {
  test('blank slips of others are counted, never read', () => {
    const { at } = setting()
    const table = tableAt(at, { phase: 'rim', silence: 'blank' })
    expect(rims(table)).toEqual([
      { seat: 's1', veil: 'open' },
      { seat: 's2', veil: 'blank' },
    ])
    expect(texts(slipsOf(table, NO_FILTER, 's2'))).toEqual([])
    expect(texts(unlinked(table, NO_FILTER))).toEqual(['fiets'])
  })

  test('in still writing others are not there at all', () => {
    const { at } = setting()
    expect(rims(tableAt(at, { phase: 'rim', silence: 'still' }))).toEqual([
      { seat: 's1', veil: 'open' },
    ])
  })

  test('a schakel does not give away what its slips say', () => {
    const { at, theirs } = setting()
    const schakel = actor(at)
    edits.tie(at.doc, ANN, schakel, theirs)
    expect(slipsAt(tableAt(at, { phase: 'rim', silence: 'blank' }), schakel)).toEqual([])
  })

  test('after the turn-over everything is read', () => {
    const { at } = setting()
    const table = tableAt(at, { phase: 'rim', silence: 'blank', turned: true })
    expect(texts(unlinked(table, NO_FILTER))).toEqual(['fiets', 'speeltuin'])
  })
})

describe('filters', () => {
  test('words are found whatever their accents', () => {
    const { at } = setting()
    slip(at, 'Café', ANN)
    expect(texts(unlinked(tableAt(at), { ...NO_FILTER, find: 'cafe' }))).toEqual(['Café'])
  })

  test('an answered question mark is no open one', () => {
    const { at, mine, theirs } = setting()
    edits.ask(at.doc, ANN, theirs)
    edits.answer(at.doc, BOB, edits.ask(at.doc, BOB, mine), 'de bakfiets van de buurt')
    expect(texts(unlinked(tableAt(at), { ...NO_FILTER, asked: true }))).toEqual(['speeltuin'])
  })

  test('a seat shows the schakels of its slips', () => {
    const { at, theirs } = setting()
    const [one] = [actor(at, 'supermarkt'), actor(at, 'bibliotheek')]
    edits.tie(at.doc, ANN, one, theirs)
    const shown = schakels(tableAt(at), { ...NO_FILTER, seat: 's2' })
    expect(shown.map(({ label }) => label)).toEqual(['supermarkt'])
  })
})

test('ended positions are no longer held', () => {
  const { at } = setting()
  const one = actor(at)
  const involvement = edits.observe(at.doc, ANN, one, 'partner')
  expect(holders(tableAt(at)).get('partner')).toHaveLength(1)
  edits.endInvolvement(at.doc, ANN, involvement)
  expect(holders(tableAt(at)).get('partner')).toHaveLength(0)
})

test('who is both local and professional counts in both', () => {
  const { at } = setting()
  edits.addActor(at.doc, ANN, { label: 'wijkteam', sphere: 'both', onCloth: true })
  edits.addActor(at.doc, ANN, { label: 'slager', sphere: 'local', onCloth: true })
  expect(balance(tableAt(at))).toEqual({ local: 2, professional: 1 })
})

test('a step leaves of the list what it is about', () => {
  expect([...partsOf('positions')]).toEqual(['posities', 'buiten'])
  expect(partsOf('contacts').has('stoelen')).toBe(false)
  expect(partsOf('').has('stoelen')).toBe(true)
})

describe('krabbels', () => {
  const dash = (at: Replica, author: Author, drawing?: Id): Id => {
    const points: Point[] = [
      [0, 0],
      [40, 40],
    ]
    const drawn = { seat: author.seat, pen: 'blue' as const, width: 3, points, drawing }
    return edits.addStroke(at.doc, author, drawn)[0]!
  }

  test('strokes of one drawing are one, with the caption that any of them has', () => {
    const { at } = setting()
    const first = dash(at, ANN)
    const second = dash(at, ANN, first)
    dash(at, BOB)
    edits.caption(at.doc, ANN, second, 'een boom')
    expect(drawings(tableAt(at))).toMatchObject([
      { id: second, seat: 's1', caption: 'een boom', strokes: [first, second] },
      { seat: 's2', caption: '' },
    ])
  })

  test('others’ are not there while all write in silence', () => {
    const { at } = setting()
    dash(at, BOB)
    expect(drawings(tableAt(at, { phase: 'rim', silence: 'blank' }))).toEqual([])
  })
})
