import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { Replay } from '../../sync/replay.svelte'
import { Playing } from './playing.svelte'

/** Five slips: two minutes, one hour and a minute apart. */
function played(): Playing {
  const doc = new Y.Doc()
  const frames = [0, 20_000, 140_000, 3_740_000, 3_800_000].map((at, n) => {
    const before = Y.encodeStateVector(doc)
    doc.getMap('ingredients').set(`i${n}`, { seat: 's1', pen: 'blue' })
    return { at, updates: [Y.encodeStateAsUpdate(doc, before)] }
  })
  return new Playing(frames, new Replay(frames))
}

test('time goes by at the speed that was chosen', () => {
  const playing = played()
  playing.to(0)
  playing.forward(900)
  expect(playing.index).toBe(0)
  playing.forward(100)
  expect(playing.index).toBe(1)
  playing.speed = '240'
  playing.forward(200)
  expect(playing.index).toBe(2)
})

test('a long pause takes no longer than a short one', () => {
  const playing = played()
  playing.to(2)
  playing.forward(1_500)
  expect(playing.index).toBe(3)
})

test('it stops at the last frame and begins anew from there', () => {
  const playing = played()
  playing.to(3)
  playing.running = true
  playing.forward(60_000)
  expect([playing.index, playing.running]).toEqual([4, false])
  playing.play()
  expect([playing.index, playing.running]).toEqual([0, true])
  playing.pause()
})

test('there is nothing before the first frame and after the last', () => {
  const playing = played()
  playing.to(-3)
  expect(playing.index).toBe(0)
  playing.to(99)
  expect(playing.index).toBe(4)
})
