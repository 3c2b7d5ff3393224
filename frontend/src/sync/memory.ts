/** What this device remembers of a board, so that it opens without a connection too. */
import type { Id } from '../model/types'
import type { BoardInfo } from './api'
import { isShared } from './offline'
import type { Role, SessionJson } from './session.svelte'

export interface Remembered {
  info: BoardInfo
  session: SessionJson
}

const nameOf = (board: Id, as?: Role) => `tafelkleed.board/${board}/${as ?? ''}`

export function remember(board: Id, as: Role | undefined, known: Remembered): void {
  if (isShared()) return
  try {
    localStorage.setItem(nameOf(board, as), JSON.stringify(known))
  } catch {
    // a full or closed store only means that the board does not open offline
  }
}

export function recall(board: Id, as?: Role): Remembered | null {
  try {
    return JSON.parse(localStorage.getItem(nameOf(board, as)) ?? 'null') as Remembered | null
  } catch {
    return null
  }
}

export function forgetBoard(board: Id, as?: Role): void {
  localStorage.removeItem(nameOf(board, as))
}
