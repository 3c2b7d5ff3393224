import { beforeEach, expect, test } from 'vitest'
import { keptWay } from './way'

const until = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
let asked = 0

beforeEach(() => {
  sessionStorage.clear()
  asked = 0
})

function way(hours: number) {
  return keptWay({ id: 'b1' }, () => {
    asked += 1
    return Promise.resolve({ link: `/k/b1#${asked}`, code: 'ABCDEF', expiresAt: until(hours) })
  })
}

test('a way in is asked for once, so that a page that is loaded again makes no second', async () => {
  expect([await way(12), await way(12)].map(({ link }) => link)).toEqual(['/k/b1#1', '/k/b1#1'])
})

test('a way in that soon ends is asked for anew', async () => {
  await way(0.1)
  expect((await way(12)).link).toBe('/k/b1#2')
})

test('each board has a way in of its own', async () => {
  await way(12)
  await keptWay({ id: 'b2' }, () => Promise.resolve({ link: '/k/b2', code: '', expiresAt: '' }))
  expect((await way(12)).link).toBe('/k/b1#1')
})
