/** Somebody at a table, for tests: a real document with real edits, a session as the server tells it. */
import * as edits from '../src/model/edits'
import type { Author } from '../src/model/types'
import { SessionState, type Role, type SessionJson } from '../src/sync/session.svelte'
import type { Table } from '../src/sync/table.svelte'
import { ANN, type Replica } from './boards'
import { sessionJson } from './sessions'

export interface Setting extends Partial<Omit<SessionJson, 'you'>> {
  role?: Role
  author?: Author
}

/** Ann at seat s1, a participant in the free step, unless said otherwise. */
export function tableAt(
  at: Replica,
  { role = 'participant', author = ANN, ...given }: Setting = {},
): Table {
  const bound = Object.entries(edits)
    .filter(([, edit]) => typeof edit === 'function')
    .map(([name, edit]) => [
      name,
      (...rest: unknown[]) => (edit as (...all: unknown[]) => unknown)(at.doc, author, ...rest),
    ])
  const seat = author.seat === '' ? null : author.seat
  const you = { id: author.participant, name: 'Ann', seat, role }
  return {
    id: 'b1',
    board: at.store,
    session: new SessionState(sessionJson({ phase: 'free', ...given, you })),
    me: {
      participant: author.participant,
      name: 'Ann',
      seat,
      role,
      mayWrite: role === 'participant' || role === 'facilitator',
      facilitates: role === 'facilitator',
      author,
    },
    edit: Object.fromEntries(bound),
  } as unknown as Table
}

/** Draws up chairs s1 … sN, as a new board has them. */
export function chairs(at: Replica, count: number): void {
  at.doc.transact(() => {
    for (let n = 1; n <= count; n += 1) {
      at.doc.getMap('seats').set(`s${n}`, {})
      edits.setSeat(at.doc, ANN, `s${n}`, {
        angle: ((n - 1) * 360) / count,
        label: `stoel ${n}`,
        pens: ['blue', 'brick'],
      })
    }
  })
}
