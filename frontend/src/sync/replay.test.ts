import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { ANN } from '../../tests/boards'
import * as edits from '../model/edits'
import type { Frame } from './past'
import { Replay } from './replay.svelte'

/** A cloth written step by step, each step a frame. */
function played(...steps: ((doc: Y.Doc) => void)[]): { frames: Frame[]; doc: Y.Doc } {
  const doc = new Y.Doc()
  const frames = steps.map((step, n) => {
    const updates: Uint8Array[] = []
    const take = (update: Uint8Array) => updates.push(update)
    doc.on('update', take)
    step(doc)
    doc.off('update', take)
    return { at: n * 10_000, updates }
  })
  return { frames, doc }
}

const slip = (doc: Y.Doc, text: string) =>
  edits.addIngredient(doc, ANN, text, 's1', 'blue', [100, 200])

/** Forty slips, of which the first is rewritten at the end and the second taken away. */
function evening() {
  const ids: string[] = []
  const writing = Array.from({ length: 40 }, (_, n) => (doc: Y.Doc) => {
    ids.push(slip(doc, `briefje ${n}`))
  })
  return played(
    ...writing,
    (doc) => edits.setText(doc, ANN, ids[0]!, 'anders'),
    (doc) => edits.remove(doc, ANN, ids[1]!),
  )
}

const texts = (replay: Replay) => [...replay.board.ingredients.values()].map(({ text }) => text)

test('each frame shows what lay there by then, forward and back, in any order', () => {
  const { frames } = evening()
  const replay = new Replay(frames)
  for (const index of [3, 39, 12, 0, 25, 41, 40, -1, 2]) {
    replay.show(index)
    expect(replay.index).toBe(index)
    expect(replay.board.ingredients.size).toBe(Math.min(index + 1, 40) - (index === 41 ? 1 : 0))
    expect(texts(replay).includes('anders')).toBe(index >= 40)
  }
  replay.destroy()
})

test('what came, went and was written anew is counted', () => {
  const replay = new Replay(evening().frames)
  replay.show(9)
  expect(replay.changed.ingredients).toEqual({ added: 10, removed: 0, changed: 0 })
  replay.show(40)
  expect(replay.changed.ingredients).toEqual({ added: 30, removed: 0, changed: 1 })
  replay.show(41)
  expect(replay.changed.ingredients).toEqual({ added: 0, removed: 1, changed: 0 })
  replay.show(39)
  expect(replay.changed.ingredients).toEqual({ added: 1, removed: 0, changed: 0 })
})

test('a past that begins with all there was shows that at once', () => {
  const { doc } = evening()
  const replay = new Replay([{ at: 0, updates: [Y.encodeStateAsUpdate(doc)] }])
  replay.show(0)
  expect(replay.board.ingredients.size).toBe(39)
})
