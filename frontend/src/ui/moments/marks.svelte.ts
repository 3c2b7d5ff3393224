/** What people noted at the findings of a snapshot, and how a finding goes back to the cloth. */
import { SvelteMap } from 'svelte/reactivity'
import type { Id } from '../../model/types'
import type { FindingMark } from '../../sync/api'
import type { Table } from '../../sync/table.svelte'
import { ask } from '../regie/ask'
import type { Finding } from './structure'

/** As what a finding can lie on the cloth again: a question at a slip, a contact with a schakel. */
export type Return = { kind: 'question' | 'contact'; subject: Id }

type Laid = Pick<Table['board'], 'ingredients' | 'actors'>

/** How a finding can go back to the cloth; nothing when what it is about cannot or left. */
export function returnOf(board: Laid, { subjects }: Pick<Finding, 'subjects'>): Return | undefined {
  const slip = subjects.find((id) => board.ingredients.has(id))
  if (slip !== undefined) return { kind: 'question', subject: slip }
  const actor = subjects.find((id) => board.actors.has(id))
  return actor === undefined ? undefined : { kind: 'contact', subject: actor }
}

const keyOf = ({ rule, subjects }: Pick<Finding, 'rule' | 'subjects'>): string =>
  [rule, ...subjects].join(' ')

/** The marks of one snapshot, kept in step with the server. */
export class Marks {
  readonly #known = new SvelteMap<string, FindingMark>()
  readonly #table: Table
  readonly #snapshot: Id

  constructor(table: Table, snapshot: Id) {
    this.#table = table
    this.#snapshot = snapshot
  }

  async load(): Promise<void> {
    const all = await this.#table.api.marks(this.#snapshot)
    this.#known.clear()
    for (const mark of all) this.#known.set(keyOf(mark), mark)
  }

  of(finding: Finding): FindingMark {
    const { rule, subjects } = finding
    return (
      this.#known.get(keyOf(finding)) ?? { rule, subjects, done: false, who: '', handedBack: false }
    )
  }

  /** How many of these are done. */
  done(findings: readonly Finding[]): number {
    return findings.filter((one) => this.of(one).done).length
  }

  get mayMark(): boolean {
    return this.#table.me.facilitates
  }

  /** Notes something at a finding; a refusal puts back what stood there. */
  async note(finding: Finding, change: Partial<FindingMark>): Promise<void> {
    const before = this.of(finding)
    const mark = { ...before, ...change }
    this.#known.set(keyOf(finding), mark)
    const kept = await ask(() => this.#table.api.mark(this.#snapshot, mark))
    if (!kept) this.#known.set(keyOf(finding), before)
  }

  /** Lays a finding on the cloth again; gives as what, or nothing when that cannot be. */
  handBack(finding: Finding, words: string): Return | undefined {
    const { board, edit } = this.#table
    const back = returnOf(board, finding)
    if (!back) return undefined
    if (back.kind === 'question') edit.ask(back.subject, words)
    else if (board.contactsOf(back.subject).size === 0) edit.addContact([back.subject])
    void this.note(finding, { handedBack: true })
    return back
  }

  returnable(finding: Finding): boolean {
    return returnOf(this.#table.board, finding) !== undefined
  }
}
