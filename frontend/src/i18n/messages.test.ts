import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const FOLDER = 'messages'
const PARTS = [...new Set(readdirSync(FOLDER).map((file) => file.split('.')[1]!))]

type Catalogue = Record<string, unknown>

function read(language: 'nl' | 'en', part: string): Catalogue {
  const all = JSON.parse(readFileSync(`${FOLDER}/${language}.${part}.json`, 'utf8')) as Catalogue
  delete all.$schema
  return all
}

const placeholders = (message: unknown): string[] =>
  [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort()

function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svelte|ts)$/.test(file) && !file.startsWith('i18n/paraglide'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n')
}

describe.each(PARTS)('the messages of %s', (part) => {
  const [dutch, english] = [read('nl', part), read('en', part)]

  test('stand in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(dutch).sort())
  })

  test('ask for the same values in both languages', () => {
    for (const key of Object.keys(dutch)) {
      expect([key, placeholders(english[key])]).toEqual([key, placeholders(dutch[key])])
    }
  })

  test('are never empty', () => {
    for (const [key, message] of [...Object.entries(dutch), ...Object.entries(english)]) {
      expect([key, JSON.stringify(message).length > 2]).toEqual([key, true])
    }
  })

  test('bear the name of their part', () => {
    expect(Object.keys(dutch).filter((key) => !key.startsWith(`${part}_`))).toEqual([])
  })

  test('are all said somewhere', () => {
    const code = sources('src')
    const unsaid = Object.keys(dutch).filter((key) => !new RegExp(`\\bm\\.${key}\\b`).test(code))
    expect(unsaid).toEqual([])
  })
})
