/** Edits as people might make them, chosen by chance that can be repeated. */
import type * as Y from 'yjs'
import * as edits from '../src/model/edits'
import type { BoardStore } from '../src/model/board.svelte'
import { PENS, POSITIONS, THEME_ID } from '../src/model/schema.gen'
import type { Author, Id, Point } from '../src/model/types'

export type Chance = () => number

/** Mulberry32: small, seeded, good enough. */
export function chanceFrom(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Edit = (around: Around) => unknown
interface Around {
  doc: Y.Doc
  author: Author
  store: BoardStore
  below: (n: number) => number
  at: () => Point
  words: () => string
  ingredient: () => Id
  actor: () => Id
  tie: () => Id
}

const EDITS: readonly Edit[] = [
  ({ doc, author, at, words, below }) =>
    edits.addIngredient(doc, author, words(), author.seat, PENS[below(PENS.length)]!, at()),
  ({ doc, author, at, words }) => edits.addActor(doc, author, { label: words(), at: at() }),
  ({ doc, author, ingredient, words }) => edits.setText(doc, author, ingredient(), words()),
  ({ doc, author, ingredient, actor, at, below }) =>
    edits.moveTo(doc, author, below(2) ? ingredient() : actor(), at()),
  ({ doc, author, actor, ingredient }) => edits.tie(doc, author, actor(), ingredient()),
  ({ doc, author, actor }) => edits.tie(doc, author, actor(), THEME_ID, { basis: 'expected' }),
  ({ doc, author, tie, words }) => edits.setTie(doc, author, tie(), { evidence: words() }),
  ({ doc, author, tie }) => edits.untie(doc, author, tie()),
  ({ doc, author, ingredient, actor, below }) =>
    edits.remove(doc, author, below(2) ? ingredient() : actor()),
  ({ doc, author, store, below }) => {
    const bin = [...store.bin.keys(), ...store.contested]
    if (bin.length) edits.restore(doc, author, bin[below(bin.length)]!)
  },
  ({ doc, author, actor, ingredient, words }) =>
    edits.together(doc, author, () => {
      edits.setStory(doc, author, actor(), words())
      edits.inspire(doc, author, actor(), ingredient())
    }),
  ({ doc, author, actor, below }) => edits.observe(doc, author, actor(), POSITIONS[below(5)]!),
  ({ doc, author, actor }) => edits.addContact(doc, author, [actor()], { status: 'invited' }),
  ({ doc, author, at, below }) =>
    edits.addStroke(doc, author, {
      seat: author.seat,
      pen: 'moss',
      width: 3,
      points: Array.from({ length: 2 + below(20) }, at),
    }),
  ({ doc, author, words }) => edits.proposeThemeName(doc, author, words()),
  ({ doc, author, words }) => edits.setTheme(doc, author, { text: words() }),
]

const NOTHING_THERE = 'nothing there'

/** Make one edit, if what it needs is there. */
export function randomEdit(doc: Y.Doc, store: BoardStore, author: Author, chance: Chance): void {
  const below = (n: number) => Math.floor(chance() * n)
  const one = (ids: Iterable<Id>) => {
    const all = [...ids].sort()
    if (!all.length) throw NOTHING_THERE
    return all[below(all.length)]!
  }
  const around: Around = {
    doc,
    author,
    store,
    below,
    at: () => [below(2400), below(1200)],
    words: () => `woord ${below(1000)} 🚲`.slice(0, 1 + below(16)),
    ingredient: () => one(store.ingredients.keys()),
    actor: () => one(store.actors.keys()),
    tie: () => one(store.ties.keys()),
  }
  try {
    EDITS[below(EDITS.length)]!(around)
  } catch (nothing) {
    if (nothing !== NOTHING_THERE) throw nothing
  }
}
