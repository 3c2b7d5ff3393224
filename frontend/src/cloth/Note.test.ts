import { flushSync, mount, unmount } from 'svelte'
import { afterEach, expect, test } from 'vitest'
import { BOB, slip } from '../../tests/boards'
import { seated, type Seated } from '../../tests/desks'
import type { Setting } from '../../tests/seated'
import Note from './Note.svelte'

let open: (() => void)[] = []
afterEach(() => {
  for (const close of open) close()
  open = []
})

function shown(setting: Setting, author = BOB): { at: Seated; target: HTMLElement; id: string } {
  const at = seated(setting)
  const id = slip(at, 'geheim plan', author)
  flushSync()
  const target = document.body.appendChild(document.createElement('div'))
  const note = mount(Note, { target, props: { desk: at.desk, id } })
  flushSync()
  open.push(() => {
    void unmount(note)
    target.remove()
    at.desk.destroy()
  })
  return { at, target, id }
}

test("in silent writing another's words are nowhere, only a blank slip", () => {
  const { target } = shown({ phase: 'rim', silence: 'blank', turned: false })
  expect(target.innerHTML).not.toContain('geheim')
  expect(target.querySelector('.blank')).not.toBe(null)
})

test('in stillness there is not even a slip', () => {
  const { target } = shown({ phase: 'rim', silence: 'still', turned: false })
  expect(target.querySelector('.note')).toBe(null)
})

test('after the turn the words are there, as a button with a full name', () => {
  const { target } = shown({ phase: 'rim', silence: 'blank', turned: true })
  const button = target.querySelector('button')!
  expect(button.textContent).toContain('geheim plan')
  expect(button.getAttribute('aria-label')).toContain('geheim plan')
})

test("one's own words are always there", () => {
  const { target } = shown(
    { phase: 'rim', silence: 'still', turned: false },
    { participant: 'p1', seat: 's1' },
  )
  expect(target.textContent).toContain('geheim plan')
})

test('a question mark shows until it is answered', () => {
  const { at, target, id } = shown({ phase: 'walk' })
  const question = at.table.edit.ask(id, '')
  flushSync()
  expect(target.querySelector('.mark')).not.toBe(null)
  at.table.edit.answer(question, 'een feest')
  flushSync()
  expect(target.querySelector('.mark')).toBe(null)
})
