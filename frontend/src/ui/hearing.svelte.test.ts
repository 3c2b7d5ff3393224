import { flushSync } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ANN, BOB, replica, slip } from '../../tests/boards'
import { chairs, tableAt, type Setting } from '../../tests/seated'
import { language } from '../i18n/language.svelte'
import { m } from '../i18n/paraglide/messages.js'
import { phaseWord, promptLine } from '../i18n/words'
import { PHASES } from '../model/schema.gen'
import { spoken } from './controls/announce.svelte'
import { hear, newsText } from './hearing.svelte'
import { stepNumber } from './strip/steps'

language.start()
beforeEach(() => {
  vi.useFakeTimers()
  language.choose('nl')
})
afterEach(() => void vi.useRealTimers())

/** What is heard in half a minute after Ann and Bob each wrote a slip. */
function heard(setting: Setting): string {
  const at = replica()
  chairs(at, 4)
  const table = tableAt(at, setting)
  const before = spoken.polite.id
  const stop = $effect.root(() => hear(table))
  flushSync()
  slip(at, 'fiets', ANN)
  slip(at, 'tuin', BOB)
  flushSync()
  vi.advanceTimersByTime(30_000)
  stop()
  return spoken.polite.id === before ? '' : spoken.polite.text
}

test("another's slip is said once, one's own is not among the news", () => {
  expect(heard({ phase: 'walk', turned: true })).toBe('1 nieuw ingrediënt, rand van stoel 2')
})

test.each(['blank', 'still'] as const)('in %s writing nothing of others is said', (silence) => {
  expect(heard({ phase: 'rim', silence })).toBe('')
})

test('news is the same in both languages', () => {
  const at = replica()
  chairs(at, 4)
  const counts = new Map([
    ['s2', 3],
    ['actors', 1],
    ['ties', 2],
  ])
  const said = (['nl', 'en'] as const).map((each) => {
    language.choose(each)
    return newsText(tableAt(at), counts)
  })
  expect(said).toMatchInlineSnapshot(`
    [
      "3 nieuwe ingrediënten, rand van stoel 2, 1 nieuwe schakel en 2 nieuwe lijnen",
      "3 new ingredients, rim of chair 2, 1 new connector, and 2 new lines",
    ]
  `)
})

test.each(['nl', 'en'] as const)('a step and the clock are said in %s', (each) => {
  language.choose(each)
  const steps = PHASES.map((phase) =>
    m.pages_strip_said({
      number: stepNumber(phase),
      name: phaseWord(phase),
      prompt: promptLine(phase),
    }),
  )
  const clock = [
    m.pages_clock_half(),
    m.pages_clock_minutes({ count: 5 }),
    m.pages_clock_minutes({ count: 1 }),
    m.pages_clock_ended(),
  ]
  expect([...steps, ...clock]).toMatchSnapshot()
})

test.each(['nl', 'en'] as const)("one's own deeds are said in %s", (each) => {
  language.choose(each)
  const text = 'fiets'
  expect([
    m.cloth_laid({ text }),
    m.cloth_changed({ text }),
    m.list_written({ text }),
    m.cloth_put({ text }),
    m.cloth_carrying({ text }),
    m.cloth_tied({ one: text, other: 'Anna' }),
    m.cloth_undone(),
    m.cloth_redone(),
    m.cloth_home_said(),
    m.pages_via_done({ label: 'Anna', text }),
    m.pages_ask_done({ text }),
    m.pages_contact_saved({ label: 'Anna' }),
    m.pages_positions_saved({ label: 'Anna' }),
  ]).toMatchSnapshot()
})
