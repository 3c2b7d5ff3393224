import { describe, expect, it } from 'vitest'
import { meet, replica, type Replica } from '../../tests/boards'
import { contentOf } from '../../tests/content'
import * as edits from './edits'
import type { Author, Id } from './types'
import { Undo } from './undo.svelte'

const HOST: Author = { participant: 'host', seat: 's3' }
const NOOR: Author = { participant: 'noor', seat: 's1' }
const DOUBLE: Author = { participant: 'noor2', seat: 's2' }
const NOWHERE = { places: new Map(), inks: new Map() }

/** A board with three seats, at two of which the same person wrote. */
function doubled(): Replica & { slip: Id; actor: Id; stroke: Id } {
  const board = replica()
  const [one, two, three] = [0, 90, 180].map((angle) => edits.addSeat(board.doc, HOST, { angle }))
  Object.assign(NOOR, { seat: one })
  Object.assign(DOUBLE, { seat: two })
  Object.assign(HOST, { seat: three })
  const slip = edits.addIngredient(board.doc, DOUBLE, 'fiets', DOUBLE.seat, 'blue', [300, 900])
  const actor = edits.addActor(board.doc, DOUBLE, { label: 'rijwielhandelaar', onCloth: true })
  edits.tie(board.doc, DOUBLE, actor, slip)
  edits.addContact(board.doc, NOOR, [actor], { who: DOUBLE.seat })
  const points = [
    [0, 0],
    [40, 40],
  ] as const
  const drawn = { seat: DOUBLE.seat, pen: 'blue', width: 3, points } as const
  const [stroke] = edits.addStroke(board.doc, DOUBLE, drawn)
  return { ...board, slip, actor, stroke: stroke! }
}

describe('merging double seats', () => {
  it('makes slips, ink, ties and marks of the one those of the other', () => {
    const { doc, store, slip, actor, stroke } = doubled()
    edits.mergeSeats(doc, HOST, DOUBLE.seat, NOOR.seat, NOWHERE)
    expect(store.ingredients.get(slip)).toMatchObject({ seat: NOOR.seat, text: 'fiets' })
    expect(store.strokes.get(stroke)?.seat).toBe(NOOR.seat)
    expect(store.actors.get(actor)?.by).toBe(NOOR.seat)
    expect([...store.ties.values()].map(({ by }) => by)).toEqual([NOOR.seat])
    expect([...store.contacts.values()][0]?.who).toBe(NOOR.seat)
    expect([...store.ingredientsOf(NOOR.seat)]).toEqual([slip])
    expect(store.seats.has(DOUBLE.seat)).toBe(false)
  })

  it('lays slips and ink where they are wanted', () => {
    const { doc, store, slip, stroke } = doubled()
    const ink = new Uint8Array([1, 2, 3])
    const laid = { places: new Map([[slip, [500, 60]]] as const), inks: new Map([[stroke, ink]]) }
    edits.mergeSeats(doc, HOST, DOUBLE.seat, NOOR.seat, laid)
    expect(store.ingredients.get(slip)?.at).toEqual([500, 60])
    expect(store.strokes.get(stroke)?.points).toEqual(ink)
  })

  it('is taken back whole, also by the undo of whoever did it', () => {
    const { doc, store } = doubled()
    const undo = new Undo(doc, () => HOST)
    const was = contentOf(store)
    const taken = edits.mergeSeats(doc, HOST, DOUBLE.seat, NOOR.seat, NOWHERE)
    edits.unmergeSeats(doc, HOST, taken)
    expect(contentOf(store)).toEqual(was)
    edits.mergeSeats(doc, HOST, DOUBLE.seat, NOOR.seat, NOWHERE)
    undo.undo()
    expect(contentOf(store)).toEqual(was)
  })

  it('is taken back but for what somebody moved since', () => {
    const board = doubled()
    const { doc, store, slip } = board
    const laid = { places: new Map([[slip, [500, 60]]] as const), inks: new Map() }
    const taken = edits.mergeSeats(doc, HOST, DOUBLE.seat, NOOR.seat, laid)
    edits.moveTo(doc, NOOR, slip, [700, 700])
    edits.unmergeSeats(doc, HOST, taken)
    expect(store.ingredients.get(slip)).toMatchObject({ seat: DOUBLE.seat, at: [700, 700] })
  })

  it('leaves the seat there for what was written at it meanwhile', () => {
    const board = doubled()
    const other = replica()
    meet(board, other)
    edits.mergeSeats(board.doc, HOST, DOUBLE.seat, NOOR.seat, NOWHERE)
    edits.addIngredient(other.doc, DOUBLE, 'bel', DOUBLE.seat, 'blue', [300, 800])
    meet(board, other)
    expect(board.store.seats.has(DOUBLE.seat)).toBe(true)
    expect(contentOf(board.store)).toEqual(contentOf(other.store))
  })
})
