import { afterEach, describe, expect, it, vi } from 'vitest'
import { boardApi, createBoard, Problem } from './api'

interface Asked {
  path: string
  init: RequestInit
}

/** A server that gives this answer to everything, and what it was asked. */
function answering(answer: () => Response): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push({ path, init })
    return Promise.resolve().then(answer)
  })
  return asked
}

async function problemOf(asking: Promise<unknown>): Promise<Problem> {
  const problem = await asking.then(
    () => null,
    (caught: unknown) => caught,
  )
  expect(problem).toBeInstanceOf(Problem)
  return problem as Problem
}

afterEach(() => vi.unstubAllGlobals())

describe('a request', () => {
  it('is made in the role that was chosen, in the language of the page', async () => {
    document.documentElement.lang = 'en'
    const asked = answering(() => new Response('{}'))
    await boardApi('b 1', 'viewer').changeSession({ phase: 'walk' })
    expect(asked[0]).toMatchObject({
      path: '/api/boards/b%201/session?as=viewer',
      init: {
        method: 'PATCH',
        credentials: 'same-origin',
        body: '{"phase":"walk"}',
        headers: { 'Accept-Language': 'en', 'Content-Type': 'application/json' },
      },
    })
  })

  it('carries the creation key only when there is one', async () => {
    const asked = answering(() => new Response('{}'))
    await createBoard({ theme: 'x' }, 'geheim')
    await createBoard({ theme: 'x' })
    const headers = asked.map(({ init }) => init.headers as Record<string, string>)
    expect(headers.map((one) => one['Tafelkleed-Creation-Key'])).toEqual(['geheim', undefined])
  })

  it('may have nothing for an answer', async () => {
    answering(() => new Response(null, { status: 204 }))
    expect(await boardApi('b1').deleteSnapshot('m1')).toBeUndefined()
  })

  it('for a file is only a place', () => {
    const path = boardApi('b1', 'facilitator').exportPath('m1', 'csv', { names: true, lang: 'nl' })
    expect(path).toBe('/api/boards/b1/snapshots/m1/export/csv?names=true&lang=nl&as=facilitator')
  })

  it('for a file that tells what changed names the earlier snapshot', () => {
    const how = { names: false, lang: 'en', since: 'm0' }
    expect(boardApi('b1').exportPath('m1', 'xlsx', how)).toMatch(/\?names=false&lang=en&since=m0$/)
  })
})

describe('a refusal', () => {
  it('is a problem with the server’s words', async () => {
    const body = { title: 'Bezet', detail: 'Daar zit al iemand.', code: 'seat_taken' }
    answering(() => Response.json(body, { status: 409 }))
    const problem = await problemOf(boardApi('b1').changeMe({ seat: 's1' }))
    expect(problem).toMatchObject({ ...body, status: 409, faults: [], passes: false })
  })

  it('lists what is wrong where', async () => {
    const faults = [{ path: '/theme', message: 'ontbreekt' }]
    answering(() => Response.json({ title: 'Fout', faults }, { status: 422 }))
    expect((await problemOf(createBoard({ theme: '' }))).faults).toEqual(faults)
  })

  it('without words, as of a proxy, is a problem too, and may pass', async () => {
    answering(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    const problem = await problemOf(boardApi('b1').info())
    expect(problem).toMatchObject({ status: 502, code: 'unknown', passes: true })
  })

  it('of a server that is not there has status 0, and may pass', async () => {
    answering(() => {
      throw new TypeError('Failed to fetch')
    })
    const problem = await problemOf(boardApi('b1').info())
    expect(problem).toMatchObject({ status: 0, code: 'unreachable', passes: true })
  })
})
