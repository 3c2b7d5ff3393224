import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ANN, pass, replica, slip } from '../../tests/boards'
import { contentOf } from '../../tests/content'
import * as edits from '../model/edits'
import { NO_STORE, Outbox } from './outbox'
import { answerTo, type Unsent } from './unsent'

/** A document of which every change is kept until it is stored. */
function writer() {
  const own = replica()
  const told: Unsent[] = []
  const outbox = new Outbox({
    doc: own.doc,
    author: () => ANN,
    phase: () => 'rim',
    onChange: (unsent) => told.push(unsent),
  })
  return { ...own, outbox, told }
}

describe('the outbox', () => {
  it('takes note of each change made here with what it changed', () => {
    const { doc, store, outbox, told } = writer()
    const id = slip({ doc, store }, 'fiets')
    expect(outbox.waiting).toEqual(told)
    expect(told).toMatchObject([{ edit: 'addIngredient', author: ANN, phase: 'rim' }])
    expect(told[0]!.changes).toContainEqual({
      root: 'ingredients',
      key: `${id}.text`,
      before: undefined,
      after: 'fiets',
    })
  })

  it('takes no note of what came from elsewhere', () => {
    const [own, other] = [writer(), replica()]
    slip(other)
    pass(other, own)
    expect(own.outbox.waiting).toEqual([])
  })

  it('forgets what was stored, and puts what was found before the rest', () => {
    const { doc, store, outbox } = writer()
    slip({ doc, store })
    const [made] = outbox.waiting
    const old = { ...made!, key: 'old', at: 0 }
    expect(outbox.find([old, made!])).toEqual([old])
    expect(outbox.waiting.map((one) => one.key)).toEqual(['old', made!.key])
    outbox.forget(['old'])
    expect(outbox.waiting).toEqual([made])
  })

  it('of a device without a store remembers nothing', async () => {
    expect(await NO_STORE.load()).toEqual([])
  })
})

describe('the answer to a server', () => {
  it('is the difference in one piece when that is short', () => {
    const own = writer()
    slip(own)
    const server = replica()
    const [difference, ...more] = answerTo(
      own.doc,
      Y.encodeStateVector(server.doc),
      own.outbox.waiting,
    )
    Y.applyUpdate(server.doc, difference!)
    expect(more).toEqual([])
    expect(contentOf(server.store)).toEqual(contentOf(own.store))
  })

  it('goes in parts of bounded size when it is long, each fit to follow the one before', () => {
    const own = writer()
    const server = replica()
    slip(own)
    pass(own, server)
    for (let n = 0; n < 300; n++) slip(own, 'x'.repeat(1500))
    edits.setText(own.doc, ANN, [...own.store.ingredients.keys()][0]!, 'anders')
    const parts = answerTo(own.doc, Y.encodeStateVector(server.doc), own.outbox.waiting)
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) {
      expect(part.length).toBeLessThan(256 * 1024)
      Y.applyUpdate(server.doc, part)
      expect(server.doc.store.pendingStructs).toBeNull()
    }
    expect(contentOf(server.store)).toEqual(contentOf(own.store))
  })

  it('starts each part where the server’s knowledge ends', () => {
    const own = writer()
    const server = replica()
    for (let n = 0; n < 200; n++) slip(own, 'x'.repeat(1500))
    pass(own, server)
    for (let n = 0; n < 200; n++) slip(own, 'y'.repeat(1500))
    const vector = Y.encodeStateVector(server.doc)
    const known = Y.decodeStateVector(vector).get(own.doc.clientID)!
    for (const part of answerTo(own.doc, vector, own.outbox.waiting)) {
      const starts = Y.parseUpdateMeta(part).from.get(own.doc.clientID)
      expect(starts === undefined || starts >= known).toBe(true)
    }
  })
})
