/** What people prepare and decide together: stories, contacts, convergences, questions. */
import type * as Y from 'yjs'
import { newId } from '../ids'
import type { ContactMode, ContactStatus, ConvergenceState } from '../schema.gen'
import type { Author, Id } from '../types'
import { belonging, birth, signature, write, writesOf } from '../write'

export interface ContactEdit {
  mode?: ContactMode
  status?: ContactStatus
  who?: Id | null
  when?: string | null
  shared?: boolean
}
export interface ConvergenceEdit {
  label?: string
  state?: ConvergenceState
}

/** Write the story with which an actor is approached. */
export function setStory(doc: Y.Doc, author: Author, actor: Id, text: string): void {
  write(doc, author, 'setStory', writesOf('stories', actor, { text }))
}

/** Say whether an ingredient inspired an actor's story. */
export function inspire(doc: Y.Doc, author: Author, actor: Id, ingredient: Id, on = true): void {
  write(doc, author, 'inspire', [belonging('stories', [actor, ingredient], 'inspired', on)])
}

/** Prepare a contact with one actor or more and give its id. */
export function addContact(
  doc: Y.Doc,
  author: Author,
  members: readonly Id[],
  edit: ContactEdit = {},
): Id {
  const id = newId()
  const mode: ContactMode = members.length > 1 ? 'group' : 'individual'
  write(doc, author, 'addContact', [
    birth('contacts', id, { by: signature(author) }),
    ...writesOf('contacts', id, { mode, status: 'prepared', ...edit }),
    ...members.map((actor) => belonging('contacts', [id, actor], 'member', true)),
  ])
  return id
}

export function setContact(doc: Y.Doc, author: Author, id: Id, edit: ContactEdit): void {
  write(doc, author, 'setContact', writesOf('contacts', id, edit))
}

export function addMember(doc: Y.Doc, author: Author, contact: Id, actor: Id): void {
  write(doc, author, 'addMember', [belonging('contacts', [contact, actor], 'member', true)])
}

export function removeMember(doc: Y.Doc, author: Author, contact: Id, actor: Id): void {
  write(doc, author, 'removeMember', [belonging('contacts', [contact, actor], 'member', false)])
}

/** Suggest that slips say the same and give the suggestion's id. */
export function proposeConvergence(
  doc: Y.Doc,
  author: Author,
  ingredients: readonly Id[],
  label = '',
): Id {
  const id = newId()
  write(doc, author, 'proposeConvergence', [
    birth('convergences', id, { by: signature(author) }),
    ...writesOf('convergences', id, { label, state: 'suggested' }),
    ...ingredients.map((other) => belonging('convergences', [id, other], 'member', true)),
  ])
  return id
}

/** Rename a convergence, confirm it or reject it. */
export function setConvergence(doc: Y.Doc, author: Author, id: Id, edit: ConvergenceEdit): void {
  write(doc, author, 'setConvergence', writesOf('convergences', id, edit))
}

/** Decide that slips do say the same. */
export function confirmConvergence(doc: Y.Doc, author: Author, id: Id): void {
  setConvergence(doc, author, id, { state: 'confirmed' })
}

/** Say whether a slip belongs to a convergence. */
export function setConverging(
  doc: Y.Doc,
  author: Author,
  id: Id,
  ingredient: Id,
  belongs: boolean,
): void {
  const membership = belonging('convergences', [id, ingredient], 'member', belongs)
  write(doc, author, 'setConverging', [membership])
}

/** Ask for a short explanation of a slip and give the question's id. */
export function ask(doc: Y.Doc, author: Author, ingredient: Id, text = ''): Id {
  const id = newId()
  write(doc, author, 'ask', [
    birth('questions', id, { on: ingredient, by: signature(author) }),
    ...writesOf('questions', id, { text }),
  ])
  return id
}

export function answer(doc: Y.Doc, author: Author, question: Id, text: string): void {
  write(doc, author, 'answer', writesOf('questions', question, { answer: text }))
}
