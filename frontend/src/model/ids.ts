/** Ids and keys: how records are named and how a register's key is taken apart. */
import {
  PAIR_MARK,
  POSITION_MARK,
  POSITIONS,
  REGISTER_MARK,
  ROOTS,
  type Position,
  type RootName,
} from './schema.gen'
import { isId } from './fit'
import type { Id } from './types'

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
const ID_LENGTH = 16
/** The largest multiple of 36 in a byte: above it a byte would favour some letters. */
const FAIR = 252

/** A fresh id of 16 characters 0-9a-z. */
export function newId(): Id {
  let id = ''
  while (id.length < ID_LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(2 * ID_LENGTH))) {
      if (byte < FAIR && id.length < ID_LENGTH) id += ALPHABET[byte % 36]
    }
  }
  return id
}

/** A fresh id for a stroke of a drawing: the drawing's 16 characters and 16 of its own. */
export function newIdIn(drawing: Id): Id {
  return drawingOf(drawing) + newId()
}

/** The drawing that a stroke belongs to; a stroke with a short id is one by itself. */
export function drawingOf(stroke: Id): Id {
  return stroke.slice(0, ID_LENGTH)
}

/** The strokes, among these, of the drawing to which one belongs. */
export function strokesOf(strokes: Iterable<Id>, stroke: Id): Id[] {
  const drawing = drawingOf(stroke)
  return [...strokes].filter((id) => drawingOf(id) === drawing)
}

/** The one id of the tie between two things, in whichever order they are given. */
export function tieId(a: Id, b: Id): Id {
  return a < b ? a + PAIR_MARK + b : b + PAIR_MARK + a
}

/** The one id of an actor in a position. */
export function positionId(actor: Id, position: Position): Id {
  return actor + POSITION_MARK + position
}

/** A key in parts: a birth has no register; only a joint register has an `other`. */
export interface Key {
  id: Id
  other: Id | null
  register: string | null
}

/** What a key of `root` names; null when it follows no rule of the schema. */
export function parseKey(root: RootName, key: string): Key | null {
  const { key: made, birth, registers, joint } = ROOTS[root]
  const dot = key.indexOf(REGISTER_MARK)
  const head = dot < 0 ? key : key.slice(0, dot)
  const register = dot < 0 ? null : key.slice(dot + 1)
  if (made === 'fixed') return known(registers, key) ? { id: '', other: null, register: key } : null
  if (register !== null && known(joint, register)) return jointOf(head, register)
  const allowed = register === null ? birth !== null : known(registers, register)
  return allowed && FORMS[made](head) ? { id: head, other: null, register } : null
}

/** By how the keys of a root are made, whether this is the id of a record. */
const FORMS = {
  single: isId,
  tie: (id: string) => tieEnds(id) !== null,
  positioned: (id: string) => placeOf(id) !== null,
}

/** The two ends of a tie, or null when its id does not name two things in order. */
export function tieEnds(id: string): readonly [Id, Id] | null {
  const ends = halves(id, PAIR_MARK)
  return ends?.every(isId) && ends[0] < ends[1] ? ends : null
}

/** Which actor stands in which position, or null when the id does not say so. */
export function placeOf(id: string): { actor: Id; position: Position } | null {
  const [actor, position] = halves(id, POSITION_MARK) ?? []
  const named = POSITIONS.find((one) => one === position)
  return isId(actor) && named ? { actor, position: named } : null
}

function jointOf(head: string, register: string): Key | null {
  const pair = halves(head, PAIR_MARK)
  return pair?.every(isId) ? { id: pair[0], other: pair[1], register } : null
}

function known(names: object, name: string): boolean {
  return Object.hasOwn(names, name)
}

function halves(id: string, mark: string): readonly [string, string] | null {
  const at = id.indexOf(mark)
  return at < 0 ? null : [id.slice(0, at), id.slice(at + mark.length)]
}

/** The key of a register of a record. */
export function registerKey(id: Id, register: string): string {
  return id + REGISTER_MARK + register
}

/** The key of a register that stands between a record and another. */
export function jointKey(id: Id, other: Id, register: string): string {
  return id + PAIR_MARK + other + REGISTER_MARK + register
}
