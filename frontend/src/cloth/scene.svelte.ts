/**
 * What lies where: every record as an item with a place, kept per record, never scanned per frame.
 *
 * One effect per record renews its item and its entry in the spatial index; the screen reads items
 * one by one and asks the index what is in sight.
 */
import RBush from 'rbush'
import { untrack } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import type { BoardStore } from '../model/board.svelte'
import { unpack } from '../model/ink'
import { THEME_ID } from '../model/schema.gen'
import type { Actor, Id, Ingredient, Point, Stroke } from '../model/types'
import { bounds } from './camera'
import type { Rect } from './camera'
import { centre } from './geometry'
import type { Outline } from './geometry'
import { connectorItem, covers, noteItem, reach, themeItem } from './items'
import type { Drawn, Item } from './items'
import { THEME_FRAME, set } from './measure'
import type { Measure } from './measure'
import { nextPlace, nextRingPlace, rimsAround, withHem } from './rim'
import type { Rim } from './rim'

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
interface Entry {
  minX: number
  minY: number
  maxX: number
  maxY: number
  id: Id
  ink: boolean
}

/** How far from its place an item may be drawn at most. */
const ASIDE = 120

export class Scene {
  readonly board: BoardStore
  readonly items = new SvelteMap<Id, Item>()
  readonly inks = new SvelteMap<Id, Ink>()
  /** Where things are that are being moved at this moment, by us or by others. */
  readonly live = new SvelteMap<Id, Point>()
  /** Grows with every change of place; read it to hear of changes. */
  version = $state(0)
  /** The rectangle that changed last, for whoever keeps pictures of the cloth. */
  onchange: (area: Rect, ink: boolean) => void = () => {}

  /** How wide letters are; set anew when another face is chosen. */
  faces: Faces = $state.raw() as Faces
  readonly #index = new RBush<Entry>()
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- the index beside it is not read reactively either
  readonly #entries = new Map<Id, Entry>()
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
    void this.version
    const points: Point[] = []
    for (const item of untrack(() => [...this.items.values()]))
      if (item.kind === 'ingredient') points.push(item.at)
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
    })
  }

  destroy(): void {
    this.#stop()
  }

  /** The theme or anything else that lies on the cloth. */
  item(id: Id): Item | undefined {
    return id === THEME_ID ? this.theme : this.items.get(id)
  }

  /** Everything that may be in sight within a rectangle. */
  within(area: Rect): { items: Item[]; inks: Ink[] } {
    const items: Item[] = []
    const inks: Ink[] = []
    for (const { id, ink } of this.#search(area)) {
      if (ink) inks.push(untrack(() => this.inks.get(id))!)
      else items.push(untrack(() => this.items.get(id))!)
    }
    return { items, inks }
  }

  /** What lies at a point of the cloth, the nearest middle first; `drawn` says how it is drawn. */
  hit(point: Point, drawn: (item: Item) => Drawn, slack: number): Item | null {
    const [x, y] = point
    const far = slack + ASIDE
    const area = { left: x - far, top: y - far, right: x + far, bottom: y + far }
    const found = this.within(area).items.filter((item) => covers(item, point, drawn(item), slack))
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

  #search({ left, top, right, bottom }: Rect): Entry[] {
    return this.#index.search({ minX: left, minY: top, maxX: right, maxY: bottom })
  }

  #placesOf(seat: Id, except: Id | null = null): Point[] {
    return untrack(() =>
      [...this.board.ingredientsOf(seat)].flatMap((id) => {
        const item = id === except ? undefined : this.items.get(id)
        return item ? [item.at] : []
      }),
    )
  }

  #layNote(note: Ingredient): void {
    const rim = this.rims.get(note.seat)
    const at = this.live.get(note.id) ?? note.at ?? this.#unplaced(note.id, rim, note.seat)
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
    const at = this.live.get(actor.id) ?? actor.at ?? this.#onRing(actor.id)
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
    this.#enter(id, box, true)
  }

  #lay(item: Item): void {
    untrack(() => this.items.set(item.id, item))
    const far = reach(item)
    const [x, y] = item.at
    this.#enter(item.id, { left: x - far, top: y - far, right: x + far, bottom: y + far }, false)
  }

  #enter(id: Id, box: Rect, ink: boolean): void {
    this.#leave(id)
    const { left, top, right, bottom } = box
    const entry = { minX: left, minY: top, maxX: right, maxY: bottom, id, ink }
    this.#entries.set(id, entry)
    this.#index.insert(entry)
    this.#tell(entry)
  }

  #leave(id: Id): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    this.#entries.delete(id)
    this.#index.remove(entry)
    this.#tell(entry)
  }

  #tell({ minX, minY, maxX, maxY, ink }: Entry): void {
    untrack(() => (this.version += 1))
    this.onchange({ left: minX, top: minY, right: maxX, bottom: maxY }, ink)
  }

  #lift(id: Id): void {
    this.#leave(id)
    this.items.delete(id)
    this.inks.delete(id)
    this.live.delete(id)
  }
}

/** Runs one effect for each record, anew whenever that record changes; `gone` when it leaves. */
function perRecord<T>(
  records: ReadonlyMap<Id, T>,
  effect: (record: T) => void,
  gone: (id: Id) => void,
): void {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- only this function reads it
  const running = new Map<Id, () => void>()
  $effect(() => {
    const ids = [...records.keys()]
    untrack(() => {
      for (const id of [...running.keys()].filter((known) => !records.has(known))) {
        running.get(id)?.()
        running.delete(id)
        gone(id)
      }
      for (const id of ids) if (!running.has(id)) running.set(id, follow(records, id, effect))
    })
  })
  $effect(() => () => {
    for (const stop of running.values()) stop()
  })
}

function follow<T>(records: ReadonlyMap<Id, T>, id: Id, effect: (record: T) => void): () => void {
  return $effect.root(() => {
    $effect(() => {
      const record = records.get(id)
      if (record !== undefined) effect(record)
    })
  })
}
