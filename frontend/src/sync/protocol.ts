/**
 * The messages of the wire, strictly: what does not decode to the last byte is no message.
 *
 * 0 sync (0 step 1, 1 step 2, 2 update), 1 presence, 2 denied, 3 query for presence; from the
 * server, to those who chose `tafelkleed.1`, also 80 stored, 81 session, 82 notice, 83 part.
 */

export const SUBPROTOCOL = 'tafelkleed.1'

export interface Shown {
  /** The presence id. */
  key: number
  clock: number
  /** null: the peer left. */
  state: Record<string, unknown> | null
}
export interface Notice {
  code: string
  /** For people. */
  text: string
  /** The number of the update that was refused, if one was. */
  update: number | null
  [field: string]: unknown
}
export type Message =
  | { type: 'step1'; vector: Uint8Array }
  | { type: 'step2'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'presence'; shown: Shown[] }
  | { type: 'query' }
  | { type: 'denied'; reason: string }
  | { type: 'stored'; count: number }
  | { type: 'session'; session: Record<string, unknown> }
  | { type: 'notice'; notice: Notice }
  /** Some bytes of a message of `whole` bytes. */
  | { type: 'part'; whole: number; bytes: Uint8Array }

/** Bytes that are no message. */
export class ProtocolError extends Error {}

const SYNC = ['step1', 'step2', 'update'] as const

// ---- writing

export const step1 = (vector: Uint8Array) => packed(uint(0), uint(0), sized(vector))
export const step2 = (update: Uint8Array) => packed(uint(0), uint(1), sized(update))
export const update = (change: Uint8Array) => packed(uint(0), uint(2), sized(change))
export const query = () => packed(uint(3))

/** What peers show of themselves. */
export function presence(shown: readonly Shown[]): Uint8Array {
  const entries = shown.map(({ key, clock, state }) => {
    return packed(uint(key), uint(clock), text(JSON.stringify(state)))
  })
  return packed(uint(1), sized(packed(uint(shown.length), ...entries)))
}

function uint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
  return Uint8Array.from(bytes)
}

function sized(bytes: Uint8Array): Uint8Array {
  return packed(uint(bytes.length), bytes)
}

function text(words: string): Uint8Array {
  return sized(new TextEncoder().encode(words))
}

function packed(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

// ---- reading

/** The one message in `bytes`; `ProtocolError` if there is none, or more. */
export function decode(bytes: Uint8Array): Message {
  const reader = new Reader(bytes)
  const kind = reader.uint()
  const read = READ[kind]
  if (!read) throw new ProtocolError(`no message of type ${kind}`)
  const message = read(reader)
  reader.finish()
  return message
}

const READ: Record<number, (reader: Reader) => Message> = {
  0: readSync,
  1: (reader) => ({ type: 'presence', shown: readShown(new Reader(reader.sized())) }),
  2: readDenied,
  3: () => ({ type: 'query' }),
  80: (reader) => ({ type: 'stored', count: reader.uint() }),
  81: (reader) => ({ type: 'session', session: object(reader.text()) }),
  82: (reader) => ({ type: 'notice', notice: noticeFrom(object(reader.text())) }),
  83: (reader) => ({ type: 'part', whole: reader.uint(), bytes: reader.rest() }),
}

function readSync(reader: Reader): Message {
  const type = SYNC[reader.uint()]
  if (!type) throw new ProtocolError('no such sync message')
  const bytes = reader.sized()
  return type === 'step1' ? { type, vector: bytes } : { type, update: bytes }
}

function readDenied(reader: Reader): Message {
  if (reader.uint() !== 0) throw new ProtocolError('no such auth message')
  return { type: 'denied', reason: reader.text() }
}

function readShown(reader: Reader): Shown[] {
  const shown: Shown[] = []
  for (let left = reader.uint(); left > 0; left--) {
    const [key, clock, state] = [reader.uint(), reader.uint(), json(reader.text())]
    if (state !== null && !isObject(state)) throw new ProtocolError('a presence is an object')
    shown.push({ key, clock, state })
  }
  reader.finish()
  return shown
}

function noticeFrom(fields: Record<string, unknown>): Notice {
  const update = typeof fields.update === 'number' ? fields.update : null
  return { ...fields, code: String(fields.code ?? ''), text: String(fields.text ?? ''), update }
}

function object(words: string): Record<string, unknown> {
  const value = json(words)
  if (!isObject(value)) throw new ProtocolError('not an object')
  return value
}

function json(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    throw new ProtocolError('not JSON')
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const TEXT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads from the front; what is not there, or not there as it should be, throws. */
class Reader {
  #at = 0
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** A number below 2^53: seven bits a byte, the lowest first. */
  uint(): number {
    let [value, scale] = [0, 1]
    for (;;) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw new ProtocolError('ends too early')
      value += (byte & 127) * scale
      if (value > Number.MAX_SAFE_INTEGER) throw new ProtocolError('a number is too high')
      if (byte < 128) return value
      scale *= 128
      if (scale > 2 ** 49) throw new ProtocolError('a number is too long')
    }
  }

  sized(): Uint8Array {
    const size = this.uint()
    if (size > this.#bytes.length - this.#at) throw new ProtocolError('ends too early')
    this.#at += size
    return this.#bytes.subarray(this.#at - size, this.#at)
  }

  rest(): Uint8Array {
    const from = this.#at
    this.#at = this.#bytes.length
    return this.#bytes.subarray(from)
  }

  text(): string {
    try {
      return TEXT.decode(this.sized())
    } catch (fault) {
      if (fault instanceof ProtocolError) throw fault
      throw new ProtocolError('not UTF-8')
    }
  }

  finish(): void {
    if (this.#at !== this.#bytes.length) throw new ProtocolError('goes on too long')
  }
}
