import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { actor, ANN, BOB, meet, pass, replica, slip } from '../../tests/boards'
import { contentOf } from '../../tests/content'
import { chanceFrom, randomEdit } from '../../tests/random-edits'
import { readings } from '../../tests/readings.svelte'
import { BoardStore } from './board.svelte'
import * as edits from './edits'
import { THEME_ID } from './schema.gen'

/** The updates of a document in the order they were made. */
function history(seed: number, length: number): { updates: Uint8Array[]; content: unknown } {
  const made = replica()
  const updates: Uint8Array[] = []
  made.doc.on('update', (update: Uint8Array) => updates.push(update))
  const chance = chanceFrom(seed)
  for (let n = 0; n < length; n++) randomEdit(made.doc, made.store, n % 2 ? ANN : BOB, chance)
  return { updates, content: contentOf(made.store) }
}

describe('what lies on the cloth', () => {
  it('does not depend on the order in which updates arrive', () => {
    fc.assert(
      fc.property(fc.integer(), fc.infiniteStream(fc.nat()), (seed, keys) => {
        const { updates, content } = history(seed, 40)
        const order = updates.map((update) => ({ update, key: keys.next().value as number }))
        order.sort((a, b) => a.key - b.key)
        const other = replica()
        for (const { update } of order) Y.applyUpdate(other.doc, update)
        expect(contentOf(other.store)).toEqual(content)
      }),
      { numRuns: 15 },
    )
  })

  it('is the same kept change by change as read at once', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { doc, store } = replica()
        const chance = chanceFrom(seed)
        for (let n = 0; n < 60; n++) randomEdit(doc, store, ANN, chance)
        const anew = new BoardStore(doc)
        expect(contentOf(store)).toEqual(contentOf(anew))
        expect([...store.bin.keys()].sort()).toEqual([...anew.bin.keys()].sort())
        expect([...store.unlinked].sort()).toEqual([...anew.unlinked].sort())
      }),
      { numRuns: 15 },
    )
  })

  it('is the same for two who meet after writing apart', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [ann, bob] = [replica(), replica()]
        const chance = chanceFrom(seed)
        for (let n = 0; n < 60; n++) {
          randomEdit(ann.doc, ann.store, ANN, chance)
          randomEdit(bob.doc, bob.store, BOB, chance)
          if (n % 20 === 19) meet(ann, bob)
        }
        expect(contentOf(ann.store)).toEqual(contentOf(bob.store))
      }),
      { numRuns: 12 },
    )
  })

  it('shows a record whose registers came before its birth', () => {
    const { doc, store } = replica()
    doc.getMap('ingredients').set('i1.text', 'fiets')
    expect(store.ingredients.size).toBe(0)
    doc.getMap('ingredients').set('i1', { seat: 's1', pen: 'blue' })
    expect(store.ingredients.get('i1')).toMatchObject({ text: 'fiets', seat: 's1', pen: 'blue' })
  })

  it('leaves out values of the wrong kind and keys that no schema knows', () => {
    const { doc, store } = replica()
    const slips = doc.getMap('ingredients')
    slips.set('i1', { seat: 's1', pen: 'pink' })
    slips.set('i1.text', 7)
    slips.set('i1.at', ['x', 2])
    slips.set('i1.constructor', 'x')
    slips.set('i1.kind', new Y.Map())
    slips.set('', 'x')
    doc.getMap('ties').set('b~a', { by: 's1' })
    expect(store.ingredients.get('i1')).toMatchObject({
      text: '',
      at: null,
      pen: 'black',
      kind: 'none',
    })
    expect(store.ties.size).toBe(0)
  })

  it('takes in ten thousand slips at once', () => {
    const source = replica()
    edits.together(source.doc, ANN, () => {
      for (let n = 0; n < 10_000; n++) slip(source, `slip ${n}`)
    })
    const { doc, store } = replica()
    pass(source, { doc, store })
    expect(store.ingredients.size).toBe(10_000)
    expect(store.ingredientsOf('s1').size).toBe(10_000)
  })

  it('shows another document in place of the one before, and nothing of the old', () => {
    const [first, second] = [replica(), replica()]
    const old = slip(first)
    edits.tie(first.doc, ANN, actor(first), old)
    const kept = slip(second)
    first.store.follow(second.doc)
    slip(first)
    const next = slip(second)
    expect([...first.store.ingredients.keys()].sort()).toEqual([kept, next].sort())
    expect([first.store.actors.size, first.store.ties.size, first.store.bin.size]).toEqual([
      0, 0, 0,
    ])
  })
})

describe('reactivity', () => {
  it('keeps the record the same object while its values change', () => {
    const board = replica()
    const id = slip(board)
    const record = board.store.ingredients.get(id)!
    edits.setText(board.doc, ANN, id, 'bakfiets')
    expect(board.store.ingredients.get(id)).toBe(record)
    expect(record.text).toBe('bakfiets')
    expect({ ...record }).toMatchObject({ id, text: 'bakfiets' })
  })

  it('touches one record when one changes', () => {
    const board = replica()
    const [one, other] = [slip(board), slip(board)]
    const first = readings(() => board.store.ingredients.get(one)!.text)
    const second = readings(() => board.store.ingredients.get(other)!.text)
    const all = readings(() => [...board.store.ingredients.keys()])
    edits.setText(board.doc, ANN, one, 'bakfiets')
    expect([first.count(), second.count(), all.count()]).toEqual([2, 1, 1])
    for (const { stop } of [first, second, all]) stop()
  })

  it('touches nothing when a write changes nothing that is shown', () => {
    const board = replica()
    const id = slip(board)
    const seen = readings(() => board.store.ingredients.get(id)!.text)
    board.doc.getMap('ingredients').set(`${id}.text`, 'fiets')
    board.doc.getMap('ingredients').set(`${id}.unknown`, 1)
    expect(seen.count()).toBe(1)
    seen.stop()
  })

  it('tells who looks at the ties of a thing that one was drawn', () => {
    const board = replica()
    const [ingredient, tied] = [slip(board), actor(board)]
    const seen = readings(() => board.store.tiesOf(ingredient).size)
    edits.tie(board.doc, ANN, tied, ingredient)
    expect(seen.count()).toBe(2)
    seen.stop()
  })
})

describe('what is taken away', () => {
  it('lies in the bin with its words until it is restored', () => {
    const board = replica()
    const id = slip(board, 'speeltuin')
    edits.remove(board.doc, BOB, id)
    expect(board.store.ingredients.has(id)).toBe(false)
    expect(board.store.bin.get(id)).toMatchObject({
      root: 'ingredients',
      text: 'speeltuin',
      gone: { by: 's2' },
    })
    edits.restore(board.doc, ANN, id)
    expect(board.store.ingredients.get(id)?.text).toBe('speeltuin')
    expect(board.store.bin.size).toBe(0)
  })

  it('lies in the bin also when something is written about it afterwards', () => {
    const board = replica()
    const id = actor(board, 'de buurvrouw')
    edits.setStory(board.doc, ANN, id, 'kom erbij')
    edits.remove(board.doc, ANN, id)
    edits.setStory(board.doc, ANN, id, 'kom er toch bij')
    expect(board.store.bin.get(id)?.text).toBe('de buurvrouw')
  })

  it('takes its ties along and gives them back', () => {
    const board = replica()
    const [ingredient, tied] = [slip(board), actor(board)]
    edits.tie(board.doc, ANN, tied, ingredient)
    edits.remove(board.doc, ANN, ingredient)
    expect(board.store.ties.size).toBe(0)
    expect(board.store.tiesOf(tied).size).toBe(0)
    edits.restore(board.doc, ANN, ingredient)
    expect(board.store.ties.size).toBe(1)
  })

  it('is contested when another tied it to something the deleter did not see', () => {
    const [ann, bob] = [replica(), replica()]
    const [tied, ingredient] = [actor(ann), slip(ann)]
    meet(ann, bob)
    edits.remove(ann.doc, ANN, tied)
    edits.tie(bob.doc, BOB, tied, ingredient)
    meet(ann, bob)
    for (const { store } of [ann, bob]) {
      expect(store.actors.get(tied)).toMatchObject({ contested: true })
      expect([...store.contested]).toEqual([tied])
      expect(store.ties.size).toBe(1)
    }
    edits.confirmGone(ann.doc, ANN, tied)
    expect(ann.store.actors.has(tied)).toBe(false)
    expect(ann.store.contested.size).toBe(0)
    expect(ann.store.bin.has(tied)).toBe(true)
  })

  it('is no longer contested when the tie is taken away', () => {
    const [ann, bob] = [replica(), replica()]
    const tied = actor(ann)
    meet(ann, bob)
    edits.remove(ann.doc, ANN, tied)
    const tie = edits.tie(bob.doc, BOB, tied, THEME_ID)
    meet(ann, bob)
    edits.untie(ann.doc, ANN, tie)
    expect(ann.store.actors.has(tied)).toBe(false)
    expect(ann.store.contested.size).toBe(0)
  })

  it('takes the references to it along', () => {
    const board = replica()
    const [ingredient, tied] = [slip(board), actor(board)]
    edits.setIngredientActor(board.doc, ANN, ingredient, tied)
    edits.setStory(board.doc, ANN, tied, 'kom erbij')
    edits.observe(board.doc, ANN, tied, 'connector')
    const contact = edits.addContact(board.doc, ANN, [tied])
    edits.remove(board.doc, ANN, tied)
    expect(board.store.ingredients.get(ingredient)?.actor).toBeNull()
    expect(board.store.stories.size).toBe(0)
    expect(board.store.involvements.size).toBe(0)
    expect(board.store.contacts.get(contact)?.members).toEqual([])
  })

  it('stays a seat as long as slips lie on it', () => {
    const board = replica()
    const seat = edits.addSeat(board.doc, ANN, { label: 'stoel 1' })
    const id = edits.addIngredient(board.doc, ANN, 'fiets', seat, 'blue', null)
    edits.remove(board.doc, ANN, seat)
    expect(board.store.seats.get(seat)?.label).toBe('stoel 1')
    edits.remove(board.doc, ANN, id)
    expect(board.store.seats.has(seat)).toBe(false)
  })
})

describe('what the cloth looks up', () => {
  it('knows which ingredients hang loose', () => {
    const board = replica()
    const [one, other, tied] = [slip(board), slip(board), actor(board)]
    expect([...board.store.unlinked].sort()).toEqual([one, other].sort())
    const tie = edits.tie(board.doc, ANN, tied, one)
    expect([...board.store.unlinked]).toEqual([other])
    edits.untie(board.doc, ANN, tie)
    edits.remove(board.doc, ANN, other)
    expect([...board.store.unlinked]).toEqual([one])
  })

  it('knows the positions somebody holds now, in their order', () => {
    const board = replica()
    const held = actor(board)
    edits.observe(board.doc, ANN, held, 'user')
    edits.observe(board.doc, ANN, held, 'partner')
    expect(board.store.positionsOf(held)).toEqual(['partner', 'user'])
    edits.endInvolvement(board.doc, ANN, `${held}:partner`)
    expect(board.store.positionsOf(held)).toEqual(['user'])
    expect(board.store.involvementsOf(held).size).toBe(2)
  })

  it('finds a contact by each of its members', () => {
    const board = replica()
    const [one, other] = [actor(board), actor(board)]
    const contact = edits.addContact(board.doc, ANN, [one])
    edits.addMember(board.doc, ANN, contact, other)
    edits.removeMember(board.doc, ANN, contact, one)
    expect([...board.store.contactsOf(one)]).toEqual([])
    expect([...board.store.contactsOf(other)]).toEqual([contact])
  })
})
