import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { actor, ANN, BOB, meet, pass, replica, slip, type Replica } from '../../tests/boards'
import { contentOf } from '../../tests/content'
import { changesOf, type Change } from './changes'
import * as edits from './edits'
import { keepBoth, meetings } from './versions'
import type { Author, Id } from './types'

const SERVER = 'server'

/** Somebody who keeps both versions of what they have not been able to send. */
function writer(clientID: number, author: Author) {
  const own = replica(clientID)
  let unsent: Change[] = []
  own.doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.local) unsent.push(...changesOf(own.doc, transaction))
    else if (transaction.origin === SERVER) {
      keepBoth(own.doc, author, meetings(own.doc, transaction, unsent))
    }
  })
  return { ...own, author, stored: () => (unsent = []) }
}
type Writer = ReturnType<typeof writer>

/** Two who share a slip and a schakel; which of them has the higher client id wins a meeting. */
function two(annsClient: number, bobsClient: number): { ann: Writer; bob: Writer; id: Id } {
  const [ann, bob] = [writer(annsClient, ANN), writer(bobsClient, BOB)]
  const id = slip(ann, 'fiets')
  meet(ann, bob)
  ann.stored()
  bob.stored()
  return { ann, bob, id }
}

function texts({ store }: Replica): string[] {
  return [...store.ingredients.values()].map((one) => one.text).sort()
}

describe('two texts written at the same time', () => {
  it.each([
    [1, 2],
    [2, 1],
  ])('both stay, whoever wins (clients %i and %i)', (annsClient, bobsClient) => {
    const { ann, bob, id } = two(annsClient, bobsClient)
    edits.setText(bob.doc, BOB, id, 'bakfiets')
    bob.stored()
    edits.setText(ann.doc, ANN, id, 'driewieler')
    pass(bob, ann, SERVER)
    pass(ann, bob, SERVER)
    for (const board of [ann, bob]) {
      expect(texts(board)).toEqual(['bakfiets', 'driewieler'])
      const second = [...board.store.ingredients.values()].find((one) => one.id !== id)
      expect(second).toMatchObject({ secondOf: id, seat: 's1', pen: 'blue', at: [124, 224] })
    }
  })

  it('stay once, also when both find out', () => {
    const { ann, bob, id } = two(1, 2)
    edits.setText(ann.doc, ANN, id, 'driewieler')
    edits.setText(bob.doc, BOB, id, 'bakfiets')
    const apart = replica()
    pass(ann, apart)
    pass(bob, ann, SERVER)
    pass(apart, bob, SERVER)
    meet(ann, bob)
    expect(texts(ann)).toEqual(['bakfiets', 'driewieler'])
    expect(contentOf(ann.store)).toEqual(contentOf(bob.store))
  })

  it('that are equal stay one', () => {
    const { ann, bob, id } = two(1, 2)
    edits.setText(bob.doc, BOB, id, 'bakfiets')
    edits.setText(ann.doc, ANN, id, 'bakfiets')
    pass(bob, ann, SERVER)
    expect(texts(ann)).toEqual(['bakfiets'])
  })

  it('stand one after the other in a story', () => {
    const { ann, bob } = two(1, 2)
    const told = actor(ann)
    meet(ann, bob)
    ann.stored()
    edits.setStory(bob.doc, BOB, told, 'kom kijken')
    bob.stored()
    edits.setStory(ann.doc, ANN, told, 'weet je nog?')
    pass(bob, ann, SERVER)
    pass(ann, bob, SERVER)
    expect(ann.store.stories.get(told)?.text).toBe('kom kijken\n\nweet je nog?')
    expect(contentOf(ann.store)).toEqual(contentOf(bob.store))
  })

  it('stand side by side in a name', () => {
    const { ann, bob } = two(1, 2)
    const named = actor(ann, 'Jan')
    meet(ann, bob)
    ann.stored()
    edits.setActor(bob.doc, BOB, named, { label: 'Jan de Wit' })
    bob.stored()
    edits.setActor(ann.doc, ANN, named, { label: 'Jan van de fietsen' })
    pass(bob, ann, SERVER)
    expect(ann.store.actors.get(named)?.label).toBe('Jan de Wit / Jan van de fietsen')
  })

  it('that no longer fit one after the other: the second becomes a slip', () => {
    const { ann, bob } = two(1, 2)
    const told = actor(ann)
    meet(ann, bob)
    ann.stored()
    edits.setStory(bob.doc, BOB, told, 'a'.repeat(1500))
    bob.stored()
    edits.setStory(ann.doc, ANN, told, 'b'.repeat(1500))
    pass(bob, ann, SERVER)
    expect(ann.store.stories.get(told)?.text).toBe('a'.repeat(1500))
    expect(texts(ann)).toContain('b'.repeat(1500))
  })
})

describe('one text after the other', () => {
  it('is a change like any other', () => {
    const { ann, bob, id } = two(1, 2)
    edits.setText(ann.doc, ANN, id, 'driewieler')
    ann.stored()
    pass(ann, bob, SERVER)
    edits.setText(bob.doc, BOB, id, 'bakfiets')
    pass(bob, ann, SERVER)
    expect(texts(ann)).toEqual(['bakfiets'])
  })

  it('is so too when the server had ours but could not tell us', () => {
    const { ann, bob, id } = two(1, 2)
    edits.setText(ann.doc, ANN, id, 'driewieler')
    pass(ann, bob, SERVER)
    edits.setText(bob.doc, BOB, id, 'bakfiets')
    pass(bob, ann, SERVER)
    expect(texts(ann)).toEqual(['bakfiets'])
  })

  it('never makes a second version of a move', () => {
    const { ann, bob, id } = two(1, 2)
    edits.moveTo(bob.doc, BOB, id, [1, 1])
    edits.moveTo(ann.doc, ANN, id, [2, 2])
    pass(bob, ann, SERVER)
    expect(texts(ann)).toEqual(['fiets'])
  })
})
