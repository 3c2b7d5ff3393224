import { expect, test } from 'vitest'
import { newestOnly, within } from './photo'

test('a large photo is made smaller in proportion, a small one stays', () => {
  expect(within(4800, 3600)).toEqual([2400, 1800])
  expect(within(3000, 4000)).toEqual([1800, 2400])
  expect(within(640, 480)).toEqual([640, 480])
  expect(within(24_000, 1)).toEqual([2400, 1])
})

test('while one change is on its way only the newest of each part waits', async () => {
  const sent: object[] = []
  let arrive = () => {}
  const change = newestOnly<{ x: number; y: number }>((part) => {
    sent.push(part)
    return new Promise<void>((resolve) => (arrive = resolve))
  })
  const done = change({ x: 1 })
  void change({ x: 2 })
  void change({ y: 5 })
  void change({ x: 3 })
  arrive()
  await Promise.resolve()
  await Promise.resolve()
  arrive()
  await done
  expect(sent).toEqual([{ x: 1 }, { x: 3, y: 5 }])
})
