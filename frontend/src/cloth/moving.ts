/** Things in hand: one that is dragged, or all that a lasso went round. */
import type { Gesture } from '../input/gesture'
import { drawingOf } from '../model/ids'
import type { Id, Point } from '../model/types'
import { bounds, toCloth } from './camera'
import type { Desk } from './desk.svelte'
import { shifted } from './geometry'
import { DRYING_MS } from './scene.svelte'

type Drag = Extract<Gesture, { type: 'drag' }>
type Trail = Extract<Gesture, { points: readonly Point[] }>

/** Others see no more than these on their way; the rest follows when it is laid down. */
const SHOWN = 40

export class Moving {
  readonly #desk: Desk
  #from: Point = [0, 0]
  #places = new Map<Id, Point>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  drag({ phase, from, at, target }: Drag): void {
    const { view, scene, table } = this.#desk
    if (phase === 'start') {
      this.#take(target, toCloth(view.camera, from))
      return
    }
    const by = this.#by(toCloth(view.camera, at))
    if (phase === 'move') {
      for (const [id, place] of shifted(this.#places, by)) scene.move(id, place)
      this.#desk.carried = by
      table.presence.set({ drag: this.#shown(by) })
      return
    }
    if (phase === 'end') this.#desk.shift(this.#places, by)
    for (const id of this.#places.keys()) scene.settle(id)
    table.presence.set({ drag: null })
    this.#desk.gripped = null
    setTimeout(() => (this.#desk.carried = null), phase === 'end' ? DRYING_MS : 0)
  }

  #take(target: Id, from: Point): void {
    const { scene, group } = this.#desk
    if (!group.has(target)) group.clear()
    this.#from = from
    this.#places = new Map()
    for (const id of group.size > 0 ? group : [target]) {
      const item = scene.item(id)
      // From where it is seen, so that it does not jump when it is taken up.
      if (item && this.#desk.mayMove(item)) this.#places.set(id, this.#desk.drawn(item).at)
    }
    this.#desk.gripped = target
  }

  #by([x, y]: Point): Point {
    return [Math.round(x - this.#from[0]), Math.round(y - this.#from[1])]
  }

  #shown(by: Point): Record<Id, Point> {
    return Object.fromEntries(shifted([...this.#places].slice(0, SHOWN), by))
  }

  lasso({ phase, points }: Trail): void {
    const { view } = this.#desk
    const trail = points.map((point) => toCloth(view.camera, point))
    if (phase === 'start') this.#desk.lasso = trail
    else if (phase === 'move') this.#desk.lasso = [...this.#desk.lasso, ...trail]
    else {
      if (phase === 'end') this.#gather(this.#desk.lasso)
      this.#desk.lasso = []
    }
  }

  /** Takes what lies within a trail, as far as this person may move it. */
  #gather(trail: readonly Point[]): void {
    const { group, scene, seat, may } = this.#desk
    group.clear()
    if (trail.length < 3) return
    this.#desk.selected = null
    const area = bounds(trail)
    for (const item of scene.itemsIn(area)) {
      const inside = within(trail, this.#desk.drawn(item).at)
      if (inside && this.#desk.shows(item) && this.#desk.mayMove(item)) group.add(item.id)
    }
    if (!may.has('draw')) return
    const drawings = new Set(
      scene
        .inksIn(area)
        .filter((ink) => ink.seat === seat && within(trail, middleOf(ink.box)))
        .map(({ id }) => drawingOf(id)),
    )
    for (const id of scene.inks.keys()) if (drawings.has(drawingOf(id))) group.add(id)
  }
}

const middleOf = ({ left, top, right, bottom }: ReturnType<typeof bounds>): Point => [
  (left + right) / 2,
  (top + bottom) / 2,
]

/** Whether a point lies within a closed trail, by the lines it crosses to the right. */
export function within(trail: readonly Point[], [x, y]: Point): boolean {
  let inside = false
  trail.forEach(([bx, by], index) => {
    const [ax, ay] = trail.at(index - 1) ?? [bx, by]
    const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax
    if (crosses) inside = !inside
  })
  return inside
}
