/** What this device remembers of a board, so that it opens without a connection too. */
import type { Id } from '../model/types'
import type { BoardInfo } from './api'
import { isShared } from './offline'
import type { Role, SessionJson } from './session.svelte'

export interface Remembered {
  info: BoardInfo
  session: SessionJson
}

const epochNameOf = (board: Id, participant: Id) => `tafelkleed.epoch/${board}/${participant}`
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

/** Of which epoch the copy on this device is; null when there is none, or that is not known. */
export function epochOfCopy(board: Id, participant: Id): number | null {
  const epoch = globalThis.localStorage?.getItem(epochNameOf(board, participant))
  return epoch ? Number(epoch) : null
}

/** Note of which epoch the copy on this device is from now on. */
export function noteEpoch(board: Id, participant: Id, epoch: number): void {
  if (isShared()) return
  try {
    localStorage.setItem(epochNameOf(board, participant), String(epoch))
  } catch {
    // the server refuses what an older copy writes under its old ids anyway
  }
}

export function forgetBoard(board: Id, as?: Role): void {
  localStorage.removeItem(nameOf(board, as))
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(epochNameOf(board, ''))) localStorage.removeItem(name)
  }
}
