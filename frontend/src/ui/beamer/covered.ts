/** A table as a room with a public sees it: of people and schakels only the initials. */
import type { Actor, Id, Seat } from '../../model/types'
import type { SessionState } from '../../sync/session.svelte'
import type { Table } from '../../sync/table.svelte'
import { isNumbered } from '../naming'

/** The first letters of a name: "Anna de Vries" becomes "A.D.V." */
export function initials(name: string): string {
  const letters = name
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [...word][0] ?? '')
  return letters.map((letter) => `${letter.toLocaleUpperCase()}.`).join('')
}

/** The same object, but for some of its properties; its own methods never notice. */
export function instead<T extends object>(
  original: T,
  other: Partial<Record<keyof T, () => unknown>>,
): T {
  return new Proxy(original, {
    get(target, name) {
      const replaced = other[name as keyof T]
      if (replaced) return replaced()
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

/** A map of records, each of them covered as it is read. */
function coveredMap<R extends object, M extends ReadonlyMap<Id, R>>(
  all: M,
  cover: (record: R) => R,
): M {
  function* entries(): Generator<[Id, R]> {
    for (const [id, record] of all) yield [id, cover(record)]
  }
  function* values(): Generator<R> {
    for (const record of all.values()) yield cover(record)
  }
  const get = (id: Id): R | undefined => {
    const record = all.get(id)
    return record && cover(record)
  }
  return instead<ReadonlyMap<Id, R>>(all, {
    get: () => get,
    values: () => values,
    entries: () => entries,
    [Symbol.iterator]: () => entries,
    forEach: () => (tell: (record: R, id: Id) => void) => {
      for (const [id, record] of entries()) tell(record, id)
    },
  }) as M
}

const coveredActor = (actor: Actor): Actor => instead(actor, { label: () => initials(actor.label) })

/** A chair that was called after somebody; the number of one that was not is nobody's name. */
const coveredSeat = (seat: Seat): Seat =>
  isNumbered(seat.label) ? seat : instead(seat, { label: () => initials(seat.label) })

function coveredSession(session: SessionState): SessionState {
  const people = (): unknown =>
    session.people.map((person) => ({ ...person, name: initials(person.name) }))
  return instead(session, { people })
}

/** The table with every name covered; what lies on it is the same. */
export function covered(table: Table): Table {
  const actors = coveredMap(table.board.actors, coveredActor)
  const seats = coveredMap(table.board.seats, coveredSeat)
  const board = instead(table.board, { actors: () => actors, seats: () => seats })
  const session = coveredSession(table.session)
  return instead(table, { board: () => board, session: () => session })
}
