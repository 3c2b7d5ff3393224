/**
 * The document as reactive records: what lies on the cloth, kept up to date change by change.
 *
 * Records stay the same object and are renewed in place; gone ones move to the bin; an actor that
 * was taken away while somebody tied it to something stays, contested.
 */
import { untrack } from 'svelte'
import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import type * as Y from 'yjs'
import { READERS, type Entities } from './effective'
import { follow } from './follow'
import { positionId, tieEnds } from './ids'
import { Ledger } from './ledger'
import { Index, Records, Single } from './records.svelte'
import { emptyRaw, goneOf, type Raw } from './registers'
import { POSITIONS, ROOTS, type Position, type RootName } from './schema.gen'
import type * as T from './types'

type Gathered = Exclude<RootName, 'meta' | 'theme'>

/** Something in the bin: what it was, what it said, who laid it there. */
export interface Binned {
  root: Gathered
  id: T.Id
  text: string
  gone: T.Gone
}

/** By which ids of others a record can be found. */
const INDEXED: { [R in Gathered]?: (record: Entities[R]) => readonly T.Id[] } = {
  ties: (tie) => tie.ends,
  ingredients: (ingredient) => [ingredient.seat],
  seats: (seat) => (seat.actor ? [seat.actor] : []),
  contacts: (contact) => contact.members,
  involvements: (involvement) => [involvement.actor],
  invitations: (invitation) => [invitation.actor],
  convergences: (convergence) => convergence.ingredients,
  questions: (question) => [question.on],
  strokes: (stroke) => [stroke.seat],
}

export class BoardStore {
  readonly meta: T.Meta
  readonly theme: T.Theme
  readonly themeNames: SvelteMap<T.Id, T.ThemeName>
  readonly seats: SvelteMap<T.Id, T.Seat>
  readonly ingredients: SvelteMap<T.Id, T.Ingredient>
  /** Those on the cloth, contested ones included. */
  readonly actors: SvelteMap<T.Id, T.Actor>
  readonly ties: SvelteMap<T.Id, T.Tie>
  /** By actor. */
  readonly stories: SvelteMap<T.Id, T.Story>
  readonly contacts: SvelteMap<T.Id, T.Contact>
  /** By `actor:position`, ended ones included. */
  readonly involvements: SvelteMap<T.Id, T.Involvement>
  readonly invitations: SvelteMap<T.Id, T.Invitation>
  readonly convergences: SvelteMap<T.Id, T.Convergence>
  readonly questions: SvelteMap<T.Id, T.Question>
  readonly strokes: SvelteMap<T.Id, T.Stroke>
  readonly bin = new SvelteMap<T.Id, Binned>()
  /** Actors to restore or to confirm as gone. */
  readonly contested = new SvelteSet<T.Id>()
  /** Counts every change of the cloth. */
  changes = $state(0)
  /** Ingredients without any tie. */
  readonly unlinked = new SvelteSet<T.Id>()

  readonly #ledger: Ledger
  readonly #meta: Single<T.Meta>
  readonly #theme: Single<T.Theme>
  readonly #records = byRoot(() => new Records<object>()) as {
    [R in Gathered]: Records<Entities[R]>
  }
  readonly #indexes = byRoot(() => new Index())
  #stop: () => void = () => {}

  constructor(doc: Y.Doc) {
    this.#ledger = new Ledger()
    this.#meta = new Single(READERS.meta(emptyRaw('meta', ''), this.#ledger)!)
    this.#theme = new Single(READERS.theme(emptyRaw('theme', ''), this.#ledger)!)
    this.meta = this.#meta.record
    this.theme = this.#theme.record
    this.themeNames = this.#records.theme_names.all
    this.seats = this.#records.seats.all
    this.ingredients = this.#records.ingredients.all
    this.actors = this.#records.actors.all
    this.ties = this.#records.ties.all
    this.stories = this.#records.stories.all
    this.contacts = this.#records.contacts.all
    this.involvements = this.#records.involvements.all
    this.invitations = this.#records.invitations.all
    this.convergences = this.#records.convergences.all
    this.questions = this.#records.questions.all
    this.strokes = this.#records.strokes.all
    this.follow(doc)
  }

  /** Show what lies in this document from now on, instead of the one before. */
  follow(doc: Y.Doc): void {
    this.destroy()
    untrack(() => this.#take(this.#ledger.clear()))
    this.#stop = follow(doc, (registers) => {
      untrack(() => this.#take(this.#ledger.record(registers)))
    })
  }

  /** Stop following the document. */
  destroy(): void {
    this.#stop()
  }

  tiesOf(id: T.Id): ReadonlySet<T.Id> {
    return this.#indexes.ties.of(id)
  }

  /** The slips that were written from this seat. */
  ingredientsOf(seat: T.Id): ReadonlySet<T.Id> {
    return this.#indexes.ingredients.of(seat)
  }

  strokesOf(seat: T.Id): ReadonlySet<T.Id> {
    return this.#indexes.strokes.of(seat)
  }

  /** The contacts that this actor is a member of. */
  contactsOf(actor: T.Id): ReadonlySet<T.Id> {
    return this.#indexes.contacts.of(actor)
  }

  /** The ids of an actor's involvements, ended ones included. */
  involvementsOf(actor: T.Id): ReadonlySet<T.Id> {
    return this.#indexes.involvements.of(actor)
  }

  /** The positions an actor holds now. */
  positionsOf(actor: T.Id): Position[] {
    const held = POSITIONS.map((position) => this.involvements.get(positionId(actor, position)))
    return held.flatMap((one) => (one && one.until === null ? [one.position] : []))
  }

  invitationsOf(actor: T.Id): ReadonlySet<T.Id> {
    return this.#indexes.invitations.of(actor)
  }

  questionsOn(ingredient: T.Id): ReadonlySet<T.Id> {
    return this.#indexes.questions.of(ingredient)
  }

  convergencesOf(ingredient: T.Id): ReadonlySet<T.Id> {
    return this.#indexes.convergences.of(ingredient)
  }

  /** The seats where this actor sits. */
  seatsOf(actor: T.Id): ReadonlySet<T.Id> {
    return this.#indexes.seats.of(actor)
  }

  /** Read these records anew, and whatever reads differently because of them. */
  #take(open: Set<Raw>): void {
    this.changes += 1
    for (const raw of open) {
      open.delete(raw)
      this.#publish(raw)
      for (const next of this.#ledger.after(raw)) open.add(next)
    }
  }

  #publish(raw: Raw): void {
    if (raw.root === 'meta') this.#meta.renew(READERS.meta(raw, this.#ledger)!)
    else if (raw.root === 'theme') this.#theme.renew(READERS.theme(raw, this.#ledger)!)
    else this.#gather(raw.root, raw)
  }

  #gather<R extends Gathered>(root: R, raw: Raw): void {
    const { id } = raw
    const born = this.#ledger.born(raw)
    const read = born ? (READERS[root](raw, this.#ledger) as Entities[R] | null) : null
    const gone = goneOf(raw)
    const lies = !gone || this.#ledger.lies(root, id)
    this.#put(root, id, lies ? read : null)
    this.#bin(root, id, read && gone && !lies ? { root, id, text: wordsOf(read), gone } : null)
    if (root === 'actors') mark(this.contested, id, this.#ledger.contested(id))
  }

  /** An id may stand in more roots than one: a story has that of its actor. */
  #bin(root: Gathered, id: T.Id, binned: Binned | null): void {
    if (binned) this.bin.set(id, binned)
    else if (this.bin.get(id)?.root === root) this.bin.delete(id)
  }

  #put<R extends Gathered>(root: R, id: T.Id, record: Entities[R] | null): void {
    const records = this.#records[root] as Records<Entities[R]>
    const keys = INDEXED[root] as ((one: Entities[R]) => readonly T.Id[]) | undefined
    const before = records.peek(id)
    records.put(id, record)
    if (!keys) return
    this.#indexes[root].move(id, before ? keys(before) : [], record ? keys(record) : [])
    if (root === 'ties') tieEnds(id)?.forEach((end) => this.#link(end))
    if (root === 'ingredients') this.#link(id)
  }

  /** Keep `unlinked` true for one thing, if it is an ingredient. */
  #link(id: T.Id): void {
    const there = this.#records.ingredients.peek(id) !== null
    mark(this.unlinked, id, there && this.tiesOf(id).size === 0)
  }
}

function byRoot<V>(make: () => V): { [R in Gathered]: V } {
  const roots = Object.keys(ROOTS).filter((root) => root !== 'meta' && root !== 'theme')
  return Object.fromEntries(roots.map((root) => [root, make()])) as { [R in Gathered]: V }
}

function mark(set: SvelteSet<T.Id>, id: T.Id, belongs: boolean): void {
  if (belongs) set.add(id)
  else set.delete(id)
}

/** The words by which people know a thing in the bin. */
function wordsOf(record: object): string {
  const { text, label, evidence } = record as Record<string, unknown>
  return String(text ?? label ?? evidence ?? '')
}
