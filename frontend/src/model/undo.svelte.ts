/**
 * Personal undo: what one seat did, step by step, and back again.
 *
 * A step is the list of registers it changed, each with the value before and after. Undoing puts
 * the values before back, whoever wrote since: ask first when `changedBy` names somebody. What a
 * step made is laid in the bin rather than taken away, so that nobody's later words on it are lost.
 */
import { SvelteMap } from 'svelte/reactivity'
import type * as Y from 'yjs'
import { changesOf, deedOf, recordsIn, type Change, type Deed } from './changes'
import { goneNow } from './gone'
import { parseKey, registerKey } from './ids'
import { ROOTS, type RootName } from './schema.gen'
import type { Author, Id } from './types'
import { same, write, type Write } from './write'

/** What a step was: the edit's name and the records it touched. */
export interface Step {
  readonly edit: string
  readonly ids: readonly Id[]
}
/** What undo or redo would do. */
export interface Prospect extends Step {
  /** Client ids of those who changed it since, as it is now: ask before putting it back. */
  readonly changedBy: readonly number[]
}
interface Done extends Step {
  readonly changes: readonly Change[]
  readonly at: number
}
interface Stacks {
  readonly done: readonly Done[]
  readonly undone: readonly Done[]
}

const STEPS_AT_MOST = 100
/** Strokes that follow each other within this time are one drawing. */
const DRAWING_MS = 1200
const EMPTY: Stacks = { done: [], undone: [] }

export class Undo {
  readonly #stacks = new SvelteMap<Id, Stacks>()
  readonly #author: () => Author
  #doc: Y.Doc
  #undoing = false

  constructor(doc: Y.Doc, author: () => Author) {
    this.#author = author
    this.#doc = doc
    this.follow(doc)
  }

  /** Take note of what is done on this document from now on, and forget the rest. */
  follow(doc: Y.Doc): void {
    this.destroy()
    this.#doc = doc
    doc.on('afterTransaction', this.#note)
  }

  destroy(): void {
    this.#doc.off('afterTransaction', this.#note)
    this.clear()
  }

  /** What `undo` would take back; null when there is nothing. */
  get next(): Prospect | null {
    return this.#prospect(this.#own.done)
  }

  get nextRedo(): Prospect | null {
    return this.#prospect(this.#own.undone)
  }

  undo(): Step | null {
    const { done, undone } = this.#own
    const step = done.at(-1)
    if (!step) return null
    this.#own = { done: done.slice(0, -1), undone: [...undone, this.#reverse(step)] }
    return step
  }

  redo(): Step | null {
    const { done, undone } = this.#own
    const step = undone.at(-1)
    if (!step) return null
    this.#own = { done: [...done, this.#reverse(step)], undone: undone.slice(0, -1) }
    return step
  }

  /** Forget all steps, as when the table goes on to the next step of the method. */
  clear(): void {
    this.#stacks.clear()
  }

  get #own(): Stacks {
    return this.#stacks.get(this.#author().seat) ?? EMPTY
  }

  set #own(stacks: Stacks) {
    this.#stacks.set(this.#author().seat, stacks)
  }

  readonly #note = (transaction: Y.Transaction): void => {
    const deed = this.#undoing ? null : deedOf(this.#doc, transaction)
    if (!deed) return
    const { done } = this.#stacks.get(deed.author.seat) ?? EMPTY
    this.#stacks.set(deed.author.seat, { done: added(done, stepOf(deed)), undone: [] })
  }

  #prospect(steps: readonly Done[]): Prospect | null {
    const step = steps.at(-1)
    if (!step) return null
    const doc = this.#doc
    return {
      edit: step.edit,
      ids: step.ids,
      get changedBy() {
        return changedBy(doc, step)
      },
    }
  }

  /** Put back what was before this step and give the step that would do it again. */
  #reverse(step: Done): Done {
    const changes: Change[] = []
    const gather = (transaction: Y.Transaction) => {
      changes.push(...changesOf(this.#doc, transaction))
    }
    const author = this.#author()
    this.#undoing = true
    this.#doc.on('afterTransaction', gather)
    write(this.#doc, author, step.edit, putBack(this.#doc, author, step.changes))
    this.#doc.off('afterTransaction', gather)
    this.#undoing = false
    return { ...step, changes }
  }
}

function stepOf({ edit, changes }: Deed): Done {
  return { edit, ids: recordsIn(changes), changes, at: Date.now() }
}

/** The steps with one more; strokes of one drawing become one step. */
function added(done: readonly Done[], step: Done): Done[] {
  const last = done.at(-1)
  const drawing = last?.edit === 'addStroke' && step.edit === 'addStroke'
  if (!drawing || step.at - last.at > DRAWING_MS) return [...done, step].slice(-STEPS_AT_MOST)
  const changes = [...last.changes, ...step.changes]
  return [...done.slice(0, -1), { ...step, changes, ids: recordsIn(changes) }]
}

/** The writes that undo changes; what was made in them and can lie in the bin goes there. */
function putBack(doc: Y.Doc, author: Author, changes: readonly Change[]): Write[] {
  const made = new Map(changes.filter(makes).map(({ root, key }) => [root + ' ' + key, key]))
  return changes.flatMap((change): Write[] => {
    const { root, key, before } = change
    if (makes(change)) return [[root, registerKey(key, 'gone'), goneNow(doc, author, root, key)]]
    const id = parseKey(root, key)?.id ?? ''
    return made.has(root + ' ' + id) && before === undefined ? [] : [[root, key, before]]
  })
}

/** Whether a change makes a record that can be laid in the bin. */
function makes({ root, key, before }: Change): boolean {
  const birth = parseKey(root, key)?.register === null
  return birth && before === undefined && hasBin(root)
}

function hasBin(root: RootName): boolean {
  return 'gone' in ROOTS[root].registers
}

/** The clients that wrote over what this step left, or on what it made. */
function changedBy(doc: Y.Doc, { changes }: Done): number[] {
  const left = new Map(changes.map(({ root, key, after }) => [root + ' ' + key, after]))
  const looked = changes.flatMap((change): (readonly [RootName, string])[] => {
    const { root, key } = change
    const names = makes(change) ? Object.keys(ROOTS[root].registers) : []
    return [[root, key], ...names.map((name) => [root, registerKey(key, name)] as const)]
  })
  const overwritten = looked.filter(([root, key]) => {
    return !same(doc.getMap(root).get(key), left.get(root + ' ' + key))
  })
  return [...new Set(overwritten.map(([root, key]) => writerOf(doc, root, key)))]
}

/** The client that wrote what stands in a register, or took it away. */
function writerOf(doc: Y.Doc, root: RootName, key: string): number {
  return doc.getMap(root)._map.get(key)?.id.client ?? doc.clientID
}
