/** Taking back and doing again, said aloud; the same on cloth and list. */
import { m } from '../i18n/paraglide/messages.js'
import type { Table } from '../sync/table.svelte'
import { announce } from './controls/announce.svelte'

/** Takes back one's last step; asks first when somebody else has changed it since. */
export function undo({ undo }: Pick<Table, 'undo'>, ask: () => void, sure = false): void {
  if (!undo.next) announce(m.cloth_undo_nothing())
  else if (undo.next.changedBy.length > 0 && !sure) ask()
  else {
    undo.undo()
    announce(m.cloth_undone())
  }
}

/** Does again what was taken back last; asks first likewise. */
export function redo({ undo }: Pick<Table, 'undo'>, ask: () => void, sure = false): void {
  if (!undo.nextRedo) announce(m.cloth_redo_nothing())
  else if (undo.nextRedo.changedBy.length > 0 && !sure) ask()
  else {
    undo.redo()
    announce(m.cloth_redone())
  }
}
