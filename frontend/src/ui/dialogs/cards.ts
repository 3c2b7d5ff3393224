/** Who reads a contact card: the interface covers it until it is shared; the document holds it. */
import type { Contact, Id } from '../../model/types'
import type { Table } from '../../sync/table.svelte'

type Seen = Pick<Table, 'board' | 'me'>

/** Whoever makes the contact or made the card, and the facilitator; when it is shared, everyone. */
export function mayRead({ me }: Seen, { shared, who, by }: Contact): boolean {
  const mine = (who !== null && who === me.seat) || by === me.seat || by === me.participant
  return shared || me.facilitates || mine
}

/** The contact cards of an actor, in a steady order. */
export function cardsOf({ board }: Seen, actor: Id): Contact[] {
  return [...board.contactsOf(actor)].sort().flatMap((id) => board.contacts.get(id) ?? [])
}

/** Whether the story of an actor is open to this person: nobody covers it, or one card is theirs. */
export function readsStory(table: Seen, actor: Id): boolean {
  const cards = cardsOf(table, actor)
  return cards.length === 0 || cards.some((card) => mayRead(table, card))
}
