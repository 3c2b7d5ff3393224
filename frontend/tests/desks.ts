/** A cloth in hand, for tests: a real table and the desk at which somebody sits. */
import { flushSync } from 'svelte'
import { Desk } from '../src/cloth/desk.svelte'
import { Presence } from '../src/sync/presence.svelte'
import type { Table } from '../src/sync/table.svelte'
import { Undo } from '../src/model/undo.svelte'
import { Deeds } from '../src/ui/cloth/deeds.svelte'
import { seatName, spokenName } from '../src/ui/naming'
import { ANN, replica, type Replica } from './boards'
import { chairs, tableAt, type Setting } from './seated'

/** What jsdom does not draw or measure. */
export function withoutScreen(): void {
  window.matchMedia ??= (query: string) =>
    ({ matches: true, media: query, addEventListener() {}, removeEventListener() {} }) as never
  HTMLCanvasElement.prototype.getContext = () => null
}

export interface Seated extends Replica {
  table: Table
  desk: Desk
  deeds: Deeds
}

/** Ann at a cloth of four chairs, in the step and the role that `setting` says. */
export function seated(setting: Setting = {}): Seated {
  withoutScreen()
  const at = replica()
  chairs(at, 4)
  const author = setting.author ?? ANN
  const table = Object.assign(tableAt(at, setting), {
    presence: new Presence(),
    undo: new Undo(at.doc, () => author),
  })
  const names = {
    item: (id: string) => spokenName(table, id),
    seat: (id: string) => seatName(table, id),
  }
  const desk = new Desk(table, names, 'work')
  flushSync()
  return { ...at, table, desk, deeds: new Deeds(desk) }
}
