/** The steps in their order, as the facilitator walks them. */
import { m } from '../../i18n/paraglide/messages.js'
import { PHASES, type Phase } from '../../model/schema.gen'
import type { RegieJson } from '../../sync/session.svelte'

/** The number by which a step is called, and the minutes one plans for it. */
const STEPS: Readonly<Record<Phase, { number: string; minutes: number; change: () => string }>> = {
  theme: { number: '1', minutes: 8, change: () => m.pages_change_theme() },
  rim: { number: '2a', minutes: 15, change: () => m.pages_change_rim() },
  walk: { number: '2b', minutes: 15, change: () => m.pages_change_walk() },
  connectors: { number: '3', minutes: 20, change: () => m.pages_change_connectors() },
  contacts: { number: '4', minutes: 15, change: () => m.pages_change_contacts() },
  positions: { number: '5', minutes: 15, change: () => m.pages_change_positions() },
  free: { number: '6', minutes: 15, change: () => m.pages_change_free() },
}

export const stepNumber = (phase: Phase): string => STEPS[phase].number

/** What facilitators planned for a step; where they said nothing, what the method takes. */
export const plannedMinutes = (phase: Phase, script: RegieJson['script'] = []): number =>
  script.find((plan) => plan.phase === phase)?.minutes ?? STEPS[phase].minutes

/** How many whole minutes the step of now takes already; null when nobody knows. */
export function minutesBusy(log: RegieJson['log'], now: number): number | null {
  const begun = log.find(({ what }) => what === 'phase')
  return begun ? Math.max(0, Math.floor((now - Date.parse(begun.at)) / 60_000)) : null
}

/** What changes for the people at the table when this step begins. */
export const changeWords = (phase: Phase): string => STEPS[phase].change()

/** The step before or after; null at either end. */
export function beside(phase: Phase, by: -1 | 1): Phase | null {
  return PHASES[PHASES.indexOf(phase) + by] ?? null
}

/** Whether going to a step opens slips that others cannot read now. */
export function opensSlips(session: { phase: Phase; turned: boolean }, to: Phase): boolean {
  return session.phase === 'rim' && !session.turned && PHASES.indexOf(to) > PHASES.indexOf('rim')
}
