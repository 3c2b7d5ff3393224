/** One person at one cloth: how they look, what they hold, what they have chosen. */
import { untrack } from 'svelte'
import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import type { Pen } from '../model/schema.gen'
import type { Id, Point, Tie } from '../model/types'
import type { Other } from '../sync/presence.svelte'
import type { Table } from '../sync/table.svelte'
import { askedBySeat, guestsBySeat } from './chairs'
import { drawnAngle } from './items'
import type { Drawn, Item } from './items'
import { hold, toScreen } from './camera'
import { shifted } from './geometry'
import type { Insets } from './camera'
import { browserMeasure } from './measure'
import { fromRim, onRim } from './rim'
import type { Rim } from './rim'
import { Scene } from './scene.svelte'
import type { Faces } from './scene.svelte'
import { signsOf } from './sign'
import type { Sign } from './sign'
import { NOTHING, deeds, quiet, veil } from './steps'
import type { Deed, Moment, Veil } from './steps'
import { LEGIBLE_PX, View, roomLetter, seatView, wholeView } from './view.svelte'

/** What things are called aloud; the interface knows the words. */
export interface Names {
  item(id: Id): string
  seat(id: Id): string
}
export type Orientation = 'paper' | 'upright'
export type Mode = 'work' | 'look' | 'project'
export type Tool = 'hand' | 'lasso' | 'pen' | 'eraser'
/** The chair of a seat, chosen and walked to like any other thing. */
export const SEAT_MARK = 'seat:'
/** How far beyond the edge the names lie. */
const SEAT_AWAY = 44
export const WIDTHS = [3, 6, 12] as const
/** The letters of a note, about. */
const LETTER_MM = 20

export class Desk {
  readonly table: Table
  readonly names: Names
  readonly scene: Scene
  readonly view = new View()
  /** `look`: nothing can be touched; `project`: nor can what is small be read. */
  readonly mode: Mode
  readonly #stop: () => void

  orientation = $state<Orientation>('paper')
  /** Everything upright for as long as a key is held. */
  lifted = $state(false)
  tool = $state<Tool>('hand')
  pen = $state<Pen | null>(null)
  width = $state<number>(WIDTHS[0])
  /** Fingers draw until this device has seen a pen. */
  fingerDraws = $state(true)
  selected = $state<Id | null>(null)
  /** The note whose text is in the writing bar. */
  editing = $state<Id | null>(null)
  /** The thing that is put where the next tap lands. */
  carrying = $state<Id | null>(null)
  /** At whose rim we look: our own, or a visit. */
  visiting = $state<Id | null>(null)
  /** The thing the arrow keys came to. */
  walked = $state<Id | null>(null)
  /** What a finger has taken hold of. */
  gripped = $state<Id | null>(null)
  /** What a lasso went round, and the trail while it goes. */
  readonly group = new SvelteSet<Id>()
  lasso = $state.raw<readonly Point[]>([])
  /** How far what is in hand has come from where it lay. */
  carried = $state.raw<Point | null>(null)
  /** Strokes in progress on this device. */
  readonly wet = new SvelteMap<string, WetStroke>()
  /** Strokes under the rubber, before it lets go. */
  readonly rubbed = new SvelteSet<Id>()

  readonly moment: Moment = $derived.by(() => {
    const { phase, silence, turned, writing } = this.table.session
    return { phase, silence, turned, writing }
  })
  readonly may: ReadonlySet<Deed> = $derived.by(() =>
    this.mode !== 'work'
      ? NOTHING
      : deeds(this.moment, {
          role: this.table.me.role,
          seat: this.table.me.seat,
          free: this.table.session.you.free,
        }),
  )
  /** How the cloth is turned on screen, once it rests. */
  readonly angle = $derived(this.view.rested.angle)
  readonly quiet = $derived.by(() => quiet(this.moment))
  /** The least size of letters, in pixels, that is read from where one looks. */
  readonly leastLetter = $derived.by(() =>
    this.mode === 'project' ? roomLetter(this.view.rested.size) : LEGIBLE_PX,
  )
  /** Whether the letters of notes are large enough to be read. */
  readonly legible = $derived(this.view.rested.scale * LETTER_MM >= this.leastLetter)
  readonly upright = $derived(this.orientation === 'upright' || this.lifted)
  /** The seats in the order in which they stand around the table. */
  readonly seats: readonly Id[] = $derived.by(() =>
    [...this.table.board.seats.values()]
      .sort((a, b) => a.angle - b.angle || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id),
  )
  readonly signs: ReadonlyMap<Id, Sign> = $derived.by(() =>
    signsOf(this.seats, (seat) => this.names.seat(seat)),
  )

  /** Who stands where, and whose slips wait for a word of explanation. */
  readonly guests = $derived.by(() => guestsBySeat(this.others, this.signs))
  readonly asked = $derived.by(() => askedBySeat(this.table.board))

  constructor(table: Table, names: Names, mode: Mode) {
    this.table = table
    this.names = names
    this.mode = mode
    this.scene = new Scene(table.board, faces())
    this.#stop = $effect.root(() => {
      $effect(() => {
        void this.scene.laid
        const angle = this.upright ? -this.angle : null
        untrack(() => this.scene.layUpright(angle))
      })
    })
    this.orientation =
      mode !== 'work' || matchMedia('(pointer: fine)').matches ? 'upright' : 'paper'
  }

  /** Another face was chosen: everything is measured anew. */
  measure(): void {
    this.scene.faces = faces()
  }

  destroy(): void {
    this.#stop()
    this.scene.destroy()
    this.view.destroy()
  }

  /** What others do at this moment, as far as one sees it; a picture shows nobody's hands. */
  get others(): readonly Other[] {
    if (this.quiet || this.mode !== 'work') return []
    return [...this.table.presence.others.values()]
  }

  /** Letters of so many millimetres; for a room never so small that it cannot read them. */
  letter(mm: number): number {
    return this.mode === 'project' ? Math.max(mm, this.leastLetter / this.view.rested.scale) : mm
  }

  /** One's own seat; a picture belongs to nobody. */
  get seat(): Id | null {
    return this.mode !== 'work' ? null : this.table.me.seat
  }

  /** The rim at which we look. */
  get rim(): Rim | null {
    const seat = this.visiting ?? this.seat ?? this.seats[0]
    return (seat && this.scene.rims.get(seat)) || null
  }

  /** The ink in which this person writes now. */
  get ink(): Pen {
    const pens = this.seat ? this.table.board.seats.get(this.seat)?.pens : undefined
    return this.pen ?? pens?.[0] ?? 'black'
  }

  /** Where an item is drawn for this viewer, and how far it is turned. */
  drawn(item: Item): Drawn {
    const at = this.scene.shownAt(item)
    return { at, angle: drawnAngle(item, this.upright, this.angle) }
  }

  /** Everything of the session that decides what is seen, as one word. */
  get sight(): string {
    const { phase, turned, silence } = this.moment
    return phase === 'rim' ? `${turned} ${silence} ${this.seat}` : 'open'
  }

  /** Where the ends of a line are drawn; null when one of them is not seen. */
  endsOf({ ends: [a, b] }: Tie): { from: Point; to: Point } | null {
    const [from, to] = [this.scene.item(a), this.scene.item(b)]
    if (!from || !to || !this.shows(from) || !this.shows(to)) return null
    return { from: this.drawn(from).at, to: this.drawn(to).at }
  }

  veilOf(seat: Id): Veil {
    return veil(this.moment, this.seat, seat)
  }

  /** Whether this item is drawn at all, so that it may be touched and reached. */
  shows(item: Item): boolean {
    return item.seat === null || this.veilOf(item.seat) === 'open'
  }

  /** Whether this person may move an item now. */
  mayMove(item: Item): boolean {
    if (item.kind === 'theme') return false
    if (item.kind === 'connector') return this.may.has('move')
    return item.seat === this.seat
      ? this.may.has('arrange')
      : this.may.has('others') && this.veilOf(item.seat ?? '') === 'open'
  }

  /**
   * Lay things `by` millimetres from where they lay, with the strokes that the lasso holds: one
   * step of undo, one write for each.
   */
  shift(lay: Iterable<readonly [Id, Point]>, by: Point): void {
    const { edit } = this.table
    const strokes = [...this.group].filter((id) => this.scene.inks.has(id))
    const places = shifted(lay, by)
    const laid = edit.together(() => {
      if (places.size > 0) edit.moveMany(places)
      return strokes.length > 0 ? edit.moveStrokes(strokes, by) : []
    })
    for (const id of strokes) this.group.delete(id)
    for (const id of laid) this.group.add(id)
  }

  /** Back to one's own rim, or to a visit at another. */
  sit(seat: Id | null, insets: Insets = this.view.insets, fly = true): void {
    this.visiting = seat === this.seat ? null : seat
    if (this.mode === 'work') this.table.presence.set({ view: { seat } })
    const to = this.homeCamera(insets)
    if (fly) this.view.fly(to)
    else this.view.set(to)
  }

  homeCamera(insets: Insets = this.view.insets) {
    const { size } = this.view.camera
    const { outline, area } = this.scene
    if (!this.rim || this.mode !== 'work') return wholeView(outline, area, 0, size, insets)
    return seatView(this.rim, area, size, insets)
  }

  /** All of the cloth, turned as it is. */
  showAll(): void {
    const { camera, insets } = this.view
    this.view.fly(wholeView(this.scene.outline, this.scene.area, camera.angle, camera.size, insets))
  }

  /** Where an item, a chair or a stroke is drawn. */
  placeOf(id: Id): Point | null {
    const rim = id.startsWith(SEAT_MARK) && this.scene.rims.get(id.slice(SEAT_MARK.length))
    if (rim) return seatPlace(this.scene, rim)
    const item = this.scene.item(id)
    if (item) return this.drawn(item).at
    const ink = this.scene.inks.get(id)?.box
    return ink ? [(ink.left + ink.right) / 2, (ink.top + ink.bottom) / 2] : null
  }

  /** Brings an item into sight, with as little movement as can be. */
  reveal(id: Id): void {
    const at = this.placeOf(id)
    if (!at) return
    const { camera, insets } = this.view
    const place = toScreen(camera, at)
    const margin = Math.min(96, camera.size[0] / 4)
    const held: Point = [
      clamp(place[0], insets.left + margin, camera.size[0] - insets.right - margin),
      clamp(place[1], insets.top + margin, camera.size[1] - insets.bottom - margin),
    ]
    if (held[0] !== place[0] || held[1] !== place[1]) this.view.fly(hold(camera, at, held))
  }

  /** One seat further around the table: 1 to the left, -1 to the right as one sits. */
  step(by: 1 | -1): void {
    const at = this.seats.indexOf(this.visiting ?? this.seat ?? '')
    const next = this.seats[(at + by + this.seats.length) % this.seats.length]
    if (next) this.sit(next)
  }
}

/** Where a name lies: just beyond the edge, or beyond the rows that grew there. */
export function seatPlace({ area }: Scene, rim: Rim): Point {
  const { left, top, right, bottom } = area
  const [x, y] = rim.middle
  if (rim.outline.shape === 'round')
    return onRim(rim, 0, -(right - left - rim.outline.sizeMm[0]) / 2 - SEAT_AWAY)
  const edges: Readonly<Record<number, Point>> = {
    0: [x, bottom],
    90: [left, y],
    180: [x, top],
    270: [right, y],
  }
  const edge = edges[rim.facing]
  return onRim(rim, 0, Math.min(0, edge ? fromRim(rim, edge)[1] : 0) - SEAT_AWAY)
}

/** The measures of the faces in which notes and names are set. */
function faces(): Faces {
  const face = getComputedStyle(document.documentElement).getPropertyValue('--font-note').trim()
  return {
    note: browserMeasure(face || 'sans-serif', 500),
    strong: browserMeasure('"Atkinson Hyperlegible Next Variable", sans-serif', 640),
  }
}

const clamp = (value: number, least: number, most: number) =>
  Math.min(Math.max(least, most), Math.max(least, value))

/** A stroke while it is drawn. */
export interface WetStroke {
  readonly pen: Pen
  readonly width: number
  readonly points: (readonly [number, number])[]
}
