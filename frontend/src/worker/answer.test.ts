import { expect, test } from 'vitest'
import { answerFor } from './answer'

const HERE = 'https://kleed.test'
const get = (path: string, mode = 'cors') => ({ method: 'GET', mode, url: HERE + path })

test.each(['/', '/k/b1', '/k/b1/kleed', '/hulp'])('the address %s opens the kept page', (path) => {
  expect(answerFor(get(path, 'navigate'), HERE)).toBe('page')
})

test.each(['/assets/index-1a2b.js', '/icon.svg'])('%s is a kept file', (path) => {
  expect(answerFor(get(path), HERE)).toBe('file')
})

test.each(['/api/boards', '/sync/b1', '/health/ready'])('%s is asked of the server', (path) => {
  expect(answerFor(get(path), HERE)).toBe('network')
})

test('a download that is opened as a page is asked of the server', () => {
  const file = get('/api/boards/b1/snapshots/s1/export/pdf', 'navigate')
  expect(answerFor(file, HERE)).toBe('network')
})

test('what is written is sent to the server', () => {
  expect(answerFor({ ...get('/'), method: 'POST' }, HERE)).toBe('network')
})

test('another site is never answered from here', () => {
  expect(answerFor({ ...get('/'), url: 'https://elsewhere.test/' }, HERE)).toBe('network')
})
