import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actor, ANN, BOB, meet, replica, slip, type Replica } from '../../tests/boards'
import { contentOf } from '../../tests/content'
import { chanceFrom, randomEdit } from '../../tests/random-edits'
import { readings } from '../../tests/readings.svelte'
import * as edits from './edits'
import type { Author } from './types'
import { Undo } from './undo.svelte'

function undoAt(board: Replica, author: () => Author = () => ANN): Undo {
  return new Undo(board.doc, author)
}

describe('undo', () => {
  it('takes back the last step, and redo does it again', () => {
    const board = replica()
    const undo = undoAt(board)
    const id = slip(board, 'fiets')
    edits.setText(board.doc, ANN, id, 'bakfiets')
    expect(undo.next).toMatchObject({ edit: 'setText', ids: [id], changedBy: [] })
    expect(undo.undo()).toMatchObject({ edit: 'setText', ids: [id] })
    expect(board.store.ingredients.get(id)?.text).toBe('fiets')
    expect(undo.nextRedo).toMatchObject({ edit: 'setText' })
    undo.redo()
    expect(board.store.ingredients.get(id)?.text).toBe('bakfiets')
    expect(undo.nextRedo).toBeNull()
  })

  it('of everything gives the board that was, and redo of everything the one that is', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const board = replica()
        const chance = chanceFrom(seed)
        for (let n = 0; n < 15; n++) randomEdit(board.doc, board.store, BOB, chance)
        const was = contentOf(board.store)
        const undo = undoAt(board)
        for (let n = 0; n < 25; n++) randomEdit(board.doc, board.store, ANN, chance)
        const is = contentOf(board.store)
        while (undo.undo());
        expect(contentOf(board.store)).toEqual(was)
        while (undo.redo());
        expect(contentOf(board.store)).toEqual(is)
      }),
      { numRuns: 15 },
    )
  })

  it('lays what it made in the bin, so that words of others on it are not lost', () => {
    const [ann, bob] = [replica(), replica()]
    const undo = undoAt(ann)
    const id = slip(ann, 'fiets')
    meet(ann, bob)
    edits.setText(bob.doc, BOB, id, 'bakfiets')
    undo.undo()
    meet(ann, bob)
    expect(ann.store.ingredients.size).toBe(0)
    expect(ann.store.bin.get(id)?.text).toBe('bakfiets')
  })

  it('makes an actor contested that another tied meanwhile', () => {
    const [ann, bob] = [replica(), replica()]
    const undo = undoAt(ann)
    const ingredient = slip(bob, 'fiets', BOB)
    meet(ann, bob)
    const made = actor(ann)
    meet(ann, bob)
    edits.tie(bob.doc, BOB, made, ingredient)
    undo.undo()
    meet(ann, bob)
    expect(ann.store.actors.get(made)?.contested).toBe(true)
  })

  it('says who wrote since, so that one can be asked', () => {
    const [ann, bob] = [replica(1), replica(2)]
    const undo = undoAt(ann)
    const id = slip(ann, 'fiets')
    meet(ann, bob)
    edits.setText(ann.doc, ANN, id, 'bakfiets')
    meet(ann, bob)
    edits.setText(bob.doc, BOB, id, 'driewieler')
    meet(ann, bob)
    expect(undo.next?.changedBy).toEqual([2])
    expect(ann.store.ingredients.get(id)?.text).toBe('driewieler')
    undo.undo()
    expect(ann.store.ingredients.get(id)?.text).toBe('fiets')
  })

  it('says who wrote on what it made, also in a register it did not write', () => {
    const [ann, bob] = [replica(1), replica(2)]
    const undo = undoAt(ann)
    const id = slip(ann, 'fiets')
    meet(ann, bob)
    edits.setKind(bob.doc, BOB, id, 'means')
    meet(ann, bob)
    expect(undo.next?.changedBy).toEqual([2])
  })

  it('is nobody’s business when others wrote elsewhere', () => {
    const [ann, bob] = [replica(1), replica(2)]
    const undo = undoAt(ann)
    const id = slip(ann, 'fiets')
    meet(ann, bob)
    edits.setText(ann.doc, ANN, id, 'bakfiets')
    edits.moveTo(bob.doc, BOB, id, [9, 9])
    meet(ann, bob)
    expect(undo.next?.changedBy).toEqual([])
    undo.undo()
    expect(ann.store.ingredients.get(id)).toMatchObject({ text: 'fiets', at: [9, 9] })
  })
})

describe('a step', () => {
  it('is one gesture: several edits together, or strokes of one drawing', () => {
    const board = replica()
    const undo = undoAt(board)
    edits.together(board.doc, ANN, () => {
      edits.tie(board.doc, ANN, actor(board), slip(board))
    })
    const stroke = { seat: 's1', pen: 'moss', width: 3, points: [[0, 0]] } as const
    edits.addStroke(board.doc, ANN, stroke)
    edits.addStroke(board.doc, ANN, stroke)
    undo.undo()
    expect(board.store.strokes.size).toBe(0)
    expect(board.store.ties.size).toBe(1)
    undo.undo()
    expect([board.store.actors.size, board.store.ingredients.size]).toEqual([0, 0])
    expect(undo.next).toBeNull()
  })

  it('belongs to the seat that made it, also on a shared tablet', () => {
    const board = replica()
    let seated = ANN
    const undo = undoAt(board, () => seated)
    const [first, second] = [slip(board, 'een', ANN), slip(board, 'twee', BOB)]
    undo.undo()
    expect([...board.store.ingredients.keys()]).toEqual([second])
    seated = BOB
    expect(undo.next?.ids).toEqual([second])
    undo.undo()
    expect(board.store.ingredients.size).toBe(0)
    expect(board.store.bin.has(first)).toBe(true)
  })

  it('of another is never on one’s own list', () => {
    const [ann, bob] = [replica(), replica()]
    const undo = undoAt(ann)
    slip(bob, 'fiets', BOB)
    meet(ann, bob)
    expect(undo.next).toBeNull()
    expect(undo.undo()).toBeNull()
  })

  it('is forgotten after a hundred more', () => {
    const board = replica()
    const undo = undoAt(board)
    for (let n = 0; n < 101; n++) slip(board, `${n}`)
    while (undo.undo());
    expect([...board.store.ingredients.values()].map((one) => one.text)).toEqual(['0'])
  })

  it('is forgotten with the rest when the table goes on', () => {
    const board = replica()
    const undo = undoAt(board)
    slip(board)
    undo.clear()
    expect(undo.next).toBeNull()
  })

  it('makes what was undone before it impossible to redo', () => {
    const board = replica()
    const undo = undoAt(board)
    slip(board)
    undo.undo()
    slip(board)
    expect(undo.nextRedo).toBeNull()
  })

  it('is told to who shows it', () => {
    const board = replica()
    const undo = undoAt(board)
    const seen = readings(() => undo.next?.edit)
    slip(board)
    expect(seen.count()).toBe(2)
    seen.stop()
  })
})
