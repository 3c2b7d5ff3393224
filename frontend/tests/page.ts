/** The page's table without its screens, for tests in a real browser: `window.kleed`. */
import * as api from '../src/sync/api'
import { markShared } from '../src/sync/offline'
import { openTable, type Table } from '../src/sync/table.svelte'
import { contentOf } from './content'

type Functions = Record<string, (...args: unknown[]) => unknown>

let table: Table | null = null

function state(): object {
  const { state, unsent, since, reason } = table!.saved
  return {
    saved: { state, unsent, since: since?.toISOString() ?? null, reason },
    content: contentOf(table!.board),
    phase: table!.session.phase,
    others: [...table!.presence.others.keys()],
  }
}

Object.assign(window, {
  kleed: {
    api,
    markShared,
    state,
    open: async (board: string) => {
      table = await openTable(board)
    },
    edit: (name: string, ...args: unknown[]) =>
      (table!.edit as unknown as Functions)[name]!(...args),
    table: (name: string, ...args: unknown[]) =>
      (table!.api as unknown as Functions)[name]!(...args),
    close: (options: object) => table!.close(options),
    databases: async () => (await indexedDB.databases()).map(({ name }) => name),
    remembered: () => Object.keys(localStorage).filter((name) => name.includes('/')),
  },
})
