/** What happens at the chairs: who stands there for a moment, and whose slips are asked about. */
import type { BoardStore } from '../model/board.svelte'
import type { Id } from '../model/types'
import type { Other } from '../sync/presence.svelte'
import type { Sign } from './sign'

export interface Guest {
  readonly key: number
  readonly name: string
  readonly sign: Sign
}

/** Who stands at the rim of another, by that rim. */
export function guestsBySeat(
  others: readonly Other[],
  signs: ReadonlyMap<Id, Sign>,
): Map<Id, Guest[]> {
  const guests = new Map<Id, Guest[]>()
  for (const { key, view, user } of others) {
    const at = view?.seat
    const sign = user.seat === null ? undefined : signs.get(user.seat)
    if (!at || !sign || at === user.seat) continue
    guests.set(at, [...(guests.get(at) ?? []), { key, name: user.name, sign }])
  }
  return guests
}

/** The slips that were asked about and not yet explained, by the seat of their writer. */
export function askedBySeat({ questions, ingredients }: BoardStore): Map<Id, Id[]> {
  const asked = new Map<Id, Id[]>()
  for (const { on, answer } of questions.values()) {
    const seat = ingredients.get(on)?.seat
    if (answer !== '' || seat === undefined) continue
    const slips = asked.get(seat) ?? []
    if (!slips.includes(on)) asked.set(seat, [...slips, on])
  }
  return asked
}
