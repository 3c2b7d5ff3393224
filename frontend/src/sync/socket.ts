/** The thin shell around the connection's state machine: a socket, timers and a document. */
import * as Y from 'yjs'
import { initial, step, type Effect, type Event, type State } from './connection'
import { Parts } from './parts'
import type { Presence } from './presence.svelte'
import * as protocol from './protocol'
import { ProtocolError, SUBPROTOCOL, type Message, type Notice } from './protocol'
import { answerTo, type Unsent } from './unsent'

/** What the shell needs of a WebSocket. */
export interface Socket {
  binaryType: string
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number; reason: string }) => void) | null
  onerror: (() => void) | null
  send(bytes: Uint8Array): void
  close(): void
}
export interface LinkOptions {
  doc: Y.Doc
  presence: Presence
  /** Everything that waits, in the order it was made. */
  unsent: () => readonly Unsent[]
  openSocket: (subprotocol: string) => Socket
  /** Whatever changes in the connection, after it changed. */
  onState: (state: State) => void
  onStored: (keys: readonly string[]) => void
  onSession: (session: Record<string, unknown>) => void
  onNotice: (notice: Notice) => void
  onRenew: () => void
  onEnd: (code: number, reason: string) => void
}

const TICK_MS = 1_000

export class Link {
  #state: State = initial
  #socket: Socket | null = null
  #pause: ReturnType<typeof setTimeout> | undefined
  #tick: ReturnType<typeof setInterval> | undefined
  readonly #parts = new Parts()
  readonly #options: LinkOptions

  constructor(options: LinkOptions) {
    this.#options = options
  }

  get state(): State {
    return this.#state
  }

  /** Come to the table, and come back whenever the connection is lost. */
  start(): void {
    this.#tick ??= setInterval(() => this.#dispatch({ type: 'tick', ...moment() }), TICK_MS)
    this.#dispatch({ type: 'start' })
  }

  stop(): void {
    clearInterval(this.#tick)
    clearTimeout(this.#pause)
    this.#tick = undefined
    this.#dispatch({ type: 'stop' })
  }

  /** The network came back, or the page: do not wait any longer. */
  readonly wake = (): void => {
    clearTimeout(this.#pause)
    this.#dispatch({ type: 'wake', now: Date.now() })
  }

  changed({ key, at, update }: Unsent): void {
    this.#dispatch({ type: 'changed', key, at, update })
  }

  found(waiting: readonly Unsent[]): void {
    this.#dispatch({ type: 'found', waiting })
  }

  /** Give the others what we show; does nothing while nobody would get it. */
  show(): void {
    const { presence } = this.#options
    if (this.#state.phase === 'open') this.#send(protocol.presence([presence.shown()]))
  }

  #dispatch(event: Event): void {
    const [state, effects] = step(this.#state, event)
    const told = state !== this.#state
    this.#state = state
    for (const effect of effects) this.#carryOut(effect)
    if (told) this.#options.onState(this.#state)
  }

  #carryOut(effect: Effect): void {
    const carry = this.#effects[effect.do] as (effect: Effect) => void
    carry(effect)
  }

  readonly #effects: { [Do in Effect['do']]: (effect: Extract<Effect, { do: Do }>) => void } = {
    open: ({ socket }) => this.#open(socket),
    close: () => this.#close(),
    pause: ({ ms }) => {
      this.#pause = setTimeout(this.wake, ms)
    },
    greet: () => {
      this.#send(protocol.step1(Y.encodeStateVector(this.#options.doc)))
      this.show()
    },
    answer: ({ updates }) =>
      updates.forEach((update, n) => this.#send((n ? protocol.update : protocol.step2)(update))),
    update: ({ update }) => this.#send(protocol.update(update)),
    query: () => this.#send(protocol.query()),
    apply: ({ update }) => Y.applyUpdate(this.#options.doc, update, this),
    show: ({ shown }) => this.#options.presence.take(shown),
    alone: () => this.#options.presence.alone(),
    session: ({ session }) => this.#options.onSession(session),
    notice: ({ notice }) => this.#options.onNotice(notice),
    forget: ({ keys }) => this.#options.onStored(keys),
    renew: () => this.#options.onRenew(),
    end: ({ code, reason }) => this.#options.onEnd(code, reason),
  }

  #open(socket: number): void {
    this.#parts.drop()
    const made = this.#options.openSocket(SUBPROTOCOL)
    this.#socket = made
    made.binaryType = 'arraybuffer'
    made.onopen = () => this.#dispatch({ type: 'opened', socket, now: Date.now() })
    // what went wrong is told again when the socket closes; unheard, it ends a Node program
    made.onerror = () => {}
    made.onmessage = ({ data }) => this.#receive(socket, data)
    made.onclose = ({ code, reason }) =>
      this.#dispatch({ type: 'closed', socket, code, reason, chance: Math.random() })
  }

  #receive(socket: number, data: unknown): void {
    try {
      if (!(data instanceof ArrayBuffer)) throw new ProtocolError('not bytes')
      this.#hear(socket, protocol.decode(new Uint8Array(data)))
    } catch (fault) {
      if (!(fault instanceof ProtocolError)) throw fault
      this.#dispatch({ type: 'closed', socket, ...NONSENSE, ...moment() })
    }
  }

  #hear(socket: number, message: Message): void {
    const { doc, unsent } = this.#options
    const answer = message.type === 'step1' ? answerTo(doc, message.vector, unsent()) : []
    this.#dispatch({ type: 'received', socket, now: Date.now(), message, answer })
    const whole = message.type === 'part' ? this.#parts.add(message.whole, message.bytes) : null
    if (whole) this.#hear(socket, protocol.decode(whole))
  }

  #close(): void {
    if (!this.#socket) return
    const socket = this.#socket
    this.#socket = null
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
  }

  #send(bytes: Uint8Array): void {
    this.#socket?.send(bytes)
  }
}

/** What we make of a server that talks nonsense: we come back later. */
const NONSENSE = { code: 1002, reason: 'not a message' }

function moment(): { now: number; chance: number } {
  return { now: Date.now(), chance: Math.random() }
}

/** A socket to a path of the server that this page came from. */
export function openInBrowser(path: string, subprotocol: string): Socket {
  const url = new URL(path, location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  return new WebSocket(url, subprotocol) as unknown as Socket
}
