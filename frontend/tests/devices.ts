/**
 * Devices at a real server, told what to do line by line: `node devices.mjs ADDRESS`.
 *
 * Each device has its own cookie and sits at one table with the code of the page. Each line is a
 * JSON command and is answered with one JSON line: `{value}` or `{problem}`.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { createInterface } from 'node:readline'
import WebSocket from 'ws'
import * as api from '../src/sync/api'
import { Problem } from '../src/sync/api'
import type { Socket } from '../src/sync/socket'
import { openTable, type Table } from '../src/sync/table.svelte'
import { contentOf } from './content'

interface Device {
  cookie: string
  table: Table | null
}
interface Command {
  device: string
  do: keyof typeof DO
  name?: string
  args?: unknown[]
}
type Functions = Record<string, (...args: unknown[]) => unknown>

const address = process.argv[2]!
const devices = new Map<string, Device>()
const acting = new AsyncLocalStorage<Device>()

/** The browser's part: paths are of this server, and cookies are kept per device. */
const reach = globalThis.fetch
globalThis.fetch = async (path, init) => {
  const device = acting.getStore()!
  const headers = { ...(init?.headers as Record<string, string>), Origin: address }
  const answer = await reach(new URL(path as string, address), {
    ...init,
    headers: { ...headers, Cookie: device.cookie },
  })
  const set = answer.headers.get('set-cookie')
  if (set) device.cookie = set.split(';')[0]!
  return answer
}

function socketOf(device: Device) {
  return (path: string, subprotocol: string) => {
    const url = address.replace('http', 'ws') + path
    const headers = { Cookie: device.cookie }
    return new WebSocket(url, subprotocol, { headers, origin: address }) as unknown as Socket
  }
}

const DO = {
  api: (_: Device, name: string, args: unknown[]) => (api as unknown as Functions)[name]!(...args),
  open: async (device: Device, board: string, [as]: unknown[]) => {
    device.table = await openTable(board, as as api.Joined['role'], socketOf(device))
  },
  table: ({ table }: Device, name: string, args: unknown[]) =>
    (table!.api as unknown as Functions)[name]!(...args),
  edit: ({ table }: Device, name: string, args: unknown[]) =>
    (table!.edit as unknown as Functions)[name]!(...args),
  undo: ({ table }: Device) => table!.undo.undo(),
  show: ({ table }: Device, _: string, [doing]: unknown[]) => table!.presence.set(doing as object),
  discard: ({ table }: Device) => table!.discard(),
  close: ({ table }: Device) => table!.close(),
  state: ({ table }: Device) => stateOf(table!),
}

function stateOf(table: Table): object {
  const { saved, session, me, ended, notice } = table
  return {
    saved: { state: saved.state, unsent: saved.unsent, reason: saved.reason },
    session: session.told,
    me: { ...me, mayWrite: me.mayWrite, author: me.author },
    ended,
    notice,
    content: contentOf(table.board),
    others: [...table.presence.others.values()].map((other) => ({ ...other })),
    next: table.undo.next,
  }
}

async function obey({ device: name, do: what, name: which = '', args = [] }: Command) {
  const device = devices.get(name) ?? { cookie: '', table: null }
  devices.set(name, device)
  try {
    return { value: (await acting.run(device, () => DO[what](device, which, args))) ?? null }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    const { status, code, title, detail, faults } = problem
    return { problem: { status, code, title, detail, faults } }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await obey(JSON.parse(line) as Command)) + '\n')
}
process.exit(0)
