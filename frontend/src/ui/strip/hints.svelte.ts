/** Which steps, and the prompt in silence, this device was told: what was put away stays away. */
import type { Phase } from '../../model/schema.gen'

export type Told = Phase | 'quiet'

const KEY = 'tafelkleed.hints'

const read = (): readonly string[] => (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean)

let away = $state.raw(read())

export const hints = {
  seen: (what: Told): boolean => away.includes(what),
  dismiss(what: Told): void {
    away = [...away.filter((seen) => seen !== what), what]
    localStorage.setItem(KEY, away.join(' '))
  },
}
