/**
 * The connection to a board as a state machine: events in, effects out, nothing else.
 *
 * It knows no socket, clock, chance or document: events bring the time, `chance` between 0 and 1
 * and the answers to the server's questions; the shell (`link.ts`) carries the effects out.
 *
 * A change has three outcomes: stored, refused with a reason, or unknown; what is unknown is sent
 * again with the answer to the server's next step 1. Updates are counted from 1 on each connection;
 * `stored n` settles the first n, a notice with a number refuses that one.
 */
import type { Message, Notice, Shown } from './protocol'

export interface Waiting {
  readonly key: string
  readonly at: number
  /** The number under which it was last sent on this connection; null: it must be sent again. */
  readonly sentAs: number | null
}
export interface Refused {
  readonly code: string
  readonly text: string
}
export interface State {
  readonly phase: 'away' | 'pausing' | 'connecting' | 'open' | 'ended'
  /** Counts sockets, so that a late word from an old one is passed over. */
  readonly socket: number
  /** How often in a row connecting led to nothing. */
  readonly failures: number
  /** How many updates went out on this socket. */
  readonly sent: number
  /** Whether the server's step 1 was answered: from then on changes go out one by one. */
  readonly answered: boolean
  /** Whether the server's first state came in on this socket. */
  readonly synced: boolean
  /** How many bytes have come of a large message; null while none is coming. */
  readonly arriving: { readonly got: number; readonly whole: number } | null
  /** When something was last heard, and when a sign of life was last asked for. */
  readonly heard: number
  readonly asked: number | null
  readonly waiting: readonly Waiting[]
  readonly refused: Refused | null
}

export type Event =
  /** The person is at the table, or leaves it. */
  | { type: 'start' }
  | { type: 'stop' }
  | { type: 'opened'; socket: number; now: number }
  | {
      type: 'received'
      socket: number
      now: number
      message: Message
      answer?: readonly Uint8Array[]
    }
  | { type: 'closed'; socket: number; code: number; reason: string; chance: number }
  /** The time that was asked for with `pause` has passed, or the network or the page came back. */
  | { type: 'wake'; now: number }
  /** Every second or so. */
  | { type: 'tick'; now: number; chance: number }
  /** A change was made here. */
  | { type: 'changed'; key: string; at: number; update: Uint8Array }
  /** Changes of earlier, or of another tab, turn out to wait as well. */
  | { type: 'found'; waiting: readonly { key: string; at: number }[] }

export type Effect =
  | { do: 'open'; socket: number }
  | { do: 'close'; socket: number }
  /** Come back with `wake` after this many milliseconds. */
  | { do: 'pause'; ms: number }
  /** Send our step 1 and what we show of ourselves. */
  | { do: 'greet' }
  | { do: 'answer'; updates: readonly Uint8Array[] }
  | { do: 'update'; update: Uint8Array }
  | { do: 'query' }
  | { do: 'apply'; update: Uint8Array; first: boolean }
  | { do: 'show'; shown: readonly Shown[] }
  | { do: 'session'; session: Record<string, unknown> }
  | { do: 'notice'; notice: Notice }
  /** These changes are durable: forget that they wait. */
  | { do: 'forget'; keys: readonly string[] }
  /** Nobody is seen any more: the connection is gone. */
  | { do: 'alone' }
  /** Start again with an empty copy: the board was renewed. */
  | { do: 'renew' }
  | { do: 'end'; code: number; reason: string }

export type Step = readonly [State, readonly Effect[]]

const QUIET_MS = 5_000
const DEAD_MS = 5_000
const SHORTEST_MS = 500
const LONGEST_MS = 15_000
const RENEWED = 4409
const RESTARTING = 1012
/** Refusals that pass by themselves: the server asks again. */
const PASSING = ['gap', 'rate', 'busy', 'degraded']

export const initial: State = {
  phase: 'away',
  socket: 0,
  failures: 0,
  sent: 0,
  answered: false,
  synced: false,
  arriving: null,
  heard: 0,
  asked: null,
  waiting: [],
  refused: null,
}

type Handlers = {
  [Type in Event['type']]: (state: State, event: Extract<Event, { type: Type }>) => Step
}

const ON: Handlers = {
  start: (state) => (state.phase === 'away' ? connect(state) : [state, []]),
  stop: (state) => leave({ ...state, phase: 'away' }, state),
  opened: (state, { now }) => [
    { ...state, phase: 'open', heard: now, asked: null },
    [{ do: 'greet' }],
  ],
  received: (before, { now, message, answer = [] }) => {
    const state = { ...before, heard: now, asked: null }
    return message.type === 'part' ? arrive(state, message) : receive(state, message, answer)
  },
  closed: close,
  wake: (state, { now }) => wake(state, now),
  tick,
  changed: change,
  found: find,
}

/** The state after an event, and what must be done, in order. */
export function step(state: State, event: Event): Step {
  if ('socket' in event && event.socket !== state.socket) return [state, []]
  const on = ON[event.type] as (state: State, event: Event) => Step
  return on(state, event)
}

/** In which of the four states the chip is, and how much waits. */
export function savedIn(state: State): 'saved' | 'busy' | 'offline' | 'refused' {
  if (state.refused) return 'refused'
  if (state.phase !== 'open' && (state.failures > 0 || state.phase !== 'connecting'))
    return 'offline'
  return state.synced && state.waiting.length === 0 ? 'saved' : 'busy'
}

// ---- coming and going

function connect(state: State): Step {
  const socket = state.socket + 1
  const fresh = { sent: 0, answered: false, synced: false, arriving: null, asked: null }
  return [{ ...state, ...fresh, phase: 'connecting', socket }, [{ do: 'open', socket }]]
}

/** The socket is of no use any more: nothing sent on it counts, nobody is seen. */
function leave(next: State, { socket, phase }: State): Step {
  const waiting = next.waiting.map((one) => ({ ...one, sentAs: null }))
  const had = phase === 'open' || phase === 'connecting'
  const none = { answered: false, synced: false, arriving: null, asked: null }
  const lost = { ...none, waiting, socket: socket + 1 }
  return [{ ...next, ...lost }, had ? [{ do: 'close', socket }, { do: 'alone' }] : []]
}

interface Closed {
  code: number
  reason: string
  chance: number
}

function close(state: State, { code, reason, chance }: Closed): Step {
  if (state.phase !== 'open' && state.phase !== 'connecting') return [state, []]
  if (code === RENEWED) return then(leave({ ...state, phase: 'away' }, state), { do: 'renew' })
  if (code >= 4400 && code < 4500) {
    return then(leave({ ...state, phase: 'ended' }, state), { do: 'end', code, reason })
  }
  const failures = Math.max(state.failures + 1, code === RESTARTING ? 3 : 1)
  const left = leave({ ...state, phase: 'pausing', failures }, state)
  return then(left, { do: 'pause', ms: pauseAfter(failures, chance) })
}

/** Full jitter: anything between the shortest and a bound that doubles with each failure. */
export function pauseAfter(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** failures)
  return SHORTEST_MS + chance * (longest - SHORTEST_MS)
}

function wake(state: State, now: number): Step {
  if (state.phase === 'pausing') return connect(state)
  return state.phase === 'open' && state.asked === null ? ask(state, now) : [state, []]
}

/** Ask for a sign of life after a while of silence; without one, begin again. */
function tick(state: State, { now, chance }: { now: number; chance: number }): Step {
  if (state.phase !== 'open') return [state, []]
  if (state.asked !== null) {
    const dead = now - state.asked >= DEAD_MS
    return dead ? close(state, { code: 1006, reason: '', chance }) : [state, []]
  }
  return now - state.heard >= QUIET_MS ? ask(state, now) : [state, []]
}

function ask(state: State, now: number): Step {
  return [{ ...state, asked: now }, [{ do: 'query' }]]
}

function then([state, effects]: Step, ...more: readonly Effect[]): Step {
  return [state, [...effects, ...more]]
}

// ---- what the server says

type Part = Extract<Message, { type: 'part' }>
type Whole = Exclude<Message, Part>

function receive(state: State, message: Whole, answer: readonly Uint8Array[]): Step {
  switch (message.type) {
    case 'step1':
      return answered(state, answer)
    case 'step2':
      return [
        { ...state, synced: true, failures: 0 },
        [{ do: 'apply', update: message.update, first: !state.synced }],
      ]
    case 'update':
      return [state, [{ do: 'apply', update: message.update, first: false }]]
    case 'presence':
      return [state, [{ do: 'show', shown: message.shown }]]
    case 'stored':
      return stored(state, message.count)
    case 'session':
      return toldSession(state, message.session)
    case 'notice':
      return noticed(state, message.notice)
    case 'denied':
    case 'query':
      return [state, []]
  }
}

function arrive(state: State, { whole, bytes }: Part): Step {
  const got = (state.arriving?.got ?? 0) + bytes.length
  return [{ ...state, arriving: got < whole ? { got, whole } : null }, []]
}

/** Everything that waits goes out again with the answer to the server's step 1. */
function answered(state: State, updates: readonly Uint8Array[]): Step {
  const sent = state.sent + updates.length
  const waiting = state.waiting.map((one) => ({ ...one, sentAs: sent }))
  return [{ ...state, sent, waiting, answered: true }, [{ do: 'answer', updates }]]
}

function stored(state: State, count: number): Step {
  const isDone = (one: Waiting) => one.sentAs !== null && one.sentAs <= count
  const keys = state.waiting.filter(isDone).map((one) => one.key)
  if (!keys.length) return [state, []]
  const waiting = state.waiting.filter((one) => !isDone(one))
  const refused = waiting.length ? state.refused : null
  return [{ ...state, waiting, refused }, [{ do: 'forget', keys }]]
}

/** Who was not allowed to write, and now is, comes in anew: the server then asks for what waits. */
function toldSession(state: State, session: Record<string, unknown>): Step {
  const told: Effect = { do: 'session', session }
  if (state.refused?.code !== 'forbidden' || session.writing !== true) return [state, [told]]
  const [left, leaving] = leave({ ...state, refused: null }, state)
  const [next, opening] = connect(left)
  return [next, [told, ...leaving, ...opening]]
}

/** A refused update was not stored: what it held waits for the server's next step 1. */
function noticed(state: State, notice: Notice): Step {
  if (notice.update === null) return [state, [{ do: 'notice', notice }]]
  const waiting = state.waiting.map((one) => {
    return one.sentAs === notice.update ? { ...one, sentAs: null } : one
  })
  const refused = PASSING.includes(notice.code)
    ? state.refused
    : { code: notice.code, text: notice.text }
  return [{ ...state, waiting, refused }, [{ do: 'notice', notice }]]
}

// ---- what people do here

function change(state: State, event: { key: string; at: number; update: Uint8Array }): Step {
  const goes = state.phase === 'open' && state.answered
  const sent = goes ? state.sent + 1 : state.sent
  const one: Waiting = { key: event.key, at: event.at, sentAs: goes ? sent : null }
  const effects: Effect[] = goes ? [{ do: 'update', update: event.update }] : []
  return [{ ...state, sent, waiting: [...state.waiting, one] }, effects]
}

/** They were made before what waits already; the answer to the next step 1 holds them. */
function find(
  state: State,
  { waiting }: { waiting: readonly { key: string; at: number }[] },
): Step {
  const known = new Set(state.waiting.map((one) => one.key))
  const found = waiting.filter((one) => !known.has(one.key))
  const more = found.map(({ key, at }): Waiting => ({ key, at, sentAs: null }))
  return [{ ...state, waiting: [...more, ...state.waiting] }, []]
}
