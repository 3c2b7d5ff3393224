/** What a facilitator does for somebody else at the table. */
import { request } from '../../sync/api'
import type { Id } from '../../model/types'
import type { Person } from '../../sync/session.svelte'

const path = (board: Id, person: Id): string =>
  `/boards/${encodeURIComponent(board)}/people/${encodeURIComponent(person)}`

/** Gives somebody another name or seat; a seat of null frees the one they had. */
export const changePerson = (
  board: Id,
  person: Id,
  change: { name?: string; seat?: Id | null },
): Promise<Person> => request<Person>(path(board, person), { method: 'PATCH', body: change })

/** Takes somebody off the board: their seat is free, their words stay. */
export const removePerson = (board: Id, person: Id): Promise<void> =>
  request<void>(path(board, person), { method: 'DELETE' })
