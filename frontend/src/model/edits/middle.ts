/** What people do with the theme, the cloth itself and the seats around it. */
import type * as Y from 'yjs'
import { newId } from '../ids'
import type { Shape } from '../schema.gen'
import type { Author, Id, Point, Seat } from '../types'
import { birth, clean, signature, write, writesOf } from '../write'

const CHOSEN = '.chosen'

export interface ThemeEdit {
  text?: string
  broughtBy?: Id | null
  released?: string | null
}
export interface ClothEdit {
  sizeMm?: Point
  shape?: Shape
}
export type SeatEdit = Partial<Omit<Seat, 'id'>>

/** Lay a name for the theme beside the centre and give its id. */
export function proposeThemeName(doc: Y.Doc, author: Author, text: string): Id {
  const id = newId()
  const value = { by: signature(author), text: clean(text) }
  write(doc, author, 'proposeThemeName', [birth('theme_names', id, value)])
  return id
}

/** Make a proposed name the theme. */
export function sealTheme(doc: Y.Doc, author: Author, id: Id): void {
  const name = doc.getMap('theme_names').get(id) as { text?: unknown } | undefined
  if (typeof name?.text !== 'string') return
  const others = chosenNames(doc).filter((other) => other !== id)
  write(doc, author, 'sealTheme', [
    ...others.flatMap((other) => writesOf('theme_names', other, { chosen: false })),
    ...writesOf('theme_names', id, { chosen: true }),
    ...writesOf('theme', '', { text: name.text }),
  ])
}

/** Break the seal: the words stay in the middle, another name may be chosen. */
export function unsealTheme(doc: Y.Doc, author: Author): void {
  const writes = chosenNames(doc).flatMap((id) => writesOf('theme_names', id, { chosen: false }))
  write(doc, author, 'unsealTheme', writes)
}

export function setTheme(doc: Y.Doc, author: Author, edit: ThemeEdit): void {
  write(doc, author, 'setTheme', writesOf('theme', '', edit))
}

/** Give the cloth another size or outline. */
export function setCloth(doc: Y.Doc, author: Author, edit: ClothEdit): void {
  write(doc, author, 'setCloth', writesOf('meta', '', edit))
}

/** Draw up a chair and give its id. */
export function addSeat(doc: Y.Doc, author: Author, seat: SeatEdit): Id {
  const id = newId()
  write(doc, author, 'addSeat', [birth('seats', id, {}), ...writesOf('seats', id, seat)])
  return id
}

export function setSeat(doc: Y.Doc, author: Author, id: Id, edit: SeatEdit): void {
  write(doc, author, 'setSeat', writesOf('seats', id, edit))
}

function chosenNames(doc: Y.Doc): Id[] {
  const names = doc.getMap('theme_names')
  return [...names.keys()]
    .filter((key) => key.endsWith(CHOSEN) && names.get(key) === true)
    .map((key) => key.slice(0, -CHOSEN.length))
}
