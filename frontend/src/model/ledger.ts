/**
 * The registers of a document by record, and which record speaks of which.
 *
 * Plain data: it answers what lies on the cloth and says which records read anew after a change.
 */
import { mentions, tieEnds, type Sight } from './effective'
import { parseKey } from './ids'
import { emptyRaw, register, takeOver, type Raw } from './registers'
import { THEME_ID, type RootName } from './schema.gen'
import type { Gone, Id } from './types'

/** One key of the document with what stands under it now. */
export type Register = readonly [root: RootName, key: string, value: unknown]

/** How a record counts: not at all, or it lies on the cloth, perhaps contested. */
type Standing = 'none' | 'lies' | 'contested'

export class Ledger implements Sight {
  readonly #raws = new Map<RootName, Map<Id, Raw>>()
  /** By id, the records that speak of it or once did. */
  readonly #speaking = new Map<Id, Set<Raw>>()
  readonly #standing = new Map<Raw, Standing>()

  lies(root: RootName, id: Id): boolean {
    return this.#present(root, id) || (root === 'actors' && this.contested(id))
  }

  contested(actor: Id): boolean {
    const raw = this.#raw('actors', actor)
    const gone = raw?.birth && goneOf(raw)
    if (!gone) return false
    return [...this.#speakingOf(actor)].some((raw) => this.#unseen(raw, actor, gone))
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

  /** The records that read anew because this one came or went, or is a line between them. */
  after(raw: Raw): Raw[] {
    const before = this.#standing.get(raw) ?? 'none'
    const now = this.#stand(raw)
    this.#standing.set(raw, now)
    return [...this.#goneEnds(raw), ...(now === before ? [] : this.#speakingOf(raw.id))]
  }

  /** The actors at the ends of a tie that somebody took away: they may be contested by it. */
  #goneEnds(raw: Raw): Raw[] {
    if (raw.root !== 'ties') return []
    const actors = (tieEnds(raw.id) ?? []).map((end) => this.#raw('actors', end))
    return actors.filter((actor): actor is Raw => !!actor && goneOf(actor) !== null)
  }

  #stand({ root, id }: Raw): Standing {
    if (this.#present(root, id)) return 'lies'
    return root === 'actors' && this.contested(id) ? 'contested' : 'none'
  }

  #present(root: RootName, id: Id): boolean {
    const raw = this.#raw(root, id)
    return !!raw?.birth && !goneOf(raw)
  }

  /** Whether this is a tie that somebody drew without the deleter of `actor` having seen it. */
  #unseen({ root, id }: Raw, actor: Id, gone: Gone): boolean {
    const ends = root === 'ties' ? tieEnds(id) : null
    if (!ends || !this.#present(root, id) || gone.seen.includes(id)) return false
    const other = ends[0] === actor ? ends[1] : ends[0]
    return (
      other === THEME_ID || this.#present('actors', other) || this.#present('ingredients', other)
    )
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

/** Who laid a record in the bin, or null. */
export function goneOf(raw: Raw): Gone | null {
  return register<Gone | null>(raw, 'gone') ?? null
}

const NOBODY: ReadonlySet<Raw> = new Set()

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const there = map.get(key)
  if (there !== undefined) return there
  const made = make()
  map.set(key, made)
  return made
}
