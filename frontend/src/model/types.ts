/** Plain values of the cloth as the interface sees them; one object per record. */
import type {
  ActorKind,
  Basis,
  Concreteness,
  ContactMode,
  ContactStatus,
  ConvergenceState,
  IngredientKind,
  Instrument,
  InvitationStatus,
  Pen,
  Position,
  Shape,
  Sphere,
} from './schema.gen'

export type Id = string
/** Whole millimetres on the cloth, origin top left, y down. */
export type Point = readonly [number, number]

/** A soft delete: who, when, and which ties the deleter saw. */
export interface Gone {
  by: Id
  when: string
  seen: readonly Id[]
}

export interface Meta {
  instrument: Instrument
  sizeMm: Point
  shape: Shape
}
export interface Theme {
  text: string
  broughtBy: Id | null
  released: string | null
}
export interface ThemeName {
  id: Id
  text: string
  by: Id | null
  chosen: boolean
}
/** `angle`: degrees clockwise, 0 at the bottom edge of the cloth. */
export interface Seat {
  id: Id
  angle: number
  label: string
  actor: Id | null
  pens: readonly Pen[]
  host: boolean
}
export interface Ingredient {
  id: Id
  text: string
  seat: Id
  pen: Pen
  at: Point | null
  kind: IngredientKind
  actor: Id | null
  turn: number | null
  late: boolean
  secondOf: Id | null
  gone: Gone | null
}
export interface Actor {
  id: Id
  label: string
  kind: ActorKind
  sphere: Sphere
  concreteness: Concreteness
  function: string
  onCloth: boolean
  at: Point | null
  by: Id | null
  sameAs: Id | null
  gone: Gone | null
  /** Deleted by one, tied by another: a ghost to restore or confirm. */
  contested: boolean
}
export interface Tie {
  id: Id
  ends: readonly [Id, Id]
  basis: Basis
  evidence: string
  by: Id | null
  gone: Gone | null
}
export interface Story {
  actor: Id
  text: string
  inspiredBy: readonly Id[]
}
export interface Contact {
  id: Id
  mode: ContactMode
  status: ContactStatus
  members: readonly Id[]
  who: Id | null
  when: string | null
  shared: boolean
  by: Id | null
  gone: Gone | null
}
/** `id` is `actor:position`. */
export interface Involvement {
  id: Id
  actor: Id
  position: Position
  basis: Basis
  evidence: string
  since: string | null
  until: string | null
  by: Id | null
}
export interface Invitation {
  id: Id
  actor: Id
  position: Position
  text: string
  status: InvitationStatus
  by: Id | null
}
export interface Convergence {
  id: Id
  ingredients: readonly Id[]
  label: string
  state: ConvergenceState
  by: Id | null
}
export interface Question {
  id: Id
  on: Id
  by: Id | null
  text: string
  answer: string
  gone: Gone | null
}
export interface Stroke {
  id: Id
  seat: Id
  pen: Pen
  width: number
  points: Uint8Array
  caption: string
}

/** Who writes: stands in births and in `gone`; `seat` also scopes undo. */
export interface Author {
  participant: Id
  seat: Id
}
