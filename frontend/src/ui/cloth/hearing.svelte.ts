/** What others do, said once in a while and counted; nothing during silent writing. */
import { untrack } from 'svelte'
import type { Desk } from '../../cloth/desk.svelte'
import { listText } from '../../i18n/language.svelte'
import { m } from '../../i18n/paraglide/messages.js'
import type { Table } from '../../sync/table.svelte'
import { bundle } from '../controls/bundle'
import { seatName } from '../naming'

/** Listens for as long as the component that calls this is there. */
export function hear(table: Table, desk: Desk): void {
  const { board } = table
  const news = bundle((counts) => sentence(table, counts))
  let known: ReadonlySet<string> | null = null
  $effect(() => {
    const now = [...board.ingredients.keys(), ...board.actors.keys()]
    untrack(() => {
      const before = known
      known = keysOf(now)
      if (before === null || desk.quiet) return
      for (const id of now) if (!before.has(id)) note(id)
    })
  })
  $effect(() => () => news.stop())

  function note(id: string): void {
    const slip = board.ingredients.get(id)
    if (slip && slip.seat !== desk.seat) news.add(`i ${slip.seat}`)
    const actor = board.actors.get(id)
    if (actor?.onCloth && actor.by !== desk.seat) news.add('a')
  }
}

const keysOf = (ids: readonly string[]): ReadonlySet<string> => new Set(ids)

/** "3 nieuwe ingrediënten, rand van Anna; 1 nieuwe schakel". */
function sentence(table: Table, counts: ReadonlyMap<string, number>): string {
  const parts = [...counts].map(([kind, count]) =>
    kind === 'a'
      ? m.cloth_news_actors({ count })
      : m.cloth_news_ingredients({ count, seat: seatName(table, kind.slice(2)) }),
  )
  return parts.length > 0 ? listText(parts) : ''
}
