import { m } from '../../i18n/paraglide/messages.js'
import type { Id } from '../../model/types'
import type { Table } from '../../sync/table.svelte'
import { announce, tell } from '../controls/announce.svelte'

/** Lays a record in the bin and offers to put it back. */
export function removeWithUndo(table: Table, id: Id, text: string): void {
  table.edit.remove(id)
  const restore = (): void => {
    table.edit.restore(id)
    announce(m.pages_edit_restored({ text }))
  }
  tell(m.pages_edit_removed({ text }), {
    action: { label: m.pages_edit_restore(), act: restore },
  })
}
