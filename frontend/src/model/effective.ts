/**
 * From registers to records: what counts on the cloth, as one pure function per kind.
 *
 * A record without birth, or whose necessary parts are missing, gives null. A reference to
 * something that is not there is dropped.
 */
import { halves } from './ids'
import { born, members, register, type Raw } from './registers'
import {
  PAIR_MARK,
  POSITION_MARK,
  POSITIONS,
  ROOTS,
  THEME_ID,
  type Position,
  type RootName,
} from './schema.gen'
import type * as T from './types'

export interface Entities {
  meta: T.Meta
  theme: T.Theme
  theme_names: T.ThemeName
  seats: T.Seat
  ingredients: T.Ingredient
  actors: T.Actor
  ties: T.Tie
  stories: T.Story
  contacts: T.Contact
  involvements: T.Involvement
  invitations: T.Invitation
  convergences: T.Convergence
  questions: T.Question
  strokes: T.Stroke
}

/** What a reader may ask about the other records. */
export interface Sight {
  /** Whether the record lies on the cloth: born, and not gone, or gone but contested. */
  lies(root: RootName, id: T.Id): boolean
  /** Whether the actor is gone although somebody tied it to something afterwards. */
  contested(actor: T.Id): boolean
}

type Reader<R extends RootName> = (raw: Raw, sight: Sight) => Entities[R] | null

const only = (sight: Sight, root: RootName, id: T.Id | null): T.Id | null =>
  id !== null && sight.lies(root, id) ? id : null

const onlyThose = (sight: Sight, root: RootName, ids: readonly T.Id[]): T.Id[] =>
  ids.filter((id) => sight.lies(root, id))

export const READERS: { [R in RootName]: Reader<R> } = {
  meta: (raw) => own<T.Meta>(raw),
  theme: (raw, sight) => {
    const read = own<T.Theme>(raw)
    return { ...read, broughtBy: only(sight, 'seats', read.broughtBy) }
  },
  theme_names: (raw) => (raw.birth ? own<T.ThemeName>(raw) : null),
  seats: (raw, sight) => {
    if (!raw.birth) return null
    const read = own<T.Seat>(raw)
    return { ...read, actor: only(sight, 'actors', read.actor) }
  },
  ingredients: (raw, sight) => {
    if (!raw.birth) return null
    const read = own<T.Ingredient>(raw)
    const actor = only(sight, 'actors', read.actor)
    return { ...read, actor, secondOf: only(sight, 'ingredients', read.secondOf) }
  },
  actors: (raw, sight) => {
    if (!raw.birth) return null
    const read = own<T.Actor>(raw)
    const sameAs = only(sight, 'actors', read.sameAs)
    return { ...read, sameAs, contested: sight.contested(raw.id) }
  },
  ties: (raw, sight) => {
    const ends = tieEnds(raw.id)
    if (!raw.birth || !ends || !ends.every((end) => mayEndAt(sight, end))) return null
    return { ...own<T.Tie>(raw), ends }
  },
  stories: (raw, sight) => {
    if (!sight.lies('actors', raw.id)) return null
    const { text } = own<T.Story>(raw)
    const inspiredBy = onlyThose(sight, 'ingredients', members(raw))
    return text || inspiredBy.length ? { actor: raw.id, text, inspiredBy } : null
  },
  contacts: (raw, sight) => {
    if (!raw.birth) return null
    const read = own<T.Contact>(raw)
    const who = only(sight, 'seats', read.who)
    return { ...read, who, members: onlyThose(sight, 'actors', members(raw)) }
  },
  involvements: (raw, sight) => {
    const place = placeOf(raw, sight)
    return place && { ...own<T.Involvement>(raw), ...place }
  },
  invitations: (raw, sight) => {
    const place = placeOf(raw, sight)
    return place && { ...own<T.Invitation>(raw), ...place }
  },
  convergences: (raw, sight) => {
    if (!raw.birth) return null
    const ingredients = onlyThose(sight, 'ingredients', members(raw))
    return { ...own<T.Convergence>(raw), ingredients }
  },
  questions: (raw, sight) => {
    const read = own<T.Question>(raw)
    return sight.lies('ingredients', read.on) ? read : null
  },
  strokes: (raw) => (born(raw, 'points') ? own<T.Stroke>(raw) : null),
}

/** What a record says of itself, under the names the interface uses. */
function own<E>(raw: Raw): E {
  const { birth, registers } = NAMES[raw.root]
  const record: Record<string, unknown> = { id: raw.id }
  for (const [name, shown] of birth) record[shown] = born(raw, name)
  for (const [name, shown] of registers) record[shown] = register(raw, name)
  return record as E
}

type Shown = readonly [name: string, shown: string][]

const NAMES = Object.fromEntries(
  Object.entries(ROOTS).map(([root, { birth, registers }]) => {
    return [root, { birth: shownNames(birth ?? {}), registers: shownNames(registers) }]
  }),
) as Record<RootName, { birth: Shown; registers: Shown }>

function shownNames(kinds: object): Shown {
  const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
  return Object.keys(kinds).map((name) => [name, camel(name)])
}

/** The two ends of a tie, or null when its id names no two things in order. */
export function tieEnds(id: T.Id): readonly [T.Id, T.Id] | null {
  const ends = halves(id, PAIR_MARK)
  return ends && ends[0] < ends[1] ? ends : null
}

/** Whether a tie may end here: the theme, or an actor or ingredient that lies on the cloth. */
function mayEndAt(sight: Sight, end: T.Id): boolean {
  return end === THEME_ID || sight.lies('actors', end) || sight.lies('ingredients', end)
}

function placeOf(raw: Raw, sight: Sight): { actor: T.Id; position: Position } | null {
  const [actor, position] = halves(raw.id, POSITION_MARK) ?? ['', '']
  const known = raw.birth && (POSITIONS as readonly string[]).includes(position)
  return known && sight.lies('actors', actor) ? { actor, position: position as Position } : null
}

/** The registers in which a record names others. */
const NAMING: Partial<Record<RootName, readonly string[]>> = {
  theme: ['brought_by'],
  seats: ['actor'],
  ingredients: ['actor', 'second_of'],
  actors: ['same_as'],
  contacts: ['who'],
}

/** The ids of others that a record speaks of: when one of them comes or goes, it reads anew. */
export function mentions(raw: Raw): T.Id[] {
  const named = (NAMING[raw.root] ?? []).map((name) => raw.values[name])
  const inKey = raw.id.split(/[~:]/)
  const ids = [...named, ...inKey, ...raw.belonging.keys(), raw.birth?.on]
  return ids.filter((id): id is T.Id => typeof id === 'string' && id !== '')
}
