/** One way to the document: a list of register changes in one transaction of one author. */
import type * as Y from 'yjs'
import { jointKey, registerKey } from './ids'
import { ROOTS, TEXT_LIMIT, type RootName } from './schema.gen'
import type { Author, Id, Point } from './types'

/** A register's new value; undefined takes the key away. */
export type Write = readonly [root: RootName, key: string, value: unknown]

/** Carry out `writes` as one transaction of `author`; what is so already is not written again. */
export function write(doc: Y.Doc, author: Author, edit: string, writes: readonly Write[]): void {
  doc.transact((transaction) => {
    if (!transaction.meta.has('edit')) transaction.meta.set('edit', edit)
    for (const [root, key, value] of writes) {
      const map = doc.getMap(root)
      if (value === undefined) map.delete(key)
      else if (!same(map.get(key), value)) map.set(key, value)
    }
  }, author)
}

/** Make several edits one: one transaction, one step of undo, named after the first edit in it. */
export function together<T>(doc: Y.Doc, author: Author, edits: () => T): T {
  return doc.transact(edits, author)
}

/** The writes that give a record these properties (in camelCase; undefined ones are left alone). */
export function writesOf(root: RootName, id: Id, edit: object): Write[] {
  const kinds = ROOTS[root].registers as Record<string, string>
  return Object.entries(edit).flatMap(([name, value]): Write[] => {
    const register = snake(name)
    const kind = kinds[register]
    if (kind === undefined || value === undefined) return []
    const key = id ? registerKey(id, register) : register
    return [[root, key, value === null ? null : plain(kind, value)]]
  })
}

/** The write that makes a record. */
export function birth(root: RootName, id: Id, value: object): Write {
  return [root, id, value]
}

/** The write that says whether another belongs to a record. */
export function belonging(
  root: RootName,
  [id, other]: readonly [Id, Id],
  register: string,
  belongs: boolean,
): Write {
  return [root, jointKey(id, other, register), belongs]
}

/** The first of `roots` in which a record with this id was born. */
export function rootOf<R extends RootName>(doc: Y.Doc, id: Id, roots: readonly R[]): R | null {
  return roots.find((root) => doc.getMap(root).has(id)) ?? null
}

/** Whether two plain values are equal, however deep. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [ours, theirs] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(ours)
  if (keys.length !== Object.keys(theirs).length) return false
  return keys.every((key) => key in theirs && same(ours[key], theirs[key]))
}

/** Whose name stands under a change: the seat, or the person when they have none. */
export function signature(author: Author): Id {
  return author.seat || author.participant
}

/** Text as the document takes it: no half characters, no longer than the limit. */
export function clean(text: string): string {
  return text.slice(0, TEXT_LIMIT).replace(/\p{Surrogate}/gu, '')
}

/** A point as the document takes it: whole millimetres. */
export function whole(at: Point): [number, number] {
  return [Math.round(at[0]) + 0, Math.round(at[1]) + 0]
}

/** The day it is where we sit. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function plain(kind: string, value: unknown): unknown {
  if (kind === 'text') return clean(value as string)
  if (kind === 'point') return whole(value as Point)
  return Array.isArray(value) ? [...value] : value
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => '_' + letter.toLowerCase())
}
