/** A table as a room with a public sees it: of people and schakels only the initials. */
import type { BoardStore } from '../../model/board.svelte'
import type { Actor, Id } from '../../model/types'
import type { SessionState } from '../../sync/session.svelte'
import type { Table } from '../../sync/table.svelte'

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

const coveredActor = (actor: Actor): Actor => instead(actor, { label: () => initials(actor.label) })

function coveredActors(actors: BoardStore['actors']): BoardStore['actors'] {
  function* entries(): Generator<[Id, Actor]> {
    for (const [id, actor] of actors) yield [id, coveredActor(actor)]
  }
  function* values(): Generator<Actor> {
    for (const actor of actors.values()) yield coveredActor(actor)
  }
  const get = (id: Id): Actor | undefined => {
    const actor = actors.get(id)
    return actor && coveredActor(actor)
  }
  return instead(actors, {
    get: () => get,
    values: () => values,
    entries: () => entries,
    [Symbol.iterator]: () => entries,
    forEach: () => (tell: (actor: Actor, id: Id) => void) => {
      for (const [id, actor] of entries()) tell(actor, id)
    },
  })
}

function coveredSession(session: SessionState): SessionState {
  const people = (): unknown =>
    session.people.map((person) => ({ ...person, name: initials(person.name) }))
  return instead(session, { people })
}

/** The table with every name covered; what lies on it is the same. */
export function covered(table: Table): Table {
  const actors = coveredActors(table.board.actors)
  const board = instead(table.board, { actors: () => actors })
  const session = coveredSession(table.session)
  return instead(table, { board: () => board, session: () => session })
}
