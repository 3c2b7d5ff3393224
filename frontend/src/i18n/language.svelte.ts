/** Which language this device speaks: remembered here, reactive in every message. */
import { locales, overwriteGetLocale, type Locale } from './paraglide/runtime.js'

const KEY = 'tafelkleed.language'

export type Language = Locale

function isLanguage(value: unknown): value is Language {
  return (locales as readonly unknown[]).includes(value)
}

/** The language that was chosen here, else the first one the browser asks for that we speak. */
export function preferred(chosen: string | null, asked: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen
  return asked.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'nl'
}

let current = $state<Language>('nl')

/** Messages read the language through here, so a change redraws them without a reload. */
export const language = {
  get current(): Language {
    return current
  },
  start(): void {
    overwriteGetLocale(() => current)
    current = preferred(localStorage.getItem(KEY), navigator.languages)
    document.documentElement.lang = current
  },
  choose(next: Language): void {
    current = next
    localStorage.setItem(KEY, next)
    document.documentElement.lang = next
  },
}

/** A date in words of this language, for instance "10 januari 2025". */
export function dateText(iso: string, withTime = false): string {
  const options: Intl.DateTimeFormatOptions = withTime
    ? { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }
    : { day: 'numeric', month: 'long', year: 'numeric' }
  return new Intl.DateTimeFormat(current, options).format(Date.parse(iso))
}

/** A time of day in this language. */
export function timeText(time: Date): string {
  return new Intl.DateTimeFormat(current, { hour: '2-digit', minute: '2-digit' }).format(time)
}

/** A number with the decimals of this language. */
export function numberText(value: number, decimals = 0): string {
  return new Intl.NumberFormat(current, { maximumFractionDigits: decimals }).format(value)
}

/** A share from 0 to 1 as a percentage in words of this language. */
export function percentText(share: number): string {
  return new Intl.NumberFormat(current, { style: 'percent', maximumFractionDigits: 0 }).format(
    share,
  )
}

/** Words in a row: "a, b en c". */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(current, { type: 'conjunction' }).format(items)
}
