/** One open board: what lies on it, who is at it, and everything a person may do there. */
import type { BoardStore } from '../model/board.svelte'
import type { edits } from '../model/edits'
import type { Undo } from '../model/undo.svelte'
import type { Author, Id } from '../model/types'
import type { BoardApi } from './api'
import type { Presence } from './presence.svelte'
import type { Saved } from './saved.svelte'
import type { Role, SessionState } from './session.svelte'

type Bound<F> = F extends (doc: never, author: never, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never

/** The edits of `model/edits.ts` with document and author filled in. */
export type Edit = {
  [Name in Exclude<keyof typeof edits, 'together' | 'goneNow'>]: Bound<(typeof edits)[Name]>
} & {
  /** Make several edits one step. */
  together<T>(edits: () => T): T
}

/** Who I am at this table. */
export interface Me {
  readonly participant: Id
  readonly name: string
  readonly seat: Id | null
  readonly role: Role
  /** Whether my edits would be taken now. */
  readonly mayWrite: boolean
  readonly facilitates: boolean
  /** Whose name stands under my edits. */
  readonly author: Author
}

/** Why a table had to close, if it did. */
export interface Ended {
  code: 'revoked' | 'forbidden' | 'gone' | 'too_big' | 'malformed'
  reason: string
}

export interface Table {
  readonly id: Id
  readonly board: BoardStore
  readonly session: SessionState
  readonly presence: Presence
  readonly saved: Saved
  readonly me: Me
  readonly edit: Edit
  readonly undo: Undo
  readonly api: BoardApi
  /** Set when the server sent us away for good. */
  readonly ended: Ended | null
  /** Leave the table; `forget` also clears the copy on this device, once all is delivered. */
  close(options?: { forget?: boolean }): Promise<void>
}
