/**
 * Peers at one board, told what to do line by line: `node peers.mjs`.
 *
 * Each line is a JSON command for one peer and is answered with one JSON line. A `stock` peer is an
 * unmodified y-websocket client; `ours` is the connection of the page.
 */
import { createInterface } from 'node:readline'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { BoardStore } from '../src/model/board.svelte'
import { savedIn } from '../src/sync/connection'
import { Presence, type Doing } from '../src/sync/presence.svelte'
import { Replica } from '../src/sync/replica'
import type { Socket } from '../src/sync/socket'
import { contentOf } from './content'
import { chanceFrom, randomEdit } from './random-edits'

interface Peer {
  doc: Y.Doc
  store: BoardStore
  join(): void
  leave(): void
  /** Whether nothing waits here and the server's state came in. */
  settled(): boolean
  /** Send something again that was sent before. */
  repeat(): void
  /** Show the others what this one does. */
  show(doing: Doing): void
  /** What others show, by who they are. */
  others(): Record<string, unknown>[]
}
interface Command {
  peer: string
  do: 'come' | 'edit' | 'leave' | 'join' | 'repeat' | 'show' | 'wait' | 'state'
  kind?: 'stock' | 'ours'
  url?: string
  board?: string
  seed?: number
  times?: number
  doing?: Doing
}

const peers = new Map<string, Peer>()

function stock(url: string, board: string): Peer {
  const doc = new Y.Doc()
  const sent: Uint8Array[] = []
  const provider = new WebsocketProvider(url, board, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 400,
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== provider) sent.push(update)
  })
  return {
    doc,
    store: new BoardStore(doc),
    join: () => provider.connect(),
    leave: () => provider.disconnect(),
    settled: () => provider.synced,
    repeat: () => {
      const update = sent.at(-1)
      if (update && provider.wsconnected) provider.ws?.send(frame(update))
    },
    show: (doing) => provider.awareness.setLocalState(doing as Record<string, unknown>),
    others: () => {
      const states = [...provider.awareness.getStates()].filter(([key]) => key !== doc.clientID)
      return states.map(([, state]) => state)
    },
  }
}

/** An update as y-websocket sends it. */
function frame(update: Uint8Array) {
  const size = [...uint(update.length)]
  return Uint8Array.from([0, 2, ...size, ...update])
}

function* uint(value: number): Generator<number> {
  let rest = value
  for (; rest > 127; rest >>= 7) yield (rest & 127) | 128
  yield rest
}

function ours(url: string, board: string, name: string): Peer {
  const author = { participant: name, seat: 's1' }
  const presence = new Presence()
  const replica = new Replica({
    board,
    participant: name,
    presence,
    author: () => author,
    phase: () => 'rim',
    openSocket: (protocol) => new WebSocket(`${url}/${board}`, protocol) as unknown as Socket,
    onState: () => {},
    onSession: () => {},
    onNotice: () => {},
    onRenew: () => {},
    onEnd: (code, reason) => console.error(`${name} was sent away: ${code} ${reason}`),
  })
  void replica.start()
  return {
    doc: replica.doc,
    store: new BoardStore(replica.doc),
    join: () => replica.link.start(),
    leave: () => replica.link.stop(),
    settled: () => savedIn(replica.link.state) === 'saved',
    repeat: () => replica.link.wake(),
    show: (doing) => presence.set(doing),
    others: () => [...presence.others.values()].map((other) => ({ ...other })),
  }
}

const DO: Record<Command['do'], (peer: Peer, command: Command) => object | Promise<object>> = {
  come: () => ({}),
  edit: (peer, { peer: name, seed = 0, times = 1 }) => {
    const chance = chanceFrom(seed)
    const author = { participant: name, seat: 's1' }
    for (let n = 0; n < times; n++) randomEdit(peer.doc, peer.store, author, chance)
    return {}
  },
  leave: (peer) => (peer.leave(), {}),
  join: (peer) => (peer.join(), {}),
  repeat: (peer) => (peer.repeat(), {}),
  show: (peer, { doing = {} }) => (peer.show(doing), {}),
  wait: news,
  state: stateOf,
}

function peerOf({ peer: name, kind, url = '', board = '' }: Command): Peer {
  const made = peers.get(name) ?? (kind === 'ours' ? ours(url, board, name) : stock(url, board))
  peers.set(name, made)
  return made
}

/** Resolves when the peer's document changes, or a little later. */
function news(peer: Peer): Promise<object> {
  return new Promise((resolve) => {
    const tell = () => {
      clearTimeout(late)
      peer.doc.off('update', tell)
      resolve({})
    }
    const late = setTimeout(tell, 50)
    peer.doc.on('update', tell)
  })
}

function stateOf(peer: Peer): object {
  return {
    settled: peer.settled(),
    update: Buffer.from(Y.encodeStateAsUpdate(peer.doc)).toString('hex'),
    content: contentOf(peer.store),
    others: peer.others(),
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as Command
  const answer = await DO[command.do](peerOf(command), command)
  process.stdout.write(JSON.stringify(answer) + '\n')
}
process.exit(0)
