import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { decode, presence, ProtocolError, query, step1, step2, update } from './protocol'

/** A message as y-protocols and lib0 write it. */
function stock(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const bytes = fc.uint8Array({ maxLength: 300 })

describe('writing', () => {
  it('gives the bytes that y-protocols gives', () => {
    const doc = new Y.Doc()
    doc.getMap('theme').set('text', 'vrolijk groot worden')
    const change = Y.encodeStateAsUpdate(doc)
    const ofSync = (write: (encoder: encoding.Encoder) => void) =>
      stock((encoder) => (encoding.writeVarUint(encoder, 0), write(encoder)))
    expect(step1(Y.encodeStateVector(doc))).toEqual(ofSync((e) => sync.writeSyncStep1(e, doc)))
    expect(step2(change)).toEqual(ofSync((e) => sync.writeSyncStep2(e, doc)))
    expect(update(change)).toEqual(ofSync((e) => sync.writeUpdate(e, change)))
    expect(query()).toEqual(Uint8Array.from([3]))
  })

  it('gives presence as y-protocols gives it', () => {
    const doc = new Y.Doc()
    const awareness = new Awareness(doc)
    awareness.setLocalState({ cursor: [1, 2], naam: 'Zoë' })
    const clock = awareness.meta.get(doc.clientID)!.clock
    const expected = stock((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID]))
    })
    const state = { cursor: [1, 2], naam: 'Zoë' }
    expect(presence([{ key: doc.clientID, clock, state }])).toEqual(expected)
    awareness.destroy()
  })
})

describe('reading', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(bytes, (change) => {
        expect(decode(step1(change))).toEqual({ type: 'step1', vector: change })
        expect(decode(step2(change))).toEqual({ type: 'step2', update: change })
        expect(decode(update(change))).toEqual({ type: 'update', update: change })
      }),
      { numRuns: 30 },
    )
  })

  it('gives presence, and who left', () => {
    const shown = [
      { key: 2 ** 40, clock: 3, state: { cursor: [1, 2] } },
      { key: 7, clock: 0, state: null },
    ]
    expect(decode(presence(shown))).toEqual({ type: 'presence', shown })
  })

  it('gives what only our server says', () => {
    const say = (type: number, write: (encoder: encoding.Encoder) => void) =>
      decode(stock((encoder) => (encoding.writeVarUint(encoder, type), write(encoder))))
    expect(say(80, (e) => encoding.writeVarUint(e, 300))).toEqual({ type: 'stored', count: 300 })
    expect(say(81, (e) => encoding.writeVarString(e, '{"phase":"rim"}'))).toEqual({
      type: 'session',
      session: { phase: 'rim' },
    })
    const notice = '{"code":"rate","text":"Eén moment","update":4}'
    expect(say(82, (e) => encoding.writeVarString(e, notice))).toEqual({
      type: 'notice',
      notice: { code: 'rate', text: 'Eén moment', update: 4 },
    })
    const part = Uint8Array.from([83, 200, 1, 7, 8])
    expect(decode(part)).toEqual({ type: 'part', whole: 200, bytes: Uint8Array.of(7, 8) })
  })

  it('takes no message that ends too early, goes on too long, or is of no known type', () => {
    const whole = step2(Uint8Array.from([1, 2, 3]))
    for (const wrong of [
      whole.subarray(0, -1),
      Uint8Array.from([...whole, 0]),
      Uint8Array.from([]),
      Uint8Array.from([0, 3, 0]),
      Uint8Array.from([4]),
      Uint8Array.from([84, 0]),
      Uint8Array.from([83]),
      Uint8Array.from([2, 1, 0]),
    ]) {
      expect(() => decode(wrong)).toThrow(ProtocolError)
    }
  })

  it('takes no number above 2^53, no broken UTF-8 and no broken JSON', () => {
    const tooHigh = Uint8Array.from([80, 255, 255, 255, 255, 255, 255, 255, 255, 1])
    const highest = Uint8Array.from([80, 255, 255, 255, 255, 255, 255, 255, 15])
    expect(() => decode(tooHigh)).toThrow(ProtocolError)
    expect(decode(highest)).toEqual({ type: 'stored', count: Number.MAX_SAFE_INTEGER })
    expect(() => decode(Uint8Array.from([81, 1, 0xff]))).toThrow(ProtocolError)
    expect(() => decode(Uint8Array.from([81, 1, 0x7b]))).toThrow(ProtocolError)
    expect(() => decode(Uint8Array.from([81, 1, 0x37]))).toThrow(ProtocolError)
  })

  it('fails on no bytes in another way', () => {
    fc.assert(
      fc.property(bytes, (any) => {
        try {
          decode(any)
        } catch (fault) {
          expect(fault).toBeInstanceOf(ProtocolError)
        }
      }),
    )
  })
})
