/** Which steps this device has explained: what was put away stays away. */
import type { Phase } from '../../model/schema.gen'

const KEY = 'tafelkleed.hints'

const read = (): readonly string[] => (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean)

let away = $state.raw(read())

export const hints = {
  seen: (phase: Phase): boolean => away.includes(phase),
  dismiss(phase: Phase): void {
    away = [...away.filter((seen) => seen !== phase), phase]
    localStorage.setItem(KEY, away.join(' '))
  },
}
