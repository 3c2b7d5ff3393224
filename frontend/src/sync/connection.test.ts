import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  initial,
  pauseAfter,
  savedIn,
  step,
  type Effect,
  type Event,
  type State,
} from './connection'
import type { Message } from './protocol'

const UPDATE = Uint8Array.from([0, 0])
const VECTOR = Uint8Array.from([0])

/** A dialogue with the machine: what happened, and what it asked to be done. */
class Talk {
  state: State = initial
  done: Effect[] = []

  hear(event: Event): this {
    const [state, effects] = step(this.state, event)
    this.state = state
    this.done.push(...effects)
    return this
  }
  says(message: Message, answer: readonly Uint8Array[] = []): this {
    const { socket } = this.state
    return this.hear({ type: 'received', socket, now: 0, message, answer })
  }
  opens(now = 0): this {
    return this.hear({ type: 'opened', socket: this.state.socket, now })
  }
  closes(code: number, chance = 0): this {
    return this.hear({ type: 'closed', socket: this.state.socket, code, reason: 'weg', chance })
  }
  change(key: string): this {
    return this.hear({ type: 'changed', key, at: 1, update: UPDATE })
  }
  /** What it asked since the last time. */
  asked(): string[] {
    return this.done.splice(0).map((effect) => effect.do)
  }
  /** At the table, with the first state of the server taken in. */
  sits(): this {
    this.hear({ type: 'start' }).opens()
    this.says({ type: 'step1', vector: VECTOR }, [UPDATE])
    this.says({ type: 'step2', update: UPDATE }).says({ type: 'stored', count: 1 })
    this.done = []
    return this
  }
}

const refusal = (code: string, update: number): Message => ({
  type: 'notice',
  notice: { code, text: 'nee', update },
})

describe('coming in', () => {
  it('says how much of a large state has come, and takes each part for a sign of life', () => {
    const talk = new Talk().hear({ type: 'start' }).opens()
    const part = (size: number): Message => ({
      type: 'part',
      whole: 10,
      bytes: new Uint8Array(size),
    })
    const { socket } = talk.state
    talk.hear({ type: 'received', socket, now: 9_000, message: part(4) })
    expect(talk.state).toMatchObject({ arriving: { got: 4, whole: 10 }, heard: 9_000 })
    expect(talk.says(part(6)).state.arriving).toBeNull()
    expect(talk.says(part(4)).closes(1006).state.arriving).toBeNull()
  })

  it('opens a socket, greets, answers the server and is then up to date', () => {
    const talk = new Talk().hear({ type: 'start' })
    expect(talk.asked()).toEqual(['open'])
    expect(savedIn(talk.state)).toBe('busy')
    expect(talk.opens().asked()).toEqual(['greet'])
    expect(talk.says({ type: 'step1', vector: VECTOR }, [UPDATE]).asked()).toEqual(['answer'])
    expect(talk.says({ type: 'step2', update: UPDATE }).asked()).toEqual(['apply'])
    expect(savedIn(talk.state)).toBe('saved')
  })

  it('sends what was changed before only with the answer to the server', () => {
    const talk = new Talk().hear({ type: 'start' }).change('a').opens().change('b')
    expect(talk.asked()).toEqual(['open', 'greet'])
    talk.says({ type: 'step1', vector: VECTOR }, [UPDATE])
    expect(talk.state.waiting.map((one) => one.sentAs)).toEqual([1, 1])
    talk.says({ type: 'step2', update: UPDATE })
    expect(savedIn(talk.state)).toBe('busy')
    talk.asked()
    expect(talk.says({ type: 'stored', count: 1 }).asked()).toEqual(['forget'])
    expect(savedIn(talk.state)).toBe('saved')
  })

  it('counts an answer in parts as so many updates', () => {
    const talk = new Talk().hear({ type: 'start' }).change('a').opens()
    talk.says({ type: 'step1', vector: VECTOR }, [UPDATE, UPDATE, UPDATE])
    talk.says({ type: 'stored', count: 2 })
    expect(talk.state.waiting.length).toBe(1)
    talk.says({ type: 'stored', count: 3 })
    expect(talk.state.waiting.length).toBe(0)
  })
})

describe('a change', () => {
  it('goes out at once and waits until the server stored it', () => {
    const talk = new Talk().sits().change('a').change('b')
    expect(talk.asked()).toEqual(['update', 'update'])
    talk.says({ type: 'stored', count: 2 })
    expect(talk.done).toEqual([{ do: 'forget', keys: ['a'] }])
    expect(talk.state.waiting.map((one) => one.key)).toEqual(['b'])
    talk.says({ type: 'stored', count: 3 })
    expect(savedIn(talk.state)).toBe('saved')
  })

  it('of which the fate is unknown goes again with the next answer', () => {
    const talk = new Talk().sits().change('a').closes(1006)
    expect(talk.state.waiting).toEqual([{ key: 'a', at: 1, sentAs: null }])
    expect(savedIn(talk.state)).toBe('offline')
    talk.hear({ type: 'wake', now: 0 }).opens()
    expect(talk.says({ type: 'stored', count: 9 }).state.waiting.length).toBe(1)
    talk.says({ type: 'step1', vector: VECTOR }, [UPDATE])
    expect(talk.says({ type: 'stored', count: 1 }).state.waiting).toEqual([])
  })

  it('found on this device after a reload waits before what was made since', () => {
    const talk = new Talk().change('new')
    talk.hear({
      type: 'found',
      waiting: [
        { key: 'old', at: 0 },
        { key: 'new', at: 1 },
      ],
    })
    expect(talk.state.waiting.map((one) => one.key)).toEqual(['old', 'new'])
  })
})

describe('a refusal', () => {
  it('that passes by itself keeps the change waiting for the server’s question', () => {
    const talk = new Talk().sits().change('a')
    talk.says(refusal('rate', 2)).says({ type: 'stored', count: 2 })
    expect(talk.state.waiting.length).toBe(1)
    expect(savedIn(talk.state)).toBe('busy')
    talk.says({ type: 'step1', vector: VECTOR }, [UPDATE]).says({ type: 'stored', count: 3 })
    expect(savedIn(talk.state)).toBe('saved')
  })

  it('for good is shown until the change is stored after all', () => {
    const talk = new Talk().sits().change('a')
    talk.says(refusal('board_full', 2)).says({ type: 'stored', count: 2 })
    expect(savedIn(talk.state)).toBe('refused')
    expect(talk.state.refused?.text).toBe('nee')
    talk.closes(1006)
    expect(savedIn(talk.state)).toBe('refused')
    talk.hear({ type: 'wake', now: 0 }).opens()
    talk.says({ type: 'step1', vector: VECTOR }, [UPDATE])
    talk.says({ type: 'step2', update: UPDATE }).says({ type: 'stored', count: 1 })
    expect(savedIn(talk.state)).toBe('saved')
  })

  it('because writing was paused is tried again when it is not', () => {
    const talk = new Talk().sits().change('a').says(refusal('forbidden', 2))
    talk.asked()
    talk.says({ type: 'session', session: { writing: false } })
    expect(talk.asked()).toEqual(['session'])
    talk.says({ type: 'session', session: { writing: true } })
    expect(talk.asked()).toEqual(['session', 'close', 'alone', 'open'])
    expect(talk.state.waiting.length).toBe(1)
  })

  it('of one leaves the others as they are', () => {
    const talk = new Talk().sits().change('a').change('b').says(refusal('value', 2))
    talk.says({ type: 'stored', count: 3 })
    expect(talk.state.waiting.map((one) => one.key)).toEqual(['a'])
  })
})

describe('a lost connection', () => {
  it('is tried again after a pause, or at once when the network or the page comes back', () => {
    const talk = new Talk().sits().closes(1006, 0.5)
    expect(talk.done).toEqual([
      { do: 'close', socket: 1 },
      { do: 'alone' },
      { do: 'pause', ms: 750 },
    ])
    talk.asked()
    expect(talk.hear({ type: 'wake', now: 0 }).asked()).toEqual(['open'])
  })

  it('waits ever longer, with full jitter between half a second and fifteen', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
        const pause = pauseAfter(failures, chance)
        expect(pause).toBeGreaterThanOrEqual(500)
        expect(pause).toBeLessThanOrEqual(15_000)
      }),
    )
    expect([1, 2, 3, 9].map((failures) => pauseAfter(failures, 1))).toEqual([
      1000, 2000, 4000, 15000,
    ])
  })

  it('counts failures until the server’s state comes in', () => {
    const talk = new Talk().sits().closes(1006)
    talk.hear({ type: 'wake', now: 0 }).closes(1006)
    talk.hear({ type: 'wake', now: 0 }).opens().closes(1006)
    expect(talk.state.failures).toBe(3)
    talk.hear({ type: 'wake', now: 0 }).opens().says({ type: 'step2', update: UPDATE })
    expect(talk.state.failures).toBe(0)
  })

  it('of a server that starts again spreads its clients out', () => {
    expect(new Talk().sits().closes(1012, 1).done.at(-1)).toEqual({ do: 'pause', ms: 4000 })
  })

  it('passes over what an old socket still says', () => {
    const talk = new Talk().sits()
    const old = talk.state.socket
    talk.closes(1006).hear({ type: 'wake', now: 0 }).asked()
    const before = talk.state
    talk.hear({ type: 'closed', socket: old, code: 4401, reason: '', chance: 0 })
    talk.hear({ type: 'received', socket: old, now: 0, message: { type: 'stored', count: 9 } })
    expect(talk.state).toBe(before)
  })
})

describe('a closed door', () => {
  it.each([4400, 4401, 4403, 4404, 4413])('with code %i is the end, with its reason', (code) => {
    const talk = new Talk().sits().closes(code)
    expect(talk.done.at(-1)).toEqual({ do: 'end', code, reason: 'weg' })
    expect(talk.hear({ type: 'wake', now: 0 }).state.phase).toBe('ended')
  })

  it('because the board was renewed begins again with an empty copy', () => {
    const talk = new Talk().sits().closes(4409)
    expect(talk.asked()).toEqual(['close', 'alone', 'renew'])
  })
})

describe('silence', () => {
  it('of five seconds asks for a sign of life, and five more end the connection', () => {
    const talk = new Talk().sits()
    expect(talk.hear({ type: 'tick', now: 4_999, chance: 0 }).asked()).toEqual([])
    expect(talk.hear({ type: 'tick', now: 5_000, chance: 0 }).asked()).toEqual(['query'])
    expect(talk.hear({ type: 'tick', now: 9_999, chance: 0 }).asked()).toEqual([])
    expect(talk.hear({ type: 'tick', now: 10_000, chance: 0 }).asked()).toEqual([
      'close',
      'alone',
      'pause',
    ])
  })

  it('is over when anything is heard', () => {
    const talk = new Talk().sits().hear({ type: 'tick', now: 5_000, chance: 0 })
    const { socket } = talk.state
    talk.hear({ type: 'received', socket, now: 6_000, message: { type: 'presence', shown: [] } })
    talk.asked()
    expect(talk.hear({ type: 'tick', now: 10_500, chance: 0 }).asked()).toEqual([])
  })

  it('while the machine slept is no proof: it asks first', () => {
    const talk = new Talk().sits()
    expect(talk.hear({ type: 'tick', now: 900_000, chance: 0 }).asked()).toEqual(['query'])
  })

  it('is broken at once when the page comes back into view', () => {
    expect(new Talk().sits().hear({ type: 'wake', now: 1 }).asked()).toEqual(['query'])
  })
})

describe('whatever happens', () => {
  const HAPPENINGS: Record<string, (talk: Talk, n: number) => unknown> = {
    start: (talk) => talk.hear({ type: 'start' }),
    stop: (talk) => talk.hear({ type: 'stop' }),
    wake: (talk) => talk.hear({ type: 'wake', now: 5 }),
    tick: (talk, n) => talk.hear({ type: 'tick', now: n * 3_000, chance: 0 }),
    opened: (talk) => talk.opens(),
    closed: (talk) => talk.closes(1006),
    asked: (talk) => talk.says({ type: 'step1', vector: VECTOR }, [UPDATE]),
    given: (talk) => talk.says({ type: 'step2', update: UPDATE }),
    stored: (talk) => talk.says({ type: 'stored', count: talk.state.sent }),
    refused: (talk) => talk.says(refusal('value', talk.state.sent)),
    changed: (talk, n) => talk.change(`${n}`),
  }

  it('never forgets a change that the server did not say it stored', () => {
    const history = fc.array(fc.constantFrom(...Object.keys(HAPPENINGS)), { maxLength: 80 })
    fc.assert(
      fc.property(history, (names) => {
        const talk = new Talk()
        let forgotten = 0
        names.forEach((name, n) => {
          HAPPENINGS[name]!(talk, n)
          for (const effect of talk.done.splice(0)) {
            if (effect.do === 'forget') forgotten += effect.keys.length
          }
          const made = names.slice(0, n + 1).filter((one) => one === 'changed').length
          expect(talk.state.waiting.length + forgotten).toBe(made)
          if (talk.state.waiting.length) expect(savedIn(talk.state)).not.toBe('saved')
        })
      }),
    )
  })
})
