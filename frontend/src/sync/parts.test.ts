import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Parts } from './parts'
import { ProtocolError } from './protocol'

describe('a message in parts', () => {
  it('is whole with its last part, and not before', () => {
    const cuts = fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 }), { minLength: 1 })
    fc.assert(
      fc.property(cuts, (pieces) => {
        const message = Uint8Array.from(pieces.flatMap((piece) => [...piece]))
        const parts = new Parts()
        const given = pieces.map((piece) => parts.add(message.length, piece))
        expect(given.slice(0, -1)).toEqual(pieces.slice(1).map(() => null))
        expect(given.at(-1)).toEqual(message)
      }),
      { numRuns: 50 },
    )
  })

  it('begins anew after one that was broken off', () => {
    const parts = new Parts()
    parts.add(100, Uint8Array.of(1))
    parts.drop()
    expect(parts.add(2, Uint8Array.of(7, 8))).toEqual(Uint8Array.of(7, 8))
  })

  it('is not made of parts of different messages, or of too many bytes', () => {
    const parts = new Parts()
    parts.add(4, Uint8Array.of(1))
    expect(() => parts.add(5, Uint8Array.of(1))).toThrow(ProtocolError)
    expect(() => parts.add(4, Uint8Array.of(1, 2, 3, 4))).toThrow(ProtocolError)
  })
})
