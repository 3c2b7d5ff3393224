/** The one table this page sits at: opened once, kept while one walks between its pages. */
import type { Id } from '../model/types'
import type { Role } from '../sync/session.svelte'
import type { Table } from '../sync/table.svelte'

interface Opened {
  board: Id
  as: Role | undefined
  table: Promise<Table>
}

const ROLES: readonly Role[] = ['facilitator', 'participant', 'viewer', 'projector']
let opened: Opened | null = null

/** The role asked for in the address (`?as=viewer`), if any. */
export function askedRole(search: string): Role | undefined {
  const asked = new URLSearchParams(search).get('as')
  return ROLES.find((role) => role === asked)
}

type Arriving = (share: number | null) => void

async function start(board: Id, as?: Role, onArriving?: Arriving): Promise<Table> {
  const { openTable } = await import('../sync/table.svelte')
  return openTable(board, as, undefined, onArriving)
}

/**
 * The table of a board; the one that was open for another board is left.
 *
 * `onArriving` hears how much of a large cloth has come, as long as it comes.
 */
export function sitAt(board: Id, as?: Role, onArriving?: Arriving): Promise<Table> {
  if (opened?.board === board && opened.as === as) return opened.table
  void leave()
  const table = start(board, as, onArriving)
  const mine: Opened = { board, as, table }
  opened = mine
  table.catch(() => {
    if (opened === mine) opened = null
  })
  return table
}

/** Gets up from the table that is open, if any; `forget` clears the copy on this device too. */
export async function leave(how: { forget?: boolean } = {}): Promise<void> {
  const last = opened
  opened = null
  const table = await last?.table.catch(() => undefined)
  await table?.close(how)
}
