/** Labels and explanations of measures and findings, as the server words them. */
import * as api from '../../sync/api'
import type { Language } from '../../i18n/language.svelte'

export interface Plural {
  one: string
  other: string
}

export interface Wording {
  measures: Record<string, { label: string; text: string; said?: Plural }>
  findings: Record<string, { title: Plural; text: string; advice: string; item: Plural }>
  formats: Record<string, { label: string; text: string }>
  positions: Record<string, string>
  states: Record<string, string>
  attribution: string
}

const known = new Map<Language, Promise<Wording>>()

/** The words of a language, fetched once. */
export function wordingOf(language: Language): Promise<Wording> {
  const there = known.get(language)
  if (there) return there
  const asked = api.wording(language) as unknown as Promise<Wording>
  known.set(language, asked)
  asked.catch(() => known.delete(language))
  return asked
}

/** Fills in the form of a sentence that fits the count. */
export function say(
  plural: Plural,
  count: number,
  values: Record<string, string | number> = {},
): string {
  const sentence = count === 1 ? plural.one : plural.other
  const all: Record<string, string | number> = { count, ...values }
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(all[name] ?? whole))
}
