/** Several boards as one: what the server says of them, and what can be asked. */
import type { Id } from '../model/types'
import type { AskBoard } from './request'

/** An actor of one of several boards, by its name there. */
export interface Party {
  board: Id
  actor: Id
  label: string
}
/** Two actors that may be the same: what people said about it, or how alike they are. */
export interface Alike {
  one: Party
  other: Party
  level: 'equal' | 'probable' | 'resembles' | null
  same: boolean | null
  by: string
  at: string | null
}
/** Several boards as one: `tafelkleed/union/1`, as far as shown; a node is `board/id`. */
export interface Union {
  boards: Record<
    Id,
    { theme: { id: Id; text: string }; coverage_alone: number | null; coverage: number | null }
  >
  actors: Record<Id, { label: string; boards: Id[]; themes: Id[]; reach: number }>
  ingredients: Record<Id, { text: string; board: Id }>
  shared: Id[]
  bridges: Id[]
  overlap: { boards: [Id, Id]; shared: Id[]; share: number | null }[]
  findings: { subjects: Id[]; path: Id[] }[]
}
export interface United {
  boards: { id: Id; title: string; agreedAt: string | null; agreedBy: string }[]
  covered: boolean
  union: Union
  pairs: Alike[]
}

/** Several boards seen as one; `others` are ids of boards that this device leads too. */
export function unionApi(
  ask: AskBoard,
  place: (path: string, query: Record<string, string | readonly string[]>) => string,
) {
  return {
    union: (others: readonly Id[], lang: string) =>
      ask<United>('/union', { query: { with: others, lang } }),
    unionPicture: (others: readonly Id[], lang: string) =>
      place('/union.svg', { with: others, lang }),
    unionFile: (others: readonly Id[], lang: string) =>
      place('/union.json', { with: others, lang }),
    /** Say whether an actor of this board is one of another; null leaves it open again. */
    decideSame: (actor: Id, other: Pick<Party, 'board' | 'actor'>, same: boolean | null) => {
      const body = { actor, otherBoard: other.board, otherActor: other.actor, same }
      return ask<void>('/same', { method: 'PUT', body })
    },
    /** Let the names of this board be seen in unions, or not. */
    agree: (names: boolean) => ask<void>('/agreement', { method: 'PUT', body: { names } }),
  }
}
