/** Hands on the cloth: pointer events in, and what they do to view, things and ink. */
import { START, reduce } from '../input/pointer'
import type { PointerState } from '../input/pointer'
import type { Gesture, PointerInput, PointerKind, Target } from '../input/gesture'
import { settle, touches } from '../input/stroke'
import type { Id, Point } from '../model/types'
import { pan, pinch, toCloth, zoomAt } from './camera'
import type { Camera } from './camera'
import { SEAT_MARK } from './desk.svelte'
import type { Desk } from './desk.svelte'
import type { Item } from './items'
import { Moving } from './moving'
import { rimAt } from './rim'
import { DRYING_MS } from './scene.svelte'

/** What the page does when hands mean something it decides about. */
export interface Wishes {
  pick(id: Id | null): void
  edit(id: Id): void
  write(at: Point): void
  menu(place: Point, id: Id | null): void
  put(id: Id, at: Point): void
}

/** The gesture that may bear this name. */
type Of<T extends Gesture['type'], G = Gesture> = G extends { type: infer Names }
  ? T extends Names
    ? G
    : never
  : never
const RUBBER_PX = 12
/** Strokes that follow each other within this time are one drawing. */
const DRAWING_MS = 1200
const SLACK_PX = { mouse: 2, pen: 4, touch: 10 }
/** What others see of a stroke in progress. */
const SHOWN_POINTS = 240

export class Hands {
  #state: PointerState = START
  readonly #desk: Desk
  readonly #wishes: Wishes
  #element: HTMLElement | null = null
  #timers = new Set<ReturnType<typeof setTimeout>>()
  readonly #moving: Moving
  #drawing: { stroke: Id; until: number } | null = null
  #pinched: Camera | null = null
  #rubbedAt: Point | null = null
  #space = false

  constructor(desk: Desk, wishes: Wishes) {
    this.#desk = desk
    this.#moving = new Moving(desk)
    this.#wishes = wishes
  }

  /** Take hold of the element on which the cloth lies. */
  on(element: HTMLElement): () => void {
    this.#element = element
    const stop = new AbortController()
    const here = { signal: stop.signal }
    const active = { signal: stop.signal, passive: false }
    element.addEventListener('pointerdown', (event) => this.#down(event), here)
    element.addEventListener('pointermove', (event) => this.#move(event), here)
    element.addEventListener('pointerup', (event) => this.#end(event, 'up'), here)
    element.addEventListener('pointercancel', (event) => this.#end(event, 'cancel'), here)
    element.addEventListener('pointerleave', () => this.#point(null), here)
    element.addEventListener('wheel', (event) => this.#wheel(event), active)
    element.addEventListener('contextmenu', (event) => event.preventDefault(), here)
    // Without this a tablet turns strokes into handwriting or a text selection.
    element.addEventListener('touchstart', (event) => event.preventDefault(), active)
    element.addEventListener('touchmove', (event) => event.preventDefault(), active)
    window.addEventListener('keydown', (event) => (this.#space ||= event.key === ' '), here)
    window.addEventListener('keyup', (event) => (this.#space &&= event.key !== ' '), here)
    return () => {
      stop.abort()
      for (const timer of this.#timers) clearTimeout(timer)
    }
  }

  /* Events */

  #place(event: MouseEvent): Point {
    const box = this.#element?.getBoundingClientRect()
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)]
  }

  #down(event: PointerEvent): void {
    if (event.target instanceof Element && event.target.closest('[data-own-hands]')) return
    this.#element?.setPointerCapture(event.pointerId)
    const kind = kindOf(event)
    const at = this.#place(event)
    this.#take({
      type: 'down',
      id: event.pointerId,
      kind,
      at,
      time: event.timeStamp,
      button: event.button,
      target: seatUnder(event) ?? this.#target(at, kind),
      eraser: kind === 'pen' && (event.buttons & 0b100010) !== 0,
      pans: this.#space,
    })
  }

  #move(event: PointerEvent): void {
    const at = this.#place(event)
    this.#point(at)
    if (event.buttons === 0) return
    const skipped = event.getCoalescedEvents?.() ?? []
    const points = skipped.map((one) => this.#place(one))
    const { pointerId: id, timeStamp: time } = event
    this.#take({ type: 'move', id, at, time, points })
  }

  #end(event: PointerEvent, type: 'up' | 'cancel'): void {
    this.#take({ type, id: event.pointerId, at: this.#place(event), time: event.timeStamp })
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault()
    const { view } = this.#desk
    const unit = event.deltaMode === 1 ? 24 : 1
    if (event.ctrlKey || event.metaKey) {
      const factor = Math.exp(-event.deltaY * unit * 0.004)
      view.set(zoomAt(view.camera, this.#place(event), factor))
    } else view.set(pan(view.camera, -event.deltaX * unit, -event.deltaY * unit))
  }

  /** Shows others where we point; nobody's pointer is shown in silence. */
  #point(at: Point | null): void {
    const { view, quiet, mode, table } = this.#desk
    if (mode !== 'work') return
    table.presence.set({ cursor: at && !quiet ? whole(toCloth(view.camera, at)) : null })
  }

  #take(input: PointerInput): void {
    const { tool, fingerDraws, mode } = this.#desk
    const policy = { tool: mode !== 'work' ? 'hand' : tool, fingerDraws } as const
    const [state, gestures] = reduce(this.#state, input, policy)
    this.#state = state
    for (const gesture of gestures) this.#carryOut(gesture)
  }

  #wake(at: number): void {
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer)
        this.#take({ type: 'tick', time: performance.now() })
      },
      Math.max(0, at - performance.now()) + 1,
    )
    this.#timers.add(timer)
  }

  /* Gestures */

  #carryOut(gesture: Gesture): void {
    const does = {
      tap: (one: Of<'tap'>) => this.#tap(one),
      doubleTap: (one: Of<'tap'>) => this.#twice(one),
      menu: (one: Of<'tap'>) => this.#wishes.menu(one.at, one.target),
      grip: (one: Of<'grip'>) => this.#grip(one.target),
      drag: (one: Of<'drag'>) => this.#moving.drag(one),
      lasso: (one: Of<'lasso'>) => this.#moving.lasso(one),
      pan: (one: Of<'pan'>) => this.#desk.view.set(pan(this.#desk.view.camera, one.dx, one.dy)),
      pinch: (one: Of<'pinch'>) => this.#pinch(one),
      ink: (one: Of<'ink'>) => this.#ink(one),
      erase: (one: Of<'erase'>) => this.#erase(one),
      pen: () => (this.#desk.fingerDraws = false),
      wake: (one: Of<'wake'>) => this.#wake(one.at),
    } as Record<Gesture['type'], (gesture: never) => void>
    does[gesture.type](gesture as never)
  }

  #hit(at: Point, kind: PointerKind): Item | null {
    const { view, scene } = this.#desk
    const slack = SLACK_PX[kind] / view.camera.scale
    const item = scene.hit(toCloth(view.camera, at), (one) => this.#desk.drawn(one), slack)
    return item && this.#desk.shows(item) ? item : null
  }

  #target(at: Point, kind: PointerKind): Target | null {
    if (this.#desk.mode !== 'work') return null
    const item = this.#hit(at, kind)
    if (item) return { id: item.id, movable: this.#desk.mayMove(item) }
    const id = this.#inkUnder(at, kind)
    return id === null ? null : { id, movable: this.#desk.group.has(id) }
  }

  /** The stroke that was touched. */
  #inkUnder(place: Point, kind: PointerKind): Id | null {
    const { view, scene } = this.#desk
    const slack = (SLACK_PX[kind] + 2) / view.camera.scale
    const at = toCloth(view.camera, place)
    const [x, y] = at
    const near = { left: x - slack, top: y - slack, right: x + slack, bottom: y + slack }
    const hit = scene
      .inksIn(near)
      .filter(({ seat }) => this.#desk.veilOf(seat) === 'open')
      .find(({ points, width }) => touches(points, at, at, slack + width / 2))
    return hit?.id ?? null
  }

  #tap({ at, target }: Of<'tap'>): void {
    const { carrying, view } = this.#desk
    if (carrying) this.#wishes.put(carrying, whole(toCloth(view.camera, at)))
    else this.#wishes.pick(target)
  }

  #twice({ at, target }: Of<'tap'>): void {
    if (target !== null && !this.#desk.scene.inks.has(target)) {
      this.#wishes.edit(target)
      return
    }
    const point = whole(toCloth(this.#desk.view.camera, at))
    if (this.#ownRim(point)) this.#wishes.write(point)
  }

  #ownRim(point: Point): boolean {
    const { scene, seat } = this.#desk
    return seat !== null && rimAt(scene.rims.values(), point) === seat
  }

  #grip(target: Id): void {
    this.#desk.gripped = target
    navigator.vibrate?.(12)
  }

  #pinch({ phase, from, to }: Of<'pinch'>): void {
    const { view, scene, moment } = this.#desk
    if (phase === 'start') this.#pinched = view.camera
    if (!this.#pinched) return
    const writing = moment.phase === 'rim' || this.#desk.tool !== 'hand'
    const angles = writing ? [] : [...scene.rims.values()].map(({ facing }) => -facing)
    view.set(pinch(this.#pinched, { from, to }, angles))
    if (phase === 'end') this.#pinched = null
  }

  #ink({ phase, stroke, points }: Of<'ink'>): void {
    const { view, wet, width } = this.#desk
    const drawn = points.map((point) => toCloth(view.camera, point))
    if (phase === 'start') {
      const [first] = drawn
      if (first && this.#mayDraw(first))
        wet.set(stroke, { pen: this.#desk.ink, width, points: drawn })
      return
    }
    const mine = wet.get(stroke)
    if (!mine) return
    if (phase === 'move') this.#drawOn(stroke, drawn)
    else {
      if (phase === 'end') this.#commit(mine.points)
      // It stays wet until its still picture is there.
      setTimeout(() => wet.delete(stroke), phase === 'end' ? DRYING_MS : 0)
      this.#desk.table.presence.set({ ink: null })
    }
  }

  /** During the silent writing ink begins on one's own rim. */
  #mayDraw(point: Point): boolean {
    const { may, moment } = this.#desk
    return may.has('draw') && (moment.phase !== 'rim' || this.#ownRim(point))
  }

  #drawOn(stroke: string, drawn: readonly Point[]): void {
    const { wet, view, quiet, table } = this.#desk
    const mine = wet.get(stroke)
    if (!mine) return
    mine.points.push(...drawn)
    wet.set(stroke, { ...mine })
    if (quiet) return
    const points = settle(mine.points, view.camera.scale).slice(-SHOWN_POINTS).map(whole)
    table.presence.set({ ink: { id: stroke, pen: mine.pen, width: mine.width, points } })
  }

  #commit(points: readonly Point[]): void {
    const { view, seat, ink: pen, width, table } = this.#desk
    if (seat === null) return
    const now = performance.now()
    const drawing = this.#drawing && now < this.#drawing.until ? this.#drawing.stroke : undefined
    const settled = settle(points, view.camera.scale)
    const stroke = table.edit.addStroke({ seat, pen, width, points: settled, drawing }).at(-1)
    if (stroke) this.#drawing = { stroke, until: now + DRAWING_MS }
  }

  #erase({ phase, points }: Of<'erase'>): void {
    const { rubbed, table, view } = this.#desk
    for (const point of points) {
      const at = toCloth(view.camera, point)
      this.#rub(this.#rubbedAt ?? at, at)
      this.#rubbedAt = at
    }
    if (phase !== 'end' && phase !== 'cancel') return
    this.#rubbedAt = null
    if (phase === 'end' && rubbed.size > 0) table.edit.eraseStrokes([...rubbed])
    rubbed.clear()
  }

  /** Marks the strokes of this seat (a host: of everybody) that lie under the rubber. */
  #rub(a: Point, b: Point): void {
    const { scene, seat, view, may, rubbed } = this.#desk
    const radius = RUBBER_PX / view.camera.scale
    const area = {
      left: Math.min(a[0], b[0]) - radius,
      top: Math.min(a[1], b[1]) - radius,
      right: Math.max(a[0], b[0]) + radius,
      bottom: Math.max(a[1], b[1]) + radius,
    }
    for (const ink of scene.inksIn(area)) {
      const mine = ink.seat === seat || may.has('others')
      if (mine && touches(ink.points, a, b, radius + ink.width / 2)) rubbed.add(ink.id)
    }
  }
}

/** The chair whose name was touched. */
function seatUnder(event: PointerEvent): Target | null {
  const element =
    event.target instanceof Element &&
    event.target.closest<HTMLElement>(`[data-item^='${SEAT_MARK}']`)
  const id = element ? element.dataset.item : undefined
  return id === undefined ? null : { id, movable: false }
}

function kindOf(event: PointerEvent): PointerKind {
  return event.pointerType === 'pen' || event.pointerType === 'touch' ? event.pointerType : 'mouse'
}

const whole = ([x, y]: Point): Point => [Math.round(x), Math.round(y)]
