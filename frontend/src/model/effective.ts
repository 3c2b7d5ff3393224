/**
 * From registers to records: what counts on the cloth, as one pure function per kind.
 *
 * The rules are those of `board/document.py`. A reader is asked only about what was born; it gives
 * null when the record means nothing without something that is not there.
 */
import { placeOf, tieEnds } from './ids'
import { emptyRaw, members, register, type Raw } from './registers'
import { DEFAULTS, ROOTS, THEME_ID, type RootName } from './schema.gen'
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
  /** Whether the record counts: born and not gone, or gone and still needed. */
  lies(root: RootName, id: T.Id): boolean
  /** Whether the actor is gone although somebody tied it to something unseen. */
  contested(actor: T.Id): boolean
  /** Whether this is a seat that was taken away and bears nothing. */
  removed(seat: T.Id): boolean
}

type Reader<R extends RootName> = (raw: Raw, sight: Sight) => Entities[R] | null

/** By root, from registers to record. */
export const READERS: { [R in RootName]: Reader<R> } = {
  meta: (raw) => {
    const read = own<T.Meta>(raw)
    return Math.min(...read.sizeMm) < 1 ? { ...read, sizeMm: DEFAULTS.meta.size_mm } : read
  },
  theme: (raw, sight) => {
    const read = own<T.Theme>(raw)
    return { ...read, broughtBy: unlessRemoved(sight, read.broughtBy) }
  },
  theme_names: (raw) => own(raw),
  // a seat that was never made may yet bear slips: then it is there, with nothing said about it
  seats: (raw, sight) => {
    const read = own<T.Seat>(raw.birth ? raw : emptyRaw('seats', raw.id))
    return { ...read, actor: other(raw, sight, 'actors', read.actor) }
  },
  ingredients: (raw, sight) => {
    const read = own<T.Ingredient>(raw)
    const actor = other(raw, sight, 'actors', read.actor)
    return { ...read, actor, secondOf: other(raw, sight, 'ingredients', read.secondOf) }
  },
  actors: (raw, sight) => {
    const read = own<T.Actor>(raw)
    const sameAs = other(raw, sight, 'actors', read.sameAs)
    return { ...read, sameAs, contested: sight.contested(raw.id) }
  },
  ties: (raw, sight) => {
    const ends = tieEnds(raw.id)
    return ends && mayJoin(sight, ends) ? { ...own<T.Tie>(raw), ends } : null
  },
  stories: (raw, sight) => {
    const { text } = own<T.Story>(raw)
    const inspiredBy = those(sight, 'ingredients', members(raw))
    const says = text.trim() !== '' || inspiredBy.length > 0
    return says && sight.lies('actors', raw.id) ? { actor: raw.id, text, inspiredBy } : null
  },
  contacts: (raw, sight) => {
    const read = own<T.Contact>(raw)
    const who = unlessRemoved(sight, read.who)
    return { ...read, who, members: those(sight, 'actors', members(raw)) }
  },
  involvements: (raw, sight) => {
    const place = placeOf(raw.id)
    const lies = place && sight.lies('actors', place.actor)
    return lies ? { ...own<T.Involvement>(raw), ...place } : null
  },
  invitations: (raw, sight) => {
    const place = placeOf(raw.id)
    const lies = place && sight.lies('actors', place.actor)
    return lies ? { ...own<T.Invitation>(raw), ...place } : null
  },
  convergences: (raw, sight) => {
    const ingredients = those(sight, 'ingredients', members(raw))
    return { ...own<T.Convergence>(raw), ingredients }
  },
  questions: (raw, sight) => {
    const read = own<T.Question>(raw)
    return sight.lies('ingredients', read.on) ? read : null
  },
  strokes: (raw) => own(raw),
}

/** A reference to another record, or null when it is not there (or no other). */
function other(raw: Raw, sight: Sight, root: RootName, id: T.Id | null): T.Id | null {
  return id !== null && id !== raw.id && sight.lies(root, id) ? id : null
}

function those(sight: Sight, root: RootName, ids: readonly T.Id[]): T.Id[] {
  return ids.filter((id) => sight.lies(root, id))
}

function unlessRemoved(sight: Sight, seat: T.Id | null): T.Id | null {
  return seat !== null && sight.removed(seat) ? null : seat
}

/** A tie joins an actor with the theme, an ingredient or another actor. */
function mayJoin(sight: Sight, ends: readonly [T.Id, T.Id]): boolean {
  const isActor = (end: T.Id) => sight.lies('actors', end)
  const lies = (end: T.Id) => end === THEME_ID || isActor(end) || sight.lies('ingredients', end)
  return ends.some(isActor) && ends.every(lies)
}

/** What a record says of itself, under the names the interface uses. */
function own<E>(raw: Raw): E {
  const { birth, registers } = NAMES[raw.root]
  const record: Record<string, unknown> = { id: raw.id }
  for (const [name, shown] of birth) record[shown] = raw.birth?.[name] ?? UNBORN[name] ?? null
  for (const [name, shown] of registers) record[shown] = register(raw, name)
  return record as E
}

/** What a missing part of a birth means, if it means anything. */
const UNBORN: Record<string, unknown> = { text: '', pen: 'black', width: 3 }

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

/** The registers in which a record names others. */
const NAMING: Partial<Record<RootName, readonly string[]>> = {
  theme: ['brought_by'],
  seats: ['actor'],
  ingredients: ['actor', 'second_of'],
  actors: ['same_as'],
  contacts: ['who'],
}
/** The roots whose records name others in their id. */
const PAIRED: readonly RootName[] = ['ties', 'stories', 'involvements', 'invitations']

/** The ids of others that a record speaks of: when one of them comes or goes, it reads anew. */
export function mentions({ root, id, birth, values, belonging }: Raw): Iterable<T.Id> {
  const ids: unknown[] = PAIRED.includes(root) ? id.split(/[~:]/) : []
  for (const name of NAMING[root] ?? []) ids.push(values[name])
  if (root === 'questions') ids.push(birth?.on)
  if (belonging) ids.push(...belonging)
  return ids.filter((one): one is T.Id => typeof one === 'string')
}
