/**
 * What lies where: every record as an item with a place, kept per record, never scanned per frame.
 *
 * One effect per record renews its item and its entry in the spatial index; the screen reads items
 * one by one and asks the index what is in sight.
 */
import { untrack } from 'svelte'
import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import type { BoardStore } from '../model/board.svelte'
import { unpack } from '../model/ink'
import { THEME_ID } from '../model/schema.gen'
import type { Actor, Id, Ingredient, Point, Stroke, Tie } from '../model/types'
import { bounds } from './camera'
import type { Rect } from './camera'
import { centre } from './geometry'
import type { Outline } from './geometry'
import { BOW } from './hand'
import { SpatialIndex } from './spatialIndex'
import type { Layer } from './spatialIndex'
import { connectorItem, covers, noteItem, reach, themeItem } from './items'
import type { Drawn, Item } from './items'
import { THEME_FRAME, set } from './measure'
import type { Measure } from './measure'
import { perRecord } from './perRecord.svelte'
import { nextPlace, nextRingPlace, rimsAround, withHem } from './rim'
import type { Rim } from './rim'
import { uprightPlaces } from './upright'

export interface Faces {
  readonly note: Measure
  readonly strong: Measure
}
/** Dry ink ready to draw. */
export interface Ink {
  readonly id: Id
  readonly seat: Id
  readonly pen: Stroke['pen']
  readonly width: number
  readonly points: readonly Point[]
  readonly box: Rect
}
/** Until a still picture has taken over what moved. */
export const DRYING_MS = 400

/** Room around the ends of a line. */
const AROUND = 120

export class Scene {
  readonly board: BoardStore
  readonly items = new SvelteMap<Id, Item>()
  readonly inks = new SvelteMap<Id, Ink>()
  /** Things in hands, our own or others': their lines are drawn apart. */
  readonly inHand = new SvelteSet<Id>()
  /** Grows with every change of place; read it to hear of changes. */
  version = $state(0)
  /** The same for notes and schakels alone. */
  laid = $state(0)
  /** Where notes lie for a viewer who reads all texts at one angle; empty as on paper. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced whole
  upright: ReadonlyMap<Id, Point> = $state.raw(new Map())
  readonly index = new SpatialIndex()

  /** How wide letters are; set anew when another face is chosen. */
  faces: Faces = $state.raw() as Faces
  /** Where things are that are being moved at this moment, by us or by others. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a thing in motion is laid anew at once
  readonly #moving = new Map<Id, Point>()
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- what each record said last
  readonly #known = new Map<Id, Point | null>()
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- emptied within a microtask
  readonly #due = new Set<Layer>()
  #telling = false
  readonly #stop: () => void

  readonly outline: Outline = $derived.by(() => {
    const { shape, sizeMm } = this.board.meta
    return { shape, sizeMm }
  })
  readonly rims: ReadonlyMap<Id, Rim> = $derived.by(() => rimsAround(this.board))
  readonly theme: Item = $derived.by(() => {
    const setting = set(this.board.theme.text, THEME_FRAME, this.faces.strong)
    return themeItem(THEME_ID, centre(this.outline), setting)
  })
  /** The cloth with the rows that grew beyond its edge. */
  readonly area: Rect = $derived.by(() => {
    void this.laid
    const points: Point[] = []
    for (const item of untrack(() => [...this.items.values()]))
      if (item.kind === 'ingredient') points.push(this.upright.get(item.id) ?? item.at)
    return withHem(this.outline, points)
  })

  constructor(board: BoardStore, faces: Faces) {
    this.board = board
    this.faces = faces
    this.#stop = $effect.root(() => {
      perRecord(
        board.ingredients,
        (note) => this.#layNote(note),
        (id) => this.#lift(id),
      )
      perRecord(
        board.actors,
        (actor) => this.#layActor(actor),
        (id) => this.#lift(id),
      )
      perRecord(
        board.strokes,
        (stroke) => this.#layInk(stroke),
        (id) => this.#lift(id),
      )
      perRecord(
        board.ties,
        (tie) => this.#layTie(tie),
        (id) => this.index.leave('tie', id),
      )
    })
    this.index.listen((layer) => this.#tell(layer))
  }

  destroy(): void {
    this.#stop()
  }

  /** The theme or anything else that lies on the cloth. */
  item(id: Id): Item | undefined {
    return id === THEME_ID ? this.theme : this.items.get(id)
  }

  /** Notes and schakels that may be in sight within a rectangle. */
  itemsIn(area: Rect): Item[] {
    return this.index.search('item', area).flatMap((id) => untrack(() => this.items.get(id)) ?? [])
  }

  /** Dry ink that may be in sight within a rectangle. */
  inksIn(area: Rect): Ink[] {
    return this.index.search('ink', area).flatMap((id) => untrack(() => this.inks.get(id)) ?? [])
  }

  /** What lies at a point of the cloth, the nearest middle first; `drawn` says how it is drawn. */
  hit(point: Point, drawn: (item: Item) => Drawn, slack: number): Item | null {
    const [x, y] = point
    const area = { left: x - slack, top: y - slack, right: x + slack, bottom: y + slack }
    const found = this.itemsIn(area).filter((item) => covers(item, point, drawn(item), slack))
    const theme = untrack(() => this.theme)
    if (covers(theme, point, { at: theme.at, angle: 0 }, slack)) found.push(theme)
    const away = ({ at }: Item) => Math.hypot(at[0] - x, at[1] - y)
    return found.sort((a, b) => away(a) - away(b))[0] ?? null
  }

  /** The next free place on a seat's rim. */
  freePlace(seat: Id): Point | null {
    const rim = this.rims.get(seat)
    return rim ? nextPlace(rim, this.#placesOf(seat)) : null
  }

  /**
   * Something is being moved: it lies here until it is let go. The still pictures lose it when it
   * is taken up and get it back when it is laid down; on the way they hear nothing of it.
   */
  move(id: Id, at: Point): void {
    const before = this.#moving.get(id) ?? null
    if (before && same(before, at)) return
    this.#moving.set(id, at)
    this.inHand.add(id)
    if (!before) this.index.leave('item', id)
    const item = untrack(() => this.items.get(id))
    if (item) this.#lay({ ...item, at })
  }

  /** It was let go: it lies where its record says. */
  settle(id: Id): void {
    setTimeout(() => this.#moving.has(id) || this.inHand.delete(id), DRYING_MS)
    if (!this.#moving.delete(id)) return
    const { ingredients, actors } = this.board
    const at = untrack(() => (ingredients.get(id) ?? actors.get(id))?.at)
    const item = untrack(() => this.items.get(id))
    if (item && at) this.#lay({ ...item, at })
  }

  /** Whether something is on its way in somebody's hand. */
  moves(id: Id): boolean {
    return this.#moving.has(id)
  }

  #placesOf(seat: Id, except: Id | null = null): Point[] {
    return untrack(() =>
      [...this.board.ingredientsOf(seat)].flatMap((id) => {
        const item = id === except ? undefined : this.items.get(id)
        return item ? [item.at] : []
      }),
    )
  }

  /** Where a record lies; a new place of its own ends the lingering of one that was let go. */
  #placeOf(id: Id, at: Point | null): Point | null {
    const known = this.#known.get(id)
    this.#known.set(id, at)
    if (known !== undefined && !same(known, at)) this.#moving.delete(id)
    return this.#moving.get(id) ?? at
  }

  #layNote(note: Ingredient): void {
    const rim = this.rims.get(note.seat)
    const at = this.#placeOf(note.id, note.at) ?? this.#unplaced(note.id, rim, note.seat)
    this.#lay(noteItem(note, at, note.turn ?? rim?.facing ?? 0, this.faces.note))
  }

  /** A note that was never given a place lies where the next one would; it stays there. */
  #unplaced(id: Id, rim: Rim | undefined, seat: Id): Point {
    const before = untrack(() => this.items.get(id)?.at)
    if (before) return before
    return rim ? nextPlace(rim, this.#placesOf(seat, id)) : centre(this.outline)
  }

  #layActor(actor: Actor): void {
    if (!actor.onCloth) {
      this.#lift(actor.id)
      return
    }
    const at = this.#placeOf(actor.id, actor.at) ?? this.#onRing(actor.id)
    this.#lay(connectorItem(actor, at, 0, this.faces.strong))
  }

  /** A schakel that was never given a place lies on the ring, towards its ingredients. */
  #onRing(id: Id): Point {
    const before = untrack(() => this.items.get(id)?.at)
    if (before) return before
    return untrack(() => {
      const taken = [...this.items.values()].flatMap((item) =>
        item.kind === 'connector' && item.id !== id ? [item.at] : [],
      )
      return nextRingPlace(this.outline, this.#towards(id), taken)
    })
  }

  #towards(actor: Id): Point {
    const tied = [...this.board.tiesOf(actor)].flatMap((tie) => {
      const ends = this.board.ties.get(tie)?.ends ?? []
      return ends.flatMap((end) => {
        const item = this.items.get(end)
        return item?.kind === 'ingredient' ? [item.at] : []
      })
    })
    if (tied.length === 0) return [centre(this.outline)[0], 0]
    const sum = tied.reduce(([x, y], at) => [x + at[0], y + at[1]] as const, [0, 0] as const)
    return [sum[0] / tied.length, sum[1] / tied.length]
  }

  #layInk({ id, seat, pen, width, points: packed }: Stroke): void {
    const points = unpack(packed)
    if (points.length === 0) return
    const tight = bounds(points)
    const half = width / 2 + 1
    const box = {
      left: tight.left - half,
      top: tight.top - half,
      right: tight.right + half,
      bottom: tight.bottom + half,
    }
    untrack(() => this.inks.set(id, { id, seat, pen, width, points, box }))
    this.index.enter('ink', id, box)
  }

  #lay(item: Item): void {
    untrack(() => this.items.set(item.id, item))
    const far = reach(item)
    const [x, y] = untrack(() => this.shownAt(item))
    const box = { left: x - far, top: y - far, right: x + far, bottom: y + far }
    this.index.enter('item', item.id, box, this.#moving.has(item.id))
  }

  /** A line lies between its ends; while one of them is in somebody's hand it is drawn apart. */
  #layTie({ id, ends: [a, b] }: Tie): void {
    const [from, to] = [this.item(a), this.item(b)]
    if (!from || !to || this.#moving.has(a) || this.#moving.has(b)) {
      this.index.leave('tie', id)
      return
    }
    const { left, top, right, bottom } = bounds(
      untrack(() => [this.shownAt(from), this.shownAt(to)]),
    )
    const slack = AROUND + Math.hypot(right - left, bottom - top) * BOW
    this.index.enter('tie', id, {
      left: left - slack,
      top: top - slack,
      right: right + slack,
      bottom: bottom + slack,
    })
  }

  /** Many changes at once are one piece of news. */
  #tell(layer: Layer): void {
    this.#due.add(layer)
    if (this.#telling) return
    this.#telling = true
    queueMicrotask(() => {
      this.#telling = false
      this.version += 1
      if (this.#due.has('item')) this.laid += 1
      this.#due.clear()
    })
  }

  /** Lay all notes for somebody who reads every text at `angle`; null: as on paper. */
  layUpright(angle: number | null): void {
    const before = this.upright
    const items = angle === null ? [] : untrack(() => [...this.items.values()])
    const still = items.filter(({ id }) => !this.#moving.has(id))
    const places = angle === null ? [] : uprightPlaces(still, angle, this.outline, this.rims)
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaces the one before
    const after = new Map(
      Array.from(places, ([id, at]) => [
        id,
        same(before.get(id) ?? null, at) ? before.get(id)! : at,
      ]),
    )
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- read at once
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (id) => before.get(id) !== after.get(id),
    )
    if (changed.length === 0) return
    this.upright = after
    untrack(() => this.#layAgain(changed))
  }

  #layAgain(ids: readonly Id[]): void {
    for (const id of ids) {
      const item = this.items.get(id)
      if (item) this.#lay(item)
      for (const tie of this.board.tiesOf(id)) {
        const line = this.board.ties.get(tie)
        if (line) this.#layTie(line)
      }
    }
  }

  /** Where an item is drawn: what is in somebody's hand lies there for everyone. */
  shownAt(item: Item): Point {
    return (this.#moving.has(item.id) ? null : this.upright.get(item.id)) ?? item.at
  }

  #lift(id: Id): void {
    this.index.leave('item', id)
    this.index.leave('ink', id)
    this.items.delete(id)
    this.inks.delete(id)
    this.#moving.delete(id)
    this.#known.delete(id)
  }
}

const same = (a: Point | null, b: Point | null) =>
  a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1])
