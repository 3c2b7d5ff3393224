/** Who writes where, and with which pen next. */
import type { Pen } from '../../model/schema.gen'
import type { Id } from '../../model/types'

/** The name under which presence knows the text of a slip. */
export const editingKey = (slip: Id): string => `ingredients/${slip}.text`

interface Writing {
  readonly editing?: string | null
  readonly user: { readonly name: string }
}

/** The name of another who is writing on this slip now; null when nobody is. */
export function editorOf(others: Iterable<Writing>, slip: Id): string | null {
  const key = editingKey(slip)
  for (const { editing, user } of others) if (editing === key) return user.name
  return null
}

/** Felt-tips alternate with each slip, as the method advises. */
export function nextPen(pens: readonly Pen[], now: Pen): Pen {
  const at = pens.indexOf(now)
  return pens[(at + 1) % pens.length] ?? now
}
