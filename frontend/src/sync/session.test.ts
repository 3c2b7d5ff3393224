import { describe, expect, it, vi } from 'vitest'
import { readings } from '../../tests/readings.svelte'
import { sessionJson } from '../../tests/sessions'
import { SessionState } from './session.svelte'

describe('the session', () => {
  it('is what the server said last', () => {
    const session = new SessionState(sessionJson({ phase: 'rim' }))
    const seen = readings(() => session.phase)
    session.tell(sessionJson({ phase: 'walk', turned: true }))
    expect([session.phase, session.turned, seen.count()]).toEqual(['walk', true, 2])
    seen.stop()
  })

  it('knows who sits where', () => {
    const people = [{ id: 'p1', name: 'Ann', seat: 's1', role: 'participant', here: true }] as const
    const session = new SessionState(sessionJson({ people: [...people] }))
    expect(session.personAt('s1')?.name).toBe('Ann')
    expect(session.personAt('s2')).toBeNull()
  })
})

describe('the clock', () => {
  const at = (iso: string) => () => Date.parse(iso)

  it('runs by the server’s time, whatever this device thinks it is', () => {
    const told = sessionJson({
      now: '2025-01-10T15:30:00Z',
      clock: { state: 'running', total: 300, left: 120, endsAt: '2025-01-10T15:32:00Z' },
    })
    let now = at('2019-05-05T00:00:00Z')
    const session = new SessionState(told, () => now())
    expect(session.secondsLeft()).toBe(120)
    now = at('2019-05-05T00:00:50Z')
    expect(session.secondsLeft()).toBe(70)
    now = at('2019-05-05T01:00:00Z')
    expect(session.secondsLeft()).toBe(0)
  })

  it('stands still while it is held', () => {
    const clock = { state: 'paused', total: 300, left: 42.5, endsAt: null } as const
    expect(new SessionState(sessionJson({ clock })).secondsLeft()).toBe(42.5)
  })
})

describe('turning over', () => {
  it('lays the slips open when its moment comes, without another word of the server', () => {
    vi.useFakeTimers()
    const start = Date.now()
    const session = new SessionState(
      sessionJson({
        now: new Date(start).toISOString(),
        turnsAt: new Date(start + 3000).toISOString(),
      }),
    )
    expect([session.turned, session.secondsToTurn()]).toEqual([false, 3])
    vi.advanceTimersByTime(3000)
    expect([session.turned, session.secondsToTurn()]).toEqual([true, null])
    vi.useRealTimers()
  })

  it('stays as it is where nothing is counted down', () => {
    expect(new SessionState(sessionJson()).turned).toBe(false)
  })
})
