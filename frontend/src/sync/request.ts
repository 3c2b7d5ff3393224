/** One request to the server: JSON out, JSON back, every refusal a `Problem`. */

/** A refusal in words for people (RFC 9457); status 0 when the server could not be reached. */
export class Problem extends Error {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly code: string
  /** What is wrong where, for a file or a form. */
  readonly faults: readonly { path: string; message: string }[]

  constructor(
    status: number,
    body: Partial<Record<'title' | 'detail' | 'code', unknown>> & { faults?: unknown },
  ) {
    super(String(body.title ?? 'Unreachable'))
    this.name = 'Problem'
    this.status = status
    this.title = String(body.title ?? '')
    this.detail = String(body.detail ?? '')
    this.code = String(body.code ?? (status ? 'unknown' : 'unreachable'))
    this.faults = Array.isArray(body.faults) ? body.faults : []
  }

  /** Whether it may be better in a while: the server is away or in trouble. */
  get passes(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

type Query = Record<string, string | readonly string[] | undefined>
export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  query?: Query
  headers?: Record<string, string>
}

/** Ask something of one board. */
export type AskBoard = <T>(path: string, rest?: Ask) => Promise<T>

/** Send one request and give the JSON that comes back (undefined for an empty answer). */
export async function request<T>(path: string, ask: Ask = {}): Promise<T> {
  const answer = await reach(path, ask)
  const text = await answer.text()
  if (!answer.ok) throw new Problem(answer.status, parsed(text))
  return (text ? JSON.parse(text) : undefined) as T
}

/** Send one request and give the bytes that come back. */
export async function requestBytes(path: string, ask: Ask = {}): Promise<Uint8Array> {
  const answer = await reach(path, ask)
  if (!answer.ok) throw new Problem(answer.status, parsed(await answer.text()))
  return new Uint8Array(await answer.arrayBuffer())
}

/** The part of an address that asks, with its question mark; nothing where nothing is asked. */
export function queryText(query: Query): string {
  const given = Object.entries(query).flatMap(([name, values]) =>
    values === undefined ? [] : [values].flat().map((value) => [name, value]),
  )
  return given.length ? `?${new URLSearchParams(given)}` : ''
}

async function reach(
  path: string,
  { method = 'GET', body, query = {}, headers }: Ask,
): Promise<Response> {
  const search = queryText(query)
  const sent: Record<string, string> =
    body === undefined || body instanceof Blob ? {} : { 'Content-Type': 'application/json' }
  try {
    return await fetch('/api' + path + search, {
      method,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'Accept-Language': language(), ...sent, ...headers },
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
    })
  } catch {
    throw new Problem(0, {})
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** The language of the page, so that refusals come in it. */
function language(): string {
  return globalThis.document?.documentElement.lang || 'nl'
}
