import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readings } from '../../tests/readings.svelte'
import { Presence } from './presence.svelte'
import type { Shown } from './protocol'

const user = { id: 'p2', name: 'Bob', seat: 's2', role: 'participant' }

function attached() {
  const presence = new Presence()
  const sent: Shown[] = []
  presence.attach(1, () => sent.push(presence.shown()))
  return { presence, sent }
}

describe('what one shows', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('goes out at most twenty times a second, and the last word always arrives', () => {
    const { presence, sent } = attached()
    for (let n = 0; n <= 200; n++) {
      presence.set({ cursor: [n, 0] })
      vi.advanceTimersByTime(5)
    }
    vi.advanceTimersByTime(100)
    expect(sent.length).toBeLessThanOrEqual(22)
    expect(sent.at(-1)?.state).toEqual({ cursor: [200, 0] })
  })

  it('keeps what is not mentioned and drops what is null', () => {
    const { presence, sent } = attached()
    presence.set({ cursor: [1, 2], editing: 'ingredients/i1.text' })
    presence.set({ cursor: null })
    vi.advanceTimersByTime(100)
    expect(sent.at(-1)?.state).toEqual({ editing: 'ingredients/i1.text' })
  })

  it('carries a clock that only goes up', () => {
    const { presence, sent } = attached()
    presence.set({ cursor: [1, 2] })
    vi.advanceTimersByTime(60)
    presence.set({ cursor: [3, 4] })
    vi.advanceTimersByTime(60)
    expect(sent.map((one) => one.clock)).toEqual([1, 2])
  })

  it('is nothing while nobody looks at the page', () => {
    const { presence, sent } = attached()
    const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    presence.set({ cursor: [1, 2] })
    vi.advanceTimersByTime(100)
    expect(sent).toEqual([])
    expect(presence.shown().state).toEqual({})
    visible.mockRestore()
  })
})

describe('what others show', () => {
  it('is kept by presence id until they leave', () => {
    const { presence } = attached()
    const seen = readings(() => presence.others.get(2)?.cursor)
    presence.take([{ key: 2, clock: 1, state: { cursor: [1, 2], user } }])
    expect(presence.others.get(2)).toMatchObject({ cursor: [1, 2], user: { name: 'Bob' } })
    presence.take([{ key: 2, clock: 2, state: null }])
    expect(presence.others.size).toBe(0)
    expect(presence.userOf(2)?.name).toBe('Bob')
    expect(seen.count()).toBeGreaterThan(1)
    seen.stop()
  })

  it('never shows oneself, nor who does not say who they are', () => {
    const { presence } = attached()
    presence.take([
      { key: 1, clock: 1, state: { user } },
      { key: 3, clock: 1, state: { cursor: [1, 2] } },
    ])
    expect(presence.others.size).toBe(0)
  })

  it('may come as objects with x and y', () => {
    const { presence } = attached()
    presence.take([{ key: 2, clock: 1, state: { cursor: { x: 3, y: 4 }, user } }])
    expect(presence.others.get(2)?.cursor).toEqual([3, 4])
  })

  it('is gone when the connection is', () => {
    const { presence } = attached()
    presence.take([{ key: 2, clock: 1, state: { user } }])
    presence.alone()
    expect(presence.others.size).toBe(0)
  })
})
