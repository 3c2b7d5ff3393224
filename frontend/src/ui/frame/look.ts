import { m } from '../../i18n/paraglide/messages.js'
import { language, type Language } from '../../i18n/language.svelte'
import type { MenuItem } from '../controls/menu'
import { skin, type Skin } from '../skin.svelte'

const skinWords: Readonly<Record<Skin, () => string>> = {
  paper: () => m.pages_skin_paper(),
  contrast: () => m.pages_skin_contrast(),
  chalkboard: () => m.pages_skin_chalkboard(),
}

const languages: readonly [Language, () => string][] = [
  ['nl', () => m.pages_language_nl()],
  ['en', () => m.pages_language_en()],
]

/** Menu lines for the look of the room and the language, for any menu that offers them. */
export function lookItems(): MenuItem[] {
  const skins = (Object.keys(skinWords) as Skin[]).map((value) => ({
    label: skinWords[value](),
    checked: skin.current === value,
    act: () => skin.choose(value),
  }))
  const speaks = languages.map(([value, label], index) => ({
    label: label(),
    checked: language.current === value,
    apart: index === 0,
    act: () => language.choose(value),
  }))
  const hand = {
    label: m.pages_hand(),
    checked: skin.hand,
    box: true,
    apart: true,
    act: () => skin.writeByHand(!skin.hand),
  }
  return [...skins, hand, ...speaks]
}
