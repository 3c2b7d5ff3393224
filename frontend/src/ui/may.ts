import { deeds, type Deed } from '../cloth/steps'
import type { Table } from '../sync/table.svelte'

/** Everything this person may do at the table now. */
export function may({ session, me }: Pick<Table, 'session' | 'me'>): ReadonlySet<Deed> {
  return deeds(session, { role: me.role, seat: me.seat })
}
