import { describe, expect, it } from 'vitest'
import { actor, ANN, BOB, meet, replica, slip } from '../../tests/boards'
import * as edits from './edits'
import { TEXT_LIMIT, THEME_ID } from './schema.gen'
import { unpack } from './ink'

const NOBODY = { participant: 'p9', seat: '' }

describe('every edit', () => {
  it('is one transaction with its author as origin', () => {
    const board = replica()
    const origins: unknown[] = []
    board.doc.on('afterTransaction', (transaction) => origins.push(transaction.origin))
    slip(board)
    edits.addContact(board.doc, BOB, ['a1', 'a2'], { status: 'invited' })
    expect(origins).toEqual([ANN, BOB])
  })

  it('writes nothing when all is so already', () => {
    const board = replica()
    const id = slip(board, 'fiets')
    let updates = 0
    board.doc.on('update', () => updates++)
    edits.setText(board.doc, ANN, id, 'fiets')
    edits.moveTo(board.doc, ANN, id, [100.2, 199.9])
    expect(updates).toBe(0)
  })

  it('can be made one with others', () => {
    const board = replica()
    let updates = 0
    board.doc.on('update', () => updates++)
    const made = edits.together(board.doc, ANN, () => {
      const id = slip(board)
      return [id, edits.tie(board.doc, ANN, actor(board), id)]
    })
    expect(updates).toBe(1)
    expect(board.store.ties.has(made[1]!)).toBe(true)
  })

  it('signs with the seat, or with the person who has none', () => {
    const board = replica()
    const [seated, standing] = [actor(board, 'een', ANN), actor(board, 'twee', NOBODY)]
    expect(board.store.actors.get(seated)?.by).toBe('s1')
    expect(board.store.actors.get(standing)?.by).toBe('p9')
  })
})

describe('texts and places', () => {
  it('are cut at the limit, never through a character', () => {
    const board = replica()
    const id = slip(board, 'x'.repeat(TEXT_LIMIT - 1) + '🚲')
    expect(board.store.ingredients.get(id)?.text).toBe('x'.repeat(TEXT_LIMIT - 1))
  })

  it('lie on whole millimetres', () => {
    const board = replica()
    const id = slip(board)
    edits.moveTo(board.doc, ANN, id, [1.5, -0.4])
    expect(board.doc.getMap('ingredients').get(`${id}.at`)).toEqual([2, 0])
  })
})

describe('ties', () => {
  it('are one line, whoever draws it and from which end', () => {
    const [ann, bob] = [replica(), replica()]
    const [ingredient, tied] = [slip(ann), actor(ann)]
    meet(ann, bob)
    edits.tie(ann.doc, ANN, ingredient, tied, { evidence: 'hij repareert ze' })
    edits.tie(bob.doc, BOB, tied, ingredient, { basis: 'expected' })
    meet(ann, bob)
    const [tie] = [...bob.store.ties.values()]
    expect(bob.store.ties.size).toBe(1)
    expect(tie?.evidence).toBe('hij repareert ze')
  })

  it('are factual unless said otherwise, and keep what was said when drawn again', () => {
    const board = replica()
    const tied = actor(board)
    const id = edits.tie(board.doc, ANN, tied, THEME_ID)
    expect(board.store.ties.get(id)?.basis).toBe('factual')
    edits.setTie(board.doc, ANN, id, { basis: 'wished', evidence: 'ooit' })
    edits.untie(board.doc, ANN, id)
    expect(board.store.ties.size).toBe(0)
    edits.tie(board.doc, BOB, THEME_ID, tied)
    expect(board.store.ties.get(id)).toMatchObject({ basis: 'wished', evidence: 'ooit', by: 's1' })
  })

  it('never join a thing to itself', () => {
    const board = replica()
    const tied = actor(board)
    edits.tie(board.doc, ANN, tied, tied)
    expect(board.doc.getMap('ties').size).toBe(0)
  })
})

describe('at the same time', () => {
  it('one writes, one moves, one turns: all is kept', () => {
    const [ann, bob] = [replica(), replica()]
    const id = slip(ann)
    meet(ann, bob)
    edits.setText(ann.doc, ANN, id, 'bakfiets')
    edits.moveTo(bob.doc, BOB, id, [7, 8])
    edits.turnTo(bob.doc, BOB, id, 90)
    meet(ann, bob)
    expect(ann.store.ingredients.get(id)).toMatchObject({ text: 'bakfiets', at: [7, 8], turn: 90 })
  })

  it('two move one note: one drop wins whole', () => {
    const [ann, bob] = [replica(), replica()]
    const id = slip(ann)
    meet(ann, bob)
    edits.moveTo(ann.doc, ANN, id, [1, 2])
    edits.moveTo(bob.doc, BOB, id, [3, 4])
    meet(ann, bob)
    expect([
      [1, 2],
      [3, 4],
    ]).toContainEqual(ann.store.ingredients.get(id)?.at)
  })

  it('one removes what another edits: the edit comes back with it', () => {
    const [ann, bob] = [replica(), replica()]
    const id = slip(ann)
    meet(ann, bob)
    edits.remove(ann.doc, ANN, id)
    edits.setText(bob.doc, BOB, id, 'bakfiets')
    meet(ann, bob)
    expect(ann.store.bin.get(id)?.text).toBe('bakfiets')
    edits.restore(ann.doc, ANN, id)
    expect(ann.store.ingredients.get(id)?.text).toBe('bakfiets')
  })

  it('two give the same position: one involvement', () => {
    const [ann, bob] = [replica(), replica()]
    const held = actor(ann)
    meet(ann, bob)
    edits.observe(ann.doc, ANN, held, 'partner', { evidence: 'zij was erbij' })
    edits.observe(bob.doc, BOB, held, 'partner')
    meet(ann, bob)
    expect(bob.store.involvements.size).toBe(1)
    expect([...bob.store.involvements.values()][0]?.evidence).toBe('zij was erbij')
  })
})

describe('positions', () => {
  it('are ended, not deleted, and can be taken up again', () => {
    const board = replica()
    const held = actor(board)
    const id = edits.observe(board.doc, ANN, held, 'supplier', { since: '2025-01-10' })
    edits.endInvolvement(board.doc, ANN, id, '2025-03-01')
    expect(board.store.involvements.get(id)).toMatchObject({
      since: '2025-01-10',
      until: '2025-03-01',
    })
    edits.observe(board.doc, BOB, held, 'supplier', { evidence: 'levert weer' })
    expect(board.store.involvements.get(id)).toMatchObject({
      since: '2025-01-10',
      until: null,
      evidence: 'levert weer',
    })
  })

  it('wished for are kept apart from those observed', () => {
    const board = replica()
    const wished = actor(board)
    const id = edits.invite(board.doc, ANN, wished, 'partner', { text: 'doe je mee?' })
    expect(board.store.invitations.get(id)).toMatchObject({ text: 'doe je mee?', status: 'open' })
    expect(board.store.involvements.size).toBe(0)
  })
})

describe('the theme', () => {
  it('is the one name that was sealed last', () => {
    const board = replica()
    const [first, second] = ['zorg voor jeugd', 'vrolijk groot worden'].map((name) =>
      edits.proposeThemeName(board.doc, ANN, name),
    )
    edits.sealTheme(board.doc, ANN, first!)
    edits.sealTheme(board.doc, ANN, second!)
    expect(board.store.theme.text).toBe('vrolijk groot worden')
    expect(board.store.themeNames.get(first!)?.chosen).toBe(false)
    expect(board.store.themeNames.get(second!)?.chosen).toBe(true)
    edits.unsealTheme(board.doc, ANN)
    expect(board.store.themeNames.get(second!)?.chosen).toBe(false)
    expect(board.store.theme.text).toBe('vrolijk groot worden')
  })
})

describe('talk', () => {
  it('keeps story, inspiration, questions and convergences', () => {
    const board = replica()
    const [one, other, told] = [slip(board), slip(board), actor(board)]
    edits.setStory(board.doc, ANN, told, 'weet je nog?')
    edits.inspire(board.doc, ANN, told, one)
    edits.inspire(board.doc, ANN, told, other)
    edits.inspire(board.doc, ANN, told, other, false)
    expect(board.store.stories.get(told)).toMatchObject({ text: 'weet je nog?', inspiredBy: [one] })

    const question = edits.ask(board.doc, BOB, one, 'welke?')
    edits.answer(board.doc, ANN, question, 'die van de buren')
    expect([...board.store.questionsOn(one)]).toEqual([question])
    expect(board.store.questions.get(question)).toMatchObject({ answer: 'die van de buren' })

    const group = edits.proposeConvergence(board.doc, ANN, [one, other], 'fietsen')
    edits.confirmConvergence(board.doc, ANN, group)
    edits.setConverging(board.doc, ANN, group, other, false)
    expect(board.store.convergences.get(group)).toMatchObject({
      ingredients: [one],
      label: 'fietsen',
      state: 'confirmed',
    })
  })
})

describe('ink', () => {
  it('lies down as packed points, a long stroke in pieces, and can be rubbed out', () => {
    const board = replica()
    const points = Array.from({ length: 700 }, (_, n) => [n, n / 2] as const)
    const ids = edits.addStroke(board.doc, ANN, { seat: 's1', pen: 'moss', width: 3, points })
    edits.caption(board.doc, ANN, ids[0]!, 'een hek')
    expect(ids.length).toBe(2)
    expect(unpack(board.store.strokes.get(ids[0]!)!.points)[599]).toEqual([599, 299.5])
    expect(board.store.strokes.get(ids[0]!)?.caption).toBe('een hek')
    edits.eraseStrokes(board.doc, ANN, ids)
    expect(board.store.strokes.size).toBe(0)
    expect(board.doc.getMap('strokes').size).toBe(0)
  })
})
