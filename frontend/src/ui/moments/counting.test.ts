import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Counting } from './counting.svelte'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A board whose structure tells how often it was asked for. */
function counted() {
  let asked = 0
  const counting = new Counting(() => Promise.resolve({ asked: (asked += 1) }))
  return { counting, asked: () => asked }
}

test('many changes in a row are counted once, when they rest', async () => {
  const { counting, asked } = counted()
  for (let n = 0; n < 20; n += 1) {
    counting.changed()
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(asked()).toBe(0)
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked()).toBe(1)
})

test('who stops hears no more', async () => {
  const { counting, asked } = counted()
  counting.changed()
  counting.stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(asked()).toBe(0)
})
