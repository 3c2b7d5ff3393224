/** What people do at the cloth: choosing, opening, carrying, and what keys ask for. */
import { tick } from 'svelte'
import { zoomAt } from '../../cloth/camera'
import { SEAT_MARK } from '../../cloth/desk.svelte'
import type { Desk, Tool } from '../../cloth/desk.svelte'
import type { Wishes } from '../../cloth/hands'
import { nearest } from '../../cloth/items'
import type { Spot } from '../../cloth/items'
import { m } from '../../i18n/paraglide/messages.js'
import type { Command } from '../../input/keyboard'
import { THEME_ID } from '../../model/schema.gen'
import type { Id, Point } from '../../model/types'
import { announce } from '../controls/announce.svelte'
import { removeWithUndo } from '../dialogs/removal'
import { textOf } from '../naming'
import { boardPath, go } from '../router.svelte'
import { redo, undo } from '../undoing'
import { readingOrder } from './order'

export type Opened =
  | { kind: 'via' | 'tie' | 'move' | 'contact' | 'positions' | 'edit' | 'ask' | 'erase'; id: Id }
  | { kind: 'theme' | 'help' | 'undo' | 'redo' }

/** Two presses of Escape within this time are one wish. */
const TWICE_MS = 600

export class Deeds implements Wishes {
  /** The dialog that lies open. */
  opened = $state<Opened | null>(null)
  /** Where the next slip is wanted, when somebody pointed. */
  wanted = $state<Point | null>(null)
  /** The thing from which a line is drawn to the next thing that is tapped. */
  tying = $state<Id | null>(null)
  /** Asks the writing bar for the focus. */
  writes = $state(0)
  readonly desk: Desk
  #backAt = -Infinity

  constructor(desk: Desk) {
    this.desk = desk
  }

  get may() {
    return this.desk.may
  }

  /* Choosing */

  pick(id: Id | null): void {
    if (this.tying && id && id !== this.tying) {
      this.#tieTo(id)
      return
    }
    this.tying = null
    if (id === null) this.desk.group.clear()
    this.desk.selected = this.desk.selected === id ? null : id
    if (id) void this.#focus(id)
  }

  /** Writing in the bar for one's own slips; a dialog for the rest. */
  edit(id: Id): void {
    const { board } = this.desk.table
    this.desk.selected = id
    if (id === THEME_ID) this.open('theme')
    else if (board.ingredients.has(id)) this.#rewrite(id)
    else if (this.may.has('connect')) this.opened = { kind: 'edit', id }
  }

  /** Whether this person may change the words or the place of a slip. */
  mayChange(id: Id, deed: 'edit' | 'remove' | 'arrange'): boolean {
    const slip = this.desk.table.board.ingredients.get(id)
    if (!slip || !this.may.has(deed)) return false
    return slip.seat === this.desk.seat || this.may.has('others')
  }

  #rewrite(id: Id): void {
    if (!this.mayChange(id, 'edit')) return
    this.desk.editing = id
    this.writes += 1
  }

  write(at: Point): void {
    if (!this.may.has('write')) return
    this.wanted = at
    this.desk.editing = null
    this.writes += 1
  }

  menu(_place: Point, id: Id | null): void {
    this.desk.selected = id
  }

  open(kind: 'theme' | 'help' | 'undo' | 'redo'): void {
    this.opened = { kind }
  }

  openFor(kind: Exclude<Opened['kind'], 'theme' | 'help' | 'undo' | 'redo'>, id: Id): void {
    this.opened = { kind, id }
  }

  close(): void {
    this.opened = null
  }

  /** Take up a tool; what a lasso held is let go. */
  take(tool: Tool): void {
    this.desk.tool = tool
    if (tool !== 'lasso') this.desk.group.clear()
  }

  /* Carrying: tap, "verplaats", tap */

  carry(id: Id): void {
    this.desk.carrying = id
    announce(m.cloth_carrying({ text: textOf(this.desk.table.board, id) }))
  }

  put(id: Id, at: Point): void {
    this.desk.carrying = null
    this.desk.table.edit.moveTo(id, at)
    announce(m.cloth_put({ text: textOf(this.desk.table.board, id) }))
  }

  /** Move all that the lasso holds by millimetres, as one step. */
  shift(by: Point): void {
    const { group, scene } = this.desk
    const things = [...group].flatMap((id) => scene.items.get(id) ?? [])
    this.desk.shift(
      things.map(({ id, at }) => [id, at]),
      by,
    )
  }

  /** Take a thing into the group, or out of it: the lasso by keys and by taps. */
  gather(id: Id): void {
    const { group, table } = this.desk
    const text = textOf(table.board, id)
    if (group.delete(id)) announce(m.cloth_let_go({ text, count: group.size }))
    else announce(m.cloth_gathered({ text, count: group.add(id).size }))
    this.desk.selected = null
    void this.#focus(id)
  }

  /** What goes along when a thing is moved: all that was chosen with it, or it alone. */
  moved(id: Id): Id[] {
    const { group, scene } = this.desk
    return group.has(id) ? [...group].filter((one) => scene.items.has(one)) : [id]
  }

  /* Turning: "draai naar" */

  /** Turn a slip for all to be read from somebody's seat; null: from its own. */
  turn(id: Id, seat: Id | null): void {
    const { scene, table, names } = this.desk
    const rim = seat === null ? undefined : scene.rims.get(seat)
    table.edit.turnTo(id, rim ? rim.facing : null)
    const text = textOf(table.board, id)
    announce(
      seat === null
        ? m.cloth_turned_back({ text })
        : m.cloth_turned({ text, seat: names.seat(seat) }),
    )
  }

  /* Lines: "trek een lijn", tap */

  tieFrom(id: Id): void {
    this.tying = id
    announce(m.cloth_tying({ text: textOf(this.desk.table.board, id) }))
  }

  #tieTo(id: Id): void {
    const { table } = this.desk
    const from = this.tying
    this.tying = null
    if (!from || !mayTie(this.desk, from, id)) {
      announce(m.cloth_tie_not())
      return
    }
    const tie = table.edit.tie(from, id)
    announce(m.cloth_tied({ one: textOf(table.board, from), other: textOf(table.board, id) }))
    this.desk.selected = from
    this.opened = { kind: 'edit', id: tie }
  }

  /* Keys */

  command(command: Command): void {
    const chosen = this.focused() ?? this.desk.selected
    if (command.do === 'go') this.#walk(command.way, chosen)
    else if (command.do === 'turn') this.#turn(command.by)
    else if (command.do === 'zoom') this.zoom(command.by)
    else this.#simple(command.do, chosen)
  }

  zoom(by: 1 | -1): void {
    const { view } = this.desk
    const [width, height] = view.camera.size
    view.fly(zoomAt(view.camera, [width / 2, height / 2], by === 1 ? 1.4 : 1 / 1.4))
  }

  #turn(by: 1 | -1): void {
    this.desk.step(by)
    const seat = this.desk.visiting ?? this.desk.seat
    if (seat) announce(m.cloth_at_rim({ seat: this.desk.names.seat(seat) }))
  }

  #simple(what: Exclude<Command['do'], 'go' | 'turn' | 'zoom'>, chosen: Id | null): void {
    const always: Partial<Record<typeof what, () => void>> = {
      theme: () => this.#reach(THEME_ID),
      new: () => this.#new(),
      help: () => this.open('help'),
      undo: () => this.undo(),
      redo: () => this.redo(),
      back: () => this.back(),
      own: () => this.home(),
      all: () => this.desk.showAll(),
      lift: () => (this.desk.lifted = true),
      list: () => this.toList(),
      after: () => this.#read(chosen, 1),
      before: () => this.#read(chosen, -1),
      open: () => (chosen ? this.#press(chosen) : this.#new()),
    }
    const act = always[what]
    if (act) act()
    else if (chosen) this.#withChosen(what, chosen)
  }

  #withChosen(what: Command['do'], id: Id): void {
    const { board } = this.desk.table
    const isActor = board.actors.has(id)
    const acts: Partial<Record<Command['do'], () => boolean | void>> = {
      edit: () => this.edit(id),
      connect: () => this.may.has('connect') && !isActor && this.openFor('via', id),
      tie: () => this.may.has('tie') && this.openFor('tie', id),
      move: () => this.mayMove(id) && this.openFor('move', id),
      positions: () => this.may.has('position') && isActor && this.openFor('positions', id),
      contact: () => this.may.has('contact') && isActor && this.openFor('contact', id),
      ask: () => this.may.has('ask') && !isActor && this.openFor('ask', id),
      remove: () => this.mayRemove(id) && this.remove(id),
      gather: () => this.mayMove(id) && this.gather(id),
    }
    acts[what]?.()
  }

  mayMove(id: Id): boolean {
    const item = this.desk.scene.item(id)
    return item !== undefined && this.desk.mayMove(item)
  }

  mayRemove(id: Id): boolean {
    const { board } = this.desk.table
    if (board.ingredients.has(id)) return this.mayChange(id, 'remove')
    return board.actors.has(id) && this.may.has('connect')
  }

  remove(id: Id): void {
    removeWithUndo(this.desk.table, id, textOf(this.desk.table.board, id))
    this.desk.selected = null
    this.toCloth()
  }

  /** Gives the cloth the focus. */
  toCloth(): void {
    document.querySelector<HTMLElement>('[data-cloth]')?.focus()
  }

  #press(id: Id): void {
    if (this.desk.carrying) {
      const item = this.desk.scene.item(id)
      if (item) this.put(this.desk.carrying, item.at)
    } else if (this.tying && this.tying !== id) this.#tieTo(id)
    else this.desk.selected = id
  }

  #new(): void {
    if (this.may.has('write') || this.may.has('name')) {
      this.desk.editing = null
      this.wanted = null
      this.writes += 1
    }
  }

  /** One level back; at the bottom, and from anywhere when asked twice, one's own seat. */
  back(now = performance.now()): void {
    const { desk } = this
    const twice = now - this.#backAt < TWICE_MS
    this.#backAt = now
    if (twice) this.#leaveAll()
    else if (desk.carrying || this.tying) desk.carrying = this.tying = null
    else if (desk.editing) desk.editing = null
    else if (desk.selected) desk.selected = null
    else if (desk.group.size > 0) desk.group.clear()
    else if (desk.tool !== 'hand') desk.tool = 'hand'
    else this.home()
  }

  #leaveAll(): void {
    const { desk } = this
    desk.carrying = this.tying = desk.editing = desk.selected = null
    desk.tool = 'hand'
    this.home()
  }

  home(): void {
    this.desk.sit(this.desk.seat)
    announce(m.cloth_home_said())
  }

  toList(): void {
    const item = this.focused() ?? this.desk.selected
    const hash = item ? `#${item}` : ''
    go(boardPath(this.desk.table.id, 'list') + location.search + hash)
  }

  /* Undo */

  undo(sure = false): void {
    undo(this.desk.table, () => this.open('undo'), sure)
  }

  redo(sure = false): void {
    redo(this.desk.table, () => this.open('redo'), sure)
  }

  /* Walking with the keys */

  #walk(way: 'left' | 'right' | 'up' | 'down', from: Id | null): void {
    const { view } = this.desk
    const origin = (from && this.desk.placeOf(from)) || view.camera.centre
    const next = nearest(this.#reachable(from), origin, way, view.camera)
    if (next) this.#reach(next.id)
  }

  /** To what comes after or before in the order of reading; everything is passed once. */
  #read(from: Id | null, by: 1 | -1): void {
    const ids = readingOrder(this.desk)
    const at = from === null ? -1 : ids.indexOf(from)
    const next = ids[at < 0 && by < 0 ? ids.length - 1 : (at + by + ids.length) % ids.length]
    if (next) this.#reach(next)
  }

  /** Everything the arrow keys can come to: theme, notes, schakels and chairs. */
  *#reachable(except: Id | null): Iterable<Spot> {
    const { scene } = this.desk
    for (const item of [scene.theme, ...scene.items.values()])
      if (item.id !== except && this.desk.shows(item))
        yield { id: item.id, at: this.desk.drawn(item).at }
    for (const seat of this.desk.seats) {
      const at = this.desk.placeOf(SEAT_MARK + seat)
      if (at && SEAT_MARK + seat !== except) yield { id: SEAT_MARK + seat, at }
    }
  }

  /** Chooses an item that was left in the list, with the focus on it. */
  come(id: Id): void {
    this.desk.selected = id
    this.desk.walked = id
    this.desk.reveal(id)
    void this.#focus(id)
  }

  /** Brings an item into sight and gives it the focus. */
  #reach(id: Id): void {
    this.desk.reveal(id)
    this.desk.selected = this.desk.selected === null ? null : id
    this.desk.walked = id
    void this.#focus(id)
  }

  async #focus(id: Id): Promise<void> {
    await tick()
    const element = document.querySelector<HTMLElement>(`[data-item="${id}"]`)
    element?.focus({ preventScroll: true })
  }

  /** The item that has the keyboard's focus. */
  focused(): Id | null {
    const element = document.activeElement?.closest<HTMLElement>('[data-item]')
    return element?.dataset.item ?? null
  }
}

/** Lines run between the theme and a schakel, two schakels, or a schakel and an ingredient. */
export function mayTie(desk: Desk, one: Id, other: Id): boolean {
  const { board } = desk.table
  const actors = [one, other].filter((id) => board.actors.has(id)).length
  const known = [one, other].every(
    (id) => id === THEME_ID || board.actors.has(id) || board.ingredients.has(id),
  )
  return known && one !== other && actors > 0
}
