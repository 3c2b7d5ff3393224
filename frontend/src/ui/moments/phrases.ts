import { listText, numberText } from '../../i18n/language.svelte'
import { m } from '../../i18n/paraglide/messages.js'
import { positionWord } from '../../i18n/words'
import type { Phrases } from './measures'

/** The page's own sentences in the language of this device. */
export const phrases: Phrases = {
  list: listText,
  position: positionWord,
  seat: (number) => m.moments_subject_seat({ number }),
  get nameless() {
    return m.pages_nameless()
  },
  localProfessional: (local, professional) =>
    m.moments_local_professional({ local: String(local), professional: String(professional) }),
  sphereReach: (local, professional, both) =>
    m.moments_sphere_reach({
      local: String(local),
      professional: String(professional),
      both: String(both),
    }),
  ring: (steps, actors, ingredients) =>
    m.moments_ring({
      steps: m.moments_steps_away({ count: steps }),
      actors: String(actors),
      ingredients: String(ingredients),
    }),
  number: (value) => numberText(value, 2),
}
