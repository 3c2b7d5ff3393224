/** Slips whose words are alike, and what people decided about them. */
import type { Convergence, Id } from '../../model/types'
import type { Table } from '../../sync/table.svelte'
import { LEVELS, type Level, type Structure } from './structure'

/** Slips that may say the same; two, or more where the words are equal. */
export interface Alike {
  level: Level
  ids: readonly Id[]
}

/** All that may say the same, most alike first. */
export function alikes(convergence: Structure['convergence']): Alike[] {
  return LEVELS.flatMap((level) => convergence[level].map((ids) => ({ level, ids })))
}

/** What people decided about exactly these slips; confirmed also as part of a larger group. */
export function decisionOn(
  all: Iterable<Convergence>,
  ids: readonly Id[],
): Convergence | undefined {
  const about = [...all].filter(({ ingredients }) => ids.every((id) => ingredients.includes(id)))
  const exact = about.filter(({ ingredients }) => ingredients.length === ids.length)
  return (
    about.find(({ state }) => state === 'confirmed') ??
    exact.find(({ state }) => state === 'rejected') ??
    exact[0]
  )
}

type Deciding = Pick<Table, 'edit'> & {
  board: Pick<Table['board'], 'convergences' | 'ingredients'>
}

/** Keep on the cloth whether these say the same; null leaves it open again. No slip changes. */
export function decide({ board, edit }: Deciding, ids: readonly Id[], same: boolean | null): void {
  const state = same === null ? 'suggested' : same ? 'confirmed' : 'rejected'
  const known = decisionOn(board.convergences.values(), ids)
  if (known) return edit.setConvergence(known.id, { state })
  const label = board.ingredients.get(ids[0]!)?.text ?? ''
  edit.together(() => edit.setConvergence(edit.proposeConvergence(ids, label), { state }))
}
