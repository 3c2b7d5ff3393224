import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { slip } from '../../../tests/boards'
import { seated } from '../../../tests/desks'
import { m } from '../../i18n/paraglide/messages.js'
import QuietPrompt from './QuietPrompt.svelte'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

function prompt() {
  const at = seated({ phase: 'rim' })
  const target = document.body.appendChild(document.createElement('div'))
  const shown = mount(QuietPrompt, { target, props: { deeds: at.deeds } })
  flushSync()
  const wait = (seconds: number): string => {
    flushSync()
    vi.advanceTimersByTime(seconds * 1000)
    flushSync()
    return target.textContent
  }
  const press = (name: string): void => {
    const all = [...target.querySelectorAll('button')]
    all.find((one) => one.textContent.includes(name))!.click()
    flushSync()
  }
  return { at, wait, press, close: () => void unmount(shown) }
}

test('after a minute in silence the categories are offered, and writing puts them away', () => {
  const { at, wait } = prompt()
  expect(wait(59)).toBe('')
  slip(at)
  expect(wait(59)).toBe('')
  expect(wait(1)).toContain(m.table_quiet_text())
  slip(at, 'tuin')
  expect(wait(0)).toBe('')
})

test('what is put away for good does not come again on this device', () => {
  const { wait, press, close } = prompt()
  wait(60)
  press(m.table_quiet_never())
  expect(wait(120)).toBe('')
  close()
  expect(prompt().wait(120)).toBe('')
})
