/**
 * What fingers, pens and mice mean: events in, gestures out, nothing else.
 *
 * A second finger turns a fresh stroke into a pinch, a palm near a pen is ignored, and a pointer
 * that is taken away finishes its stroke. The shell gives times and asks for `tick` at `wake`.
 */
import type { Id, Point } from '../model/types'
import type { Down, End, Gesture, Move, Pair, Phase, PointerInput } from './gesture'
import type { PointerKind, Policy, Target } from './gesture'

type Role = 'press' | 'pan' | 'drag' | Drawing | 'pinch' | 'idle'
/** The roles that leave a trail of points. */
type Drawing = 'ink' | 'erase' | 'lasso'
interface Contact {
  readonly id: number
  readonly kind: PointerKind
  readonly role: Role
  readonly start: Point
  readonly last: Point
  readonly time: number
  readonly target: Target | null
  readonly gripped: boolean
  /** Whether moving over an empty place goes round things instead of moving the cloth. */
  readonly lassoes: boolean
}
interface Held {
  readonly stroke: string
  readonly until: number
}
export interface PointerState {
  readonly contacts: readonly Contact[]
  readonly pinch: { readonly ids: readonly [number, number]; readonly from: Pair } | null
  /** Finger strokes that ended and wait a moment for a pen that would prove them a palm. */
  readonly held: readonly Held[]
  readonly penAt: number
  readonly penSeen: boolean
  readonly tapped: { readonly at: Point; readonly time: number; readonly target: Id | null } | null
}

export const START: PointerState = {
  contacts: [],
  pinch: null,
  held: [],
  penAt: -Infinity,
  penSeen: false,
  tapped: null,
}

const GRIP_MS = 300
const MENU_MS = 500
const PALM_MS = 500
const HOLD_MS = 300
const SECOND_FINGER_MS = 120
const SECOND_FINGER_PX = 12
const STILL_PX: Record<PointerKind, number> = { mouse: 4, pen: 6, touch: 10 }

type Step = readonly [PointerState, readonly Gesture[]]

/** The next state, and what the event means. */
export function reduce(state: PointerState, input: PointerInput, policy: Policy): Step {
  if (input.type === 'tick') return tick(state, input.time)
  if (input.type === 'down') return down(state, input, policy)
  const contact = state.contacts.find(({ id }) => id === input.id)
  if (!contact) return [state, []]
  return input.type === 'move' ? move(state, contact, input) : end(state, contact, input)
}

/** Browsers use pointer numbers again; with its first moment a stroke has a name of its own. */
const strokeOf = (contact: Contact) => `${contact.id}@${contact.time}`

const leavesTrail = (role: Role): role is Drawing =>
  role === 'ink' || role === 'erase' || role === 'lasso'

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])

function put(state: PointerState, contact: Contact): PointerState {
  const others = state.contacts.filter(({ id }) => id !== contact.id)
  return { ...state, contacts: [...others, contact] }
}

function drop(state: PointerState, id: number): PointerState {
  return { ...state, contacts: state.contacts.filter((contact) => contact.id !== id) }
}

/* Down */

function down(state: PointerState, input: Down, policy: Policy): Step {
  const contact: Contact = {
    id: input.id,
    kind: input.kind,
    role: 'press',
    start: input.at,
    last: input.at,
    time: input.time,
    target: input.target,
    gripped: false,
    lassoes: policy.tool === 'lasso',
  }
  if (input.kind === 'pen') return penDown(state, contact, input, policy)
  if (input.kind === 'touch' && state.contacts.some(({ kind }) => kind !== 'mouse'))
    return anotherTouch(state, contact)
  if (input.kind === 'touch' && input.time - state.penAt < PALM_MS)
    return [put(state, { ...contact, role: 'idle' }), []]
  if (input.kind === 'mouse' && input.button === 2)
    return [
      put(state, { ...contact, role: 'idle' }),
      [{ type: 'menu', at: input.at, target: input.target?.id ?? null, kind: 'mouse' }],
    ]
  return begin(state, contact, input, policy)
}

/** The role a lone contact takes at once. */
function roleOf(input: Down, policy: Policy): Role {
  if (input.button === 1 || input.pans) return 'pan'
  if (input.eraser) return 'erase'
  const draws = input.kind !== 'touch' || policy.fingerDraws
  if (policy.tool === 'pen' && draws) return 'ink'
  if (policy.tool === 'eraser' && draws) return 'erase'
  return 'press'
}

function begin(state: PointerState, contact: Contact, input: Down, policy: Policy): Step {
  const role = roleOf(input, policy)
  const next = put(state, { ...contact, role })
  if (role === 'ink' || role === 'erase')
    return [next, [{ type: role, phase: 'start', stroke: strokeOf(contact), points: [input.at] }]]
  if (role === 'press' && contact.kind !== 'mouse')
    return [
      next,
      [{ type: 'wake', at: contact.time + (contact.target?.movable ? GRIP_MS : MENU_MS) }],
    ]
  return [next, []]
}

/** A pen ends whatever fingers were doing: they were a palm. */
function penDown(state: PointerState, contact: Contact, input: Down, policy: Policy): Step {
  const gestures: Gesture[] = state.penSeen ? [] : [{ type: 'pen' }]
  for (const touch of state.contacts) gestures.push(...abandon(touch))
  for (const { stroke } of state.held)
    gestures.push({ type: 'ink', phase: 'cancel', stroke, points: [] })
  if (state.pinch) gestures.push(pinchGesture(state, 'end'))
  const cleared: PointerState = {
    ...state,
    contacts: state.contacts.map((touch) => ({ ...touch, role: 'idle' as const })),
    held: [],
    pinch: null,
    penSeen: true,
    penAt: Infinity,
  }
  const [next, more] = begin(cleared, contact, input, policy)
  return [next, [...gestures, ...more]]
}

/** What undoes a contact that turned out to mean something else. */
function abandon(contact: Contact): Gesture[] {
  if (leavesTrail(contact.role))
    return [{ type: contact.role, phase: 'cancel', stroke: strokeOf(contact), points: [] }]
  if (contact.role === 'drag' && contact.target) return [dragGesture(contact, 'cancel')]
  return []
}

/** Exactly two fingers pinch; a finger beside a pen, a drag or a settled stroke is ignored. */
function anotherTouch(state: PointerState, contact: Contact): Step {
  const ignored: Step = [put(state, { ...contact, role: 'idle' }), []]
  const fingers = state.contacts.filter(({ kind }) => kind === 'touch')
  const first = fingers[0]
  if (fingers.length !== 1 || !first || state.contacts.length !== 1) return ignored
  if (!mayPinch(first, contact.time)) return ignored
  const gestures = abandon(first)
  const pair: Pair = [first.last, contact.start]
  const joined = put(put(state, { ...first, role: 'pinch' }), { ...contact, role: 'pinch' })
  const next = { ...joined, pinch: { ids: [first.id, contact.id] as const, from: pair } }
  return [next, [...gestures, { type: 'pinch', phase: 'start', from: pair, to: pair }]]
}

function mayPinch(first: Contact, time: number): boolean {
  if (leavesTrail(first.role))
    return (
      time - first.time < SECOND_FINGER_MS || distance(first.start, first.last) < SECOND_FINGER_PX
    )
  return first.role === 'press' || first.role === 'pan'
}

/* Move */

function move(state: PointerState, contact: Contact, input: Move): Step {
  const moved = { ...contact, last: input.at }
  const next = put(state, moved)
  if (leavesTrail(contact.role)) {
    const points = input.points?.length ? input.points : [input.at]
    return [next, [{ type: contact.role, phase: 'move', stroke: strokeOf(contact), points }]]
  }
  switch (contact.role) {
    case 'press':
      return leavePress(state, contact, input.at)
    case 'pan':
      return [next, [panGesture(contact.last, input.at)]]
    case 'drag':
      return [next, [dragGesture(moved, 'move')]]
    case 'pinch':
      return [next, [pinchGesture(next, 'move')]]
    case 'idle':
      return [next, []]
  }
}

const panGesture = (from: Point, to: Point): Gesture => ({
  type: 'pan',
  dx: to[0] - from[0],
  dy: to[1] - from[1],
})

const dragGesture = (contact: Contact, phase: Phase): Gesture => ({
  type: 'drag',
  phase,
  from: contact.start,
  at: contact.last,
  target: contact.target?.id ?? '',
})

function pinchGesture(state: PointerState, phase: 'start' | 'move' | 'end'): Gesture {
  const { ids, from } = state.pinch ?? {
    ids: [-1, -1],
    from: [
      [0, 0],
      [0, 0],
    ] as const,
  }
  const place = (id: number | undefined, before: Point) =>
    state.contacts.find((contact) => contact.id === id)?.last ?? before
  return { type: 'pinch', phase, from, to: [place(ids[0], from[0]), place(ids[1], from[1])] }
}

/** A press that moves becomes a drag when it holds something, a pan otherwise. */
function leavePress(state: PointerState, contact: Contact, at: Point): Step {
  if (distance(contact.start, at) <= STILL_PX[contact.kind])
    return [put(state, { ...contact, last: at }), []]
  const drags = contact.target?.movable && (contact.kind !== 'touch' || contact.gripped)
  if (!drags && contact.lassoes) return beginLasso(state, contact, at)
  const moved: Contact = { ...contact, last: at, role: drags ? 'drag' : 'pan' }
  const next = put(state, moved)
  if (!drags) return [next, [panGesture(contact.start, at)]]
  return [
    next,
    [dragGesture({ ...moved, last: contact.start }, 'start'), dragGesture(moved, 'move')],
  ]
}

function beginLasso(state: PointerState, contact: Contact, at: Point): Step {
  const next = put(state, { ...contact, last: at, role: 'lasso' })
  const stroke = strokeOf(contact)
  return [
    next,
    [
      { type: 'lasso', phase: 'start', stroke, points: [contact.start] },
      { type: 'lasso', phase: 'move', stroke, points: [at] },
    ],
  ]
}

/* Up and cancel */

function end(state: PointerState, contact: Contact, input: End): Step {
  const cancelled = input.type === 'cancel'
  const penAt = contact.kind === 'pen' ? input.time : state.penAt
  const rest = { ...drop(state, contact.id), penAt }
  if (leavesTrail(contact.role)) return endTrail(rest, contact, contact.role, input)
  switch (contact.role) {
    case 'press':
      return cancelled ? [rest, []] : release(rest, contact, input.time)
    case 'drag': {
      const last = cancelled ? contact : { ...contact, last: input.at }
      return [rest, [dragGesture(last, cancelled ? 'cancel' : 'end')]]
    }
    case 'pinch':
      return endPinch(state, rest)
    default:
      return [rest, []]
  }
}

/** Ink that is taken away stays as far as it came; a lasso that is taken away takes nothing. */
function endTrail(state: PointerState, contact: Contact, type: Drawing, input: End): Step {
  if (type === 'ink') return endInk(state, contact, input.time)
  const phase = type === 'lasso' && input.type === 'cancel' ? 'cancel' : 'end'
  return [state, [{ type, phase, stroke: strokeOf(contact), points: [] }]]
}

/** A finger's stroke waits: a pen that follows at once shows it was a palm. */
function endInk(state: PointerState, contact: Contact, time: number): Step {
  if (contact.kind !== 'touch')
    return [state, [{ type: 'ink', phase: 'end', stroke: strokeOf(contact), points: [] }]]
  const until = time + HOLD_MS
  const held = [...state.held, { stroke: strokeOf(contact), until }]
  return [{ ...state, held }, [{ type: 'wake', at: until }]]
}

function endPinch(before: PointerState, rest: PointerState): Step {
  const contacts = rest.contacts.map((contact) =>
    contact.role === 'pinch' ? { ...contact, role: 'idle' as const } : contact,
  )
  return [{ ...rest, contacts, pinch: null }, [pinchGesture(before, 'end')]]
}

const DOUBLE_MS = 300
const DOUBLE_PX = 24

/** A press that ends where it began: a tap, a second tap, or (held long) the menu. */
function release(state: PointerState, contact: Contact, time: number): Step {
  const target = contact.target?.id ?? null
  const at = contact.start
  if (contact.kind !== 'mouse' && time - contact.time >= MENU_MS)
    return [{ ...state, tapped: null }, [{ type: 'menu', at, target, kind: contact.kind }]]
  const before = state.tapped
  const twice =
    before !== null &&
    time - before.time <= DOUBLE_MS &&
    distance(before.at, at) <= DOUBLE_PX &&
    before.target === target
  return [
    { ...state, tapped: twice ? null : { at, time, target } },
    [{ type: twice ? 'doubleTap' : 'tap', at, target, kind: contact.kind }],
  ]
}

/* Time */

/**
 * Long presses and strokes that waited. On something that can be dragged the menu opens on
 * release, so that there is time to see the grip and to start moving.
 */
function tick(state: PointerState, time: number): Step {
  const gestures: Gesture[] = []
  const contacts = state.contacts.map((contact) => {
    if (contact.role !== 'press' || contact.kind === 'mouse') return contact
    const [next, more] = wait(contact, time)
    gestures.push(...more)
    return next
  })
  const due = state.held.filter(({ until }) => until <= time)
  for (const { stroke } of due) gestures.push({ type: 'ink', phase: 'end', stroke, points: [] })
  const held = state.held.filter(({ until }) => until > time)
  return [{ ...state, contacts, held }, gestures]
}

function wait(contact: Contact, time: number): readonly [Contact, readonly Gesture[]] {
  const waited = time - contact.time
  return contact.target?.movable
    ? waitToGrip(contact, contact.target.id, waited)
    : waitForMenu(contact, waited)
}

function waitToGrip(contact: Contact, target: Id, waited: number): [Contact, Gesture[]] {
  if (contact.gripped || waited < GRIP_MS) return [contact, []]
  return [{ ...contact, gripped: true }, [{ type: 'grip', at: contact.start, target }]]
}

function waitForMenu(contact: Contact, waited: number): [Contact, Gesture[]] {
  if (waited < MENU_MS) return [contact, [{ type: 'wake', at: contact.time + MENU_MS }]]
  const { start, kind, target } = contact
  return [
    { ...contact, role: 'idle' },
    [{ type: 'menu', at: start, target: target?.id ?? null, kind }],
  ]
}
