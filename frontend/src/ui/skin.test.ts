import { expect, test } from 'vitest'
import { preferredSkin } from './skin.svelte'

test('a device that asks for contrast gets it without a choice', () => {
  expect(preferredSkin(null, true)).toBe('contrast')
})

test('a choice goes before what the device asks for', () => {
  expect(preferredSkin('chalkboard', true)).toBe('chalkboard')
})

test('paper is what everyone else gets', () => {
  expect(preferredSkin('velvet', false)).toBe('paper')
})
