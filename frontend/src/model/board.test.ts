import { flushSync } from 'svelte'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardStore } from './board.svelte'
import * as edits from './edits'

const ANN = { participant: 'p1', seat: 's1' }

describe('loading', () => {
  it('takes in ten thousand slips in well under 200 ms', () => {
    const source = new Y.Doc()
    for (let i = 0; i < 10_000; i++) {
      edits.addIngredient(source, ANN, `slip ${i}`, `s${i % 8}`, 'blue', [i, i])
    }
    const update = Y.encodeStateAsUpdate(source)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    const t0 = performance.now()
    const store = new BoardStore(doc)
    const t1 = performance.now()
    const doc2 = new Y.Doc()
    const store2 = new BoardStore(doc2)
    const t2 = performance.now()
    Y.applyUpdate(doc2, update)
    const t3 = performance.now()
    console.error('LOAD', t1 - t0, 'EVENT', t3 - t2)
    expect(store.ingredients.size).toBe(10_000)
    expect(store2.ingredients.size).toBe(10_000)
    flushSync()
  })
})
