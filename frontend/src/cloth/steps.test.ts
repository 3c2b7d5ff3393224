import { expect, test } from 'vitest'
import { PHASES } from '../model/schema.gen'
import { deeds, quiet, soundsExpected, veil } from './steps'
import type { Actor, Moment } from './steps'

const moment = (more: Partial<Moment> = {}): Moment => ({
  phase: 'rim',
  silence: 'blank',
  turned: false,
  writing: true,
  ...more,
})
const ANNA: Actor = { role: 'participant', seat: 's1' }
const HOST: Actor = { role: 'facilitator', seat: 's2' }

test('viewers and projectors may do nothing in any step', () => {
  for (const role of ['viewer', 'projector'] as const)
    for (const phase of PHASES) expect(deeds(moment({ phase }), { role, seat: null }).size).toBe(0)
})

test('on the rim people write and draw, and make no schakels', () => {
  const may = deeds(moment(), ANNA)
  expect(may.has('write')).toBe(true)
  expect(may.has('connect')).toBe(false)
  expect(may.has('others')).toBe(false)
})

test('while walking round people ask and add, and arrange nothing', () => {
  const may = deeds(moment({ phase: 'walk' }), ANNA)
  expect([...may].sort()).toEqual(['ask', 'edit', 'write'])
})

test('ingredients cannot be deleted while schakels are sought', () => {
  expect(deeds(moment({ phase: 'connectors' }), ANNA).has('remove')).toBe(false)
})

test('only a host changes ties while contacts are prepared', () => {
  expect(deeds(moment({ phase: 'contacts' }), ANNA).has('tie')).toBe(false)
  expect(deeds(moment({ phase: 'contacts' }), HOST).has('tie')).toBe(true)
})

test('only a host seals the theme', () => {
  expect(deeds(moment({ phase: 'theme' }), ANNA).has('seal')).toBe(false)
  expect(deeds(moment({ phase: 'theme' }), HOST).has('seal')).toBe(true)
})

test('when writing is paused participants rest and hosts go on', () => {
  expect(deeds(moment({ writing: false }), ANNA).size).toBe(0)
  expect(deeds(moment({ writing: false }), HOST).has('write')).toBe(true)
})

test('without a seat there is no rim to write on', () => {
  const may = deeds(moment({ phase: 'free' }), { role: 'facilitator', seat: null })
  expect(may.has('write')).toBe(false)
  expect(may.has('tie')).toBe(true)
})

test("others' notes are blank or hidden until they are turned over", () => {
  expect(veil(moment(), 's1', 's2')).toBe('blank')
  expect(veil(moment({ silence: 'still' }), 's1', 's2')).toBe('hidden')
  expect(veil(moment({ silence: 'open' }), 's1', 's2')).toBe('open')
  expect(veil(moment({ turned: true }), 's1', 's2')).toBe('open')
  expect(veil(moment({ phase: 'walk' }), 's1', 's2')).toBe('open')
})

test("one's own notes are always readable", () => {
  expect(veil(moment({ silence: 'still' }), 's1', 's1')).toBe('open')
})

test("others' cursors rest during silent writing only", () => {
  expect(quiet(moment())).toBe(true)
  expect(quiet(moment({ silence: 'open' }))).toBe(false)
  expect(quiet(moment({ phase: 'connectors' }))).toBe(false)
})

test('words of expectation are noticed, facts are not', () => {
  expect(soundsExpected('de school zou moeten helpen')).toBe(true)
  expect(soundsExpected('dat hoort bij haar werk')).toBe(true)
  expect(soundsExpected('she should know')).toBe(true)
  expect(soundsExpected('repareert elke week fietsen op het plein')).toBe(false)
})
