import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepFocus } from './keepFocus'

let stop: () => void
const button = (name: string) => document.querySelector<HTMLElement>(`#${name}`)!
const told = () => new Promise((done) => setTimeout(done))

beforeEach(() => {
  document.body.innerHTML = `<main><h2 id="title" tabindex="-1"></h2><ul>
    <li><button id="one"></button></li><li><button id="two"></button></li>
    <li><button id="three"></button></li></ul></main>`
  stop = keepFocus(document.querySelector('main')!)
})
afterEach(() => stop())

async function focusAfter(focused: string, ...gone: string[]): Promise<string | undefined> {
  button(focused).focus()
  for (const name of gone) button(name).closest('li')?.remove()
  await told()
  return document.activeElement?.id
}

test('who stood on a line that goes away stands on the next one', async () => {
  expect(await focusAfter('two', 'two')).toBe('three')
})

test('after the last line one stands on the one before', async () => {
  expect(await focusAfter('three', 'three')).toBe('two')
})

test('when the whole list is empty one stands on what is around it', async () => {
  expect(await focusAfter('one', 'one', 'two', 'three')).toBe('title')
})

test('who stands elsewhere is not moved', async () => {
  expect(await focusAfter('one', 'two')).toBe('one')
})
