/** What others do, said once in a while and counted; nothing during silent writing. */
import { untrack } from 'svelte'
import { quiet } from '../cloth/steps'
import { listText } from '../i18n/language.svelte'
import { m } from '../i18n/paraglide/messages.js'
import type { Id } from '../model/types'
import type { Table } from '../sync/table.svelte'
import { bundle } from './controls/bundle'
import { tell } from './controls/announce.svelte'
import { seatName, textOf, type Named } from './naming'

const ACTORS = 'actors'
const TIES = 'ties'

/** Listens for as long as the component that calls this is there. */
export function hear(table: Table): void {
  const { board } = table
  const news = bundle((counts) => newsText(table, counts))

  /** Tells of records that were not there before and that somebody else made. */
  function watch<R>(
    all: ReadonlyMap<Id, R>,
    by: (record: R) => Id | null,
    kind: (record: R) => string,
  ): void {
    let known: ReadonlySet<Id> | undefined
    $effect(() => {
      void all.size
      untrack(() => {
        for (const [id, record] of known ? all : []) {
          if (!known?.has(id) && isNews(table, by(record))) news.add(kind(record))
        }
        known = keysOf(all)
      })
    })
  }

  const ofSeat = ({ seat }: { seat: Id }): Id => seat
  const maker = ({ by }: { by: Id | null }): Id | null => by
  untrack(() => {
    watch(board.ingredients, ofSeat, ofSeat)
    watch(board.actors, maker, () => ACTORS)
    watch(board.ties, maker, () => TIES)
  })
  hearQuestions(table)
  $effect(() => news.stop)
}

/** Tells the writer of a slip at once that somebody asks about it. */
function hearQuestions({ board, me }: Table): void {
  let known: ReadonlySet<Id> | undefined
  $effect(() => {
    void board.questions.size
    untrack(() => {
      for (const [id, { on, by }] of known ? board.questions : []) {
        const asks = by !== me.seat && board.ingredients.get(on)?.seat === me.seat
        if (asks && !known?.has(id)) tell(m.beamer_asked_yours({ text: textOf(board, on) }))
      }
      known = keysOf(board.questions)
    })
  })
}

const keysOf = (all: ReadonlyMap<Id, unknown>): ReadonlySet<Id> => new Set(all.keys())

/** Whether what somebody made is said to this person. */
function isNews({ session, me }: Table, by: Id | null): boolean {
  return !quiet(session) && by !== me.seat && by !== me.participant
}

/** "3 nieuwe ingrediënten, rand van Anna, en 1 nieuwe schakel". */
export function newsText(table: Named, counts: ReadonlyMap<string, number>): string {
  return listText([...counts].map(([kind, count]) => words(table, kind, count)))
}

function words(table: Named, kind: string, count: number): string {
  if (kind === ACTORS) return m.list_new_actors({ count })
  if (kind === TIES) return m.list_new_ties({ count })
  return m.list_new_ingredients({ count, seat: seatName(table, kind) })
}
