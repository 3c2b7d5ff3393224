/** The words of the pointer state machine: what comes in, and what it may mean. */
import type { Id, Point } from '../model/types'

export type PointerKind = 'mouse' | 'touch' | 'pen'
export interface Target {
  readonly id: Id
  readonly movable: boolean
}
export interface Down {
  readonly type: 'down'
  readonly id: number
  readonly kind: PointerKind
  readonly at: Point
  readonly time: number
  readonly button: number
  readonly target: Target | null
  /** The far end of a pen, or its side button. */
  readonly eraser?: boolean
  /** Space is held: the cloth moves, whatever the tool. */
  readonly pans?: boolean
}
export interface Move {
  readonly type: 'move'
  readonly id: number
  readonly at: Point
  readonly time: number
  /** The points the screen skipped, oldest first, the last one at `at`. */
  readonly points?: readonly Point[]
}
export interface End {
  readonly type: 'up' | 'cancel'
  readonly id: number
  readonly at: Point
  readonly time: number
}
export interface Tick {
  readonly type: 'tick'
  readonly time: number
}
export type PointerInput = Down | Move | End | Tick

/** What the chosen tool does with an empty place: move the cloth, draw, rub out, or go round. */
export interface Policy {
  readonly tool: 'hand' | 'pen' | 'eraser' | 'lasso'
  /** Whether a finger draws when the tool does; off once a pen was seen. */
  readonly fingerDraws: boolean
}

export type Phase = 'start' | 'move' | 'end' | 'cancel'
export type Pair = readonly [Point, Point]
export type Gesture =
  | { type: 'tap' | 'doubleTap' | 'menu'; at: Point; target: Id | null; kind: PointerKind }
  | { type: 'grip'; at: Point; target: Id }
  | { type: 'drag'; phase: Phase; from: Point; at: Point; target: Id }
  | { type: 'pan'; dx: number; dy: number }
  | { type: 'pinch'; phase: 'start' | 'move' | 'end'; from: Pair; to: Pair }
  | { type: 'ink' | 'erase' | 'lasso'; phase: Phase; stroke: string; points: readonly Point[] }
  | { type: 'pen' }
  | { type: 'wake'; at: number }
