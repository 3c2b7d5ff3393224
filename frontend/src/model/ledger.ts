/**
 * The registers of a document by record, and which record speaks of which.
 *
 * Plain data: it answers what lies on the cloth and says which records read anew after a change.
 */
import { mentions, type Sight } from './effective'
import { parseKey, tieEnds } from './ids'
import { empty, emptyRaw, goneOf, takeOver, type Raw } from './registers'
import { ROOTS, THEME_ID, type RootName } from './schema.gen'
import type { Gone, Id } from './types'

/** One key of the document with what stands under it now. */
export type Register = readonly [root: RootName, key: string, value: unknown]

export class Ledger implements Sight {
  readonly #raws = new Map<RootName, Map<Id, Raw>>()
  /** By id, the records that speak of it or once did. */
  readonly #speaking = new Map<Id, Set<Raw>>()
  /** The records of which the others know that they count. */
  readonly #counted = new Map<Raw, 'lies' | 'contested'>()
  /** By seat, how many slips and strokes lie on it. */
  readonly #burden = new Map<Id, number>()
  readonly #bornBy = new Map<Raw, Id>()

  lies(root: RootName, id: Id): boolean {
    if (this.#present(root, id)) return true
    return (root === 'actors' && this.contested(id)) || (root === 'seats' && this.#bears(id))
  }

  contested(actor: Id): boolean {
    const raw = this.#raw('actors', actor)
    const gone = raw && this.born(raw) && goneOf(raw)
    if (!gone) return false
    return [...this.#speakingOf(actor)].some((tie) => this.#unseen(tie, actor, gone))
  }

  removed(seat: Id): boolean {
    const raw = this.#raw('seats', seat)
    return !!raw && isBorn(raw) && !this.lies('seats', seat)
  }

  /** Whether anything was ever made here, gone or not, that is not the id of something else. */
  born({ root, id }: Raw): boolean {
    const raw = this.#raw(root, id)
    if (root === 'seats' && this.#bears(id)) return true
    if (!raw || !isBorn(raw)) return false
    if (root !== 'actors' && root !== 'ingredients') return true
    const actor = root === 'ingredients' && this.#raw('actors', id)
    return id !== THEME_ID && !(actor && isBorn(actor))
  }

  /** Take in registers that changed and give the records that read anew. */
  record(registers: Iterable<Register>): Set<Raw> {
    const touched = new Set<Raw>()
    for (const [root, key, value] of registers) {
      const parts = parseKey(root, key)
      if (!parts) continue
      const raw = this.#fill(root, parts.id)
      takeOver(raw, parts, value)
      touched.add(raw)
    }
    for (const raw of touched) this.#listen(raw)
    return touched
  }

  /** Forget what stood in every register; gives all records, as they read anew. */
  clear(): Set<Raw> {
    const all = new Set([...this.#raws.values()].flatMap((raws) => [...raws.values()]))
    for (const raw of all) empty(raw)
    return all
  }

  /** The records that read anew because this one came or went, or is a line between them. */
  after(raw: Raw): Raw[] {
    return [...this.#sameId(raw), ...this.#goneEnds(raw), ...this.#seat(raw), ...this.#others(raw)]
  }

  /** An ingredient under an actor's id: an id stands for one thing. */
  #sameId({ root, id }: Raw): Raw[] {
    const ingredient = root === 'actors' && this.#raw('ingredients', id)
    return ingredient ? [ingredient] : []
  }

  /** The actors at the ends of a tie that somebody took away: they may be contested by it. */
  #goneEnds(raw: Raw): Raw[] {
    if (raw.root !== 'ties') return []
    const actors = (tieEnds(raw.id) ?? []).map((end) => this.#raw('actors', end))
    return actors.filter((actor): actor is Raw => !!actor && goneOf(actor) !== null)
  }

  /** The seats on which a slip or stroke came to lie, or lies no more. */
  #seat(raw: Raw): Raw[] {
    if (raw.root !== 'ingredients' && raw.root !== 'strokes') return []
    const now = this.#present(raw.root, raw.id) ? (raw.birth?.seat as Id) : null
    const before = this.#bornBy.get(raw) ?? null
    if (now === before) return []
    if (now === null) this.#bornBy.delete(raw)
    else this.#bornBy.set(raw, now)
    return [...this.#weigh(before, -1), ...this.#weigh(now, 1)]
  }

  #weigh(seat: Id | null, more: number): Raw[] {
    if (seat === null) return []
    const bore = this.#bears(seat)
    this.#burden.set(seat, (this.#burden.get(seat) ?? 0) + more)
    return bore === this.#bears(seat) ? [] : [this.#fill('seats', seat)]
  }

  /** Who speaks of this record, when it came, went or became contested. */
  #others(raw: Raw): Iterable<Raw> {
    const before = this.#counted.get(raw)
    const now = this.#counts(raw)
    if (now) this.#counted.set(raw, now)
    else this.#counted.delete(raw)
    return now === before ? [] : this.#speakingOf(raw.id)
  }

  #counts({ root, id }: Raw): 'lies' | 'contested' | undefined {
    if (root === 'actors' && this.contested(id)) return 'contested'
    return this.lies(root, id) ? 'lies' : undefined
  }

  #bears(seat: Id): boolean {
    return (this.#burden.get(seat) ?? 0) > 0
  }

  #present(root: RootName, id: Id): boolean {
    const raw = this.#raw(root, id)
    return !!raw && this.born(raw) && !goneOf(raw)
  }

  /** Whether this is a tie that somebody drew without the deleter of `actor` having seen it. */
  #unseen({ root, id }: Raw, actor: Id, gone: Gone): boolean {
    const ends = root === 'ties' ? tieEnds(id) : null
    if (!ends || !this.#present(root, id) || gone.seen.includes(id)) return false
    const end = ends[0] === actor ? ends[1] : ends[0]
    return end === THEME_ID || this.#present('actors', end) || this.#present('ingredients', end)
  }

  #raw(root: RootName, id: Id): Raw | undefined {
    return this.#raws.get(root)?.get(id)
  }

  #speakingOf(id: Id): ReadonlySet<Raw> {
    return this.#speaking.get(id) ?? NOBODY
  }

  #fill(root: RootName, id: Id): Raw {
    const raws = entry(this.#raws, root, () => new Map<Id, Raw>())
    return entry(raws, id, () => emptyRaw(root, id))
  }

  #listen(raw: Raw): void {
    for (const id of mentions(raw)) entry(this.#speaking, id, () => new Set<Raw>()).add(raw)
  }
}

const NOBODY: ReadonlySet<Raw> = new Set()

/** Parts of a birth without which there is nothing. */
const NEEDED: Partial<Record<RootName, readonly string[]>> = {
  ingredients: ['seat'],
  questions: ['on'],
  strokes: ['seat', 'points'],
}

function isBorn({ root, birth }: Raw): boolean {
  if (ROOTS[root].birth === null) return true
  return !!birth && (NEEDED[root] ?? []).every((part) => birth[part] !== undefined)
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const there = map.get(key)
  if (there !== undefined) return there
  const made = make()
  map.set(key, made)
  return made
}
