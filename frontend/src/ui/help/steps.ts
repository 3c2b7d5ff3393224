import { m } from '../../i18n/paraglide/messages.js'
import type { Phase } from '../../model/schema.gen'

const TEXTS: Readonly<Partial<Record<Phase, () => string>>> = {
  theme: m.pages_help_step_theme,
  rim: m.pages_help_step_rim,
  walk: m.pages_help_step_walk,
  connectors: m.pages_help_step_connectors,
  contacts: m.pages_help_step_contacts,
  positions: m.pages_help_step_positions,
}

/** The steps of the method that the help explains, in their order. */
export const EXPLAINED = Object.keys(TEXTS) as readonly Phase[]

/** What one does in a step; nothing for working freely. */
export const stepHelp = (phase: Phase): string | undefined => TEXTS[phase]?.()
