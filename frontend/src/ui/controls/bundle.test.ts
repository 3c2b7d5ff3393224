import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { spoken } from './announce.svelte'
import { bundle } from './bundle'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const counted = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')

test('what others do is gathered and said once', () => {
  const news = bundle(counted, 8_000)
  news.add('briefjes')
  vi.advanceTimersByTime(7_000)
  news.add('briefjes')
  news.add('schakels')
  vi.advanceTimersByTime(1_100)
  expect(spoken.polite.text).toBe('2 briefjes, 1 schakels')
})

test('what was said is not said again', () => {
  const news = bundle(counted, 8_000)
  news.add('briefjes')
  vi.advanceTimersByTime(8_000)
  news.add('briefjes')
  vi.advanceTimersByTime(8_100)
  expect(spoken.polite.text).toBe('1 briefjes')
})

test('whoever stops says nothing any more', () => {
  const news = bundle(counted, 8_000)
  const before = spoken.polite.id
  news.add('briefjes')
  news.stop()
  vi.advanceTimersByTime(20_000)
  expect(spoken.polite.id).toBe(before)
})
