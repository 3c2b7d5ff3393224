/** The steps in their order, as the facilitator walks them. */
import { m } from '../../i18n/paraglide/messages.js'
import { PHASES, type Phase } from '../../model/schema.gen'

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
export const plannedMinutes = (phase: Phase): number => STEPS[phase].minutes

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
