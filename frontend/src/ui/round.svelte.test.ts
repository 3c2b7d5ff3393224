import { flushSync } from 'svelte'
import { expect, test } from 'vitest'
import { sessionJson } from '../../tests/sessions'
import { SessionState } from '../sync/session.svelte'
import { follow } from './round.svelte'

test('who follows a round looks once for each thing that is said, and hears where it is', () => {
  const beganAt = '2025-01-10T15:30:00Z'
  const session = new SessionState(sessionJson(), () => Date.parse(beganAt))
  let looked = 0
  let at = (): unknown => null
  const stop = $effect.root(() => {
    at = follow(session, () => {
      looked += 1
      return session.walk
    })
  })
  flushSync()
  expect([at(), looked]).toEqual([null, 1])
  session.tell(sessionJson({ walk: { seats: ['s1', 's2'], seconds: 30, beganAt } }))
  flushSync()
  expect(at()).toEqual({ seat: 's1', place: 1, count: 2, left: 30 })
  expect(looked).toBe(2)
  stop()
})
