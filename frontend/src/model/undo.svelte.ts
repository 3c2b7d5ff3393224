/** Personal undo: what one seat did, step by step, and back again. */
import type { Id } from './types'

/** What a step was: the edit's name and the records it touched. */
export interface Step {
  edit: string
  ids: readonly Id[]
}
/** What undo or redo would do. */
export interface Prospect extends Step {
  /** Client ids of others who changed it since: ask before putting it back. */
  changedBy: readonly number[]
}
export interface Undo {
  /** What `undo()` would take back; null when there is nothing. Reactive. */
  readonly next: Prospect | null
  readonly nextRedo: Prospect | null
  undo(): Step | null
  redo(): Step | null
  clear(): void
}
