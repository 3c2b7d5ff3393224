/** The content of a board as the page reads it, in the form of `board/snapshot.py`. */
import type { BoardStore } from '../src/model/board.svelte'

const RECORDS = {
  theme_names: 'themeNames',
  seats: 'seats',
  ingredients: 'ingredients',
  actors: 'actors',
  ties: 'ties',
  stories: 'stories',
  contacts: 'contacts',
  involvements: 'involvements',
  invitations: 'invitations',
  convergences: 'convergences',
  questions: 'questions',
  strokes: 'strokes',
} as const

export function contentOf(store: BoardStore): Record<string, unknown> {
  const { instrument, shape, sizeMm } = store.meta
  const { text, broughtBy, released } = store.theme
  const records = Object.entries(RECORDS).map(([root, name]) => {
    const all = [...store[name]].sort(([a], [b]) => (a < b ? -1 : 1))
    return [root, Object.fromEntries(all.map(([id, record]) => [id, plainRecord(record)]))]
  })
  return {
    schema: 'tafelkleed/board/1',
    instrument,
    shape,
    size_mm: sizeMm,
    theme: { id: 't', text, brought_by: broughtBy, released },
    ...Object.fromEntries(records),
  }
}

function plainRecord(record: object): Record<string, unknown> {
  const shown = Object.entries(record).filter(([name]) => name !== 'id' && name !== 'gone')
  return Object.fromEntries(shown.map(([name, value]) => [snake(name), plain(value)]))
}

function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? btoa(String.fromCharCode(...value)) : value
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => '_' + letter.toLowerCase())
}
