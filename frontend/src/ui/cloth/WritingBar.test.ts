import { flushSync, mount, unmount } from 'svelte'
import { afterEach, expect, test } from 'vitest'
import { BOB, slip } from '../../../tests/boards'
import { seated, type Seated } from '../../../tests/desks'
import { m } from '../../i18n/paraglide/messages.js'
import type { Other } from '../../sync/presence.svelte'
import WritingBar from './WritingBar.svelte'
import { editingKey } from './writing'

let open: (() => void)[] = []
afterEach(() => {
  for (const close of open) close()
  open = []
})

function bar(at: Seated) {
  const target = document.body.appendChild(document.createElement('div'))
  const shown = mount(WritingBar, { target, props: { deeds: at.deeds } })
  flushSync()
  open.push(() => {
    void unmount(shown)
    target.remove()
    at.desk.destroy()
  })
  const field = () => target.querySelector('input')
  const write = (text: string) => {
    const input = field()!
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    flushSync()
    target.querySelector('form')!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }))
    flushSync()
  }
  const button = (name: string) =>
    [...target.querySelectorAll('button')].find((one) => one.textContent.includes(name))
  return { target, field, write, button }
}

const texts = (at: Seated) => [...at.store.ingredients.values()].map(({ text }) => text)

test('what is typed lies on the own rim after Enter, and the field is ready again', () => {
  const at = seated({ phase: 'rim' })
  const { field, write } = bar(at)
  write('een buurtmoestuin')
  const [note] = at.store.ingredients.values()
  expect(note).toMatchObject({ text: 'een buurtmoestuin', seat: 's1', at: [1200, 1140] })
  expect(field()!.value).toBe('')
  expect(document.activeElement).toBe(field())
})

test('each next slip lies beside the ones before, in the other felt-tip', () => {
  const at = seated({ phase: 'rim' })
  const { write } = bar(at)
  for (const text of ['een', 'twee', 'drie']) write(text)
  const notes = [...at.store.ingredients.values()]
  expect(new Set(notes.map((note) => String(note.at))).size).toBe(3)
  expect(notes.map(({ pen }) => pen)).toEqual(['blue', 'brick', 'blue'])
})

test('an empty line lays nothing', () => {
  const at = seated({ phase: 'rim' })
  bar(at).write('   ')
  expect(at.store.ingredients.size).toBe(0)
})

test('a slip that is opened is changed, not doubled', () => {
  const at = seated({ phase: 'rim' })
  const id = slip(at)
  const { field, write } = bar(at)
  at.deeds.edit(id)
  flushSync()
  expect(field()!.value).toBe('fiets')
  write('bakfiets')
  expect(texts(at)).toEqual(['bakfiets'])
  expect(at.desk.editing).toBe(null)
})

test('a slip on which another writes is locked until it is taken over', () => {
  const at = seated({ phase: 'free' })
  const id = slip(at)
  const user = { id: 'p2', name: 'Bob', seat: 's2', role: 'participant' as const }
  at.table.presence.others.set(2, { key: 2, editing: editingKey(id), user } as Other)
  const { target, field, write, button } = bar(at)
  at.deeds.edit(id)
  flushSync()
  expect(target.textContent).toContain('Bob')
  expect(field()!.readOnly).toBe(true)
  write('anders')
  expect(texts(at)).toEqual(['fiets'])
  button(m.cloth_bar_take_over())!.click()
  flushSync()
  expect(field()!.readOnly).toBe(false)
})

test('words of another that arrive meanwhile are kept beside mine', () => {
  const at = seated({ phase: 'free' })
  const id = slip(at)
  const { write } = bar(at)
  at.deeds.edit(id)
  flushSync()
  at.doc.transact(() => at.doc.getMap('ingredients').set(`${id}.text`, 'driewieler'), BOB)
  flushSync()
  write('bakfiets')
  expect(texts(at).sort()).toEqual(['bakfiets', 'driewieler'])
})

test('in the first step the line proposes a name for the theme', () => {
  const at = seated({ phase: 'theme' })
  bar(at).write('Samen spelen')
  expect([...at.store.themeNames.values()].map(({ text }) => text)).toEqual(['Samen spelen'])
})

test('where the step has nothing to write there is no line', () => {
  const at = seated({ phase: 'positions' })
  expect(bar(at).field()).toBe(null)
})

test('whoever only looks has no line to write on', () => {
  const at = seated({ phase: 'free', role: 'viewer' })
  expect(bar(at).field()).toBe(null)
})
