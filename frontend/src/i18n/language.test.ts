import { expect, test } from 'vitest'
import { preferred } from './language.svelte'

test('the language chosen on this device comes first', () => {
  expect(preferred('en', ['nl-NL'])).toBe('en')
})

test('without a choice it is the first language of the browser that we speak', () => {
  expect(preferred(null, ['de-DE', 'en-GB', 'nl'])).toBe('en')
})

test('whom we do not understand we answer in Dutch', () => {
  expect(preferred(null, ['de', 'fr'])).toBe('nl')
})

test('a choice that does not exist is no choice', () => {
  expect(preferred('xx', ['nl-BE'])).toBe('nl')
})
