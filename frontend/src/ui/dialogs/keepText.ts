import type { Ingredient } from '../../model/types'
import type { Table } from '../../sync/table.svelte'

const BESIDE_MM = 104

/**
 * Writes a slip's new text. When somebody else changed it since `base` was read, nobody's words
 * vanish: theirs stay and these become a slip of their own beside it.
 */
export function keepText({ edit }: Table, slip: Ingredient, base: string, text: string): void {
  if (text === slip.text || text === base) return
  if (slip.text === base) {
    edit.setText(slip.id, text)
    return
  }
  const at = slip.at ? ([slip.at[0], slip.at[1] - BESIDE_MM] as const) : null
  edit.addIngredient(text, slip.seat, slip.pen, at)
}
