/** Ids and keys: how records are named and how a register's key is taken apart. */
import {
  PAIR_MARK,
  POSITION_MARK,
  REGISTER_MARK,
  ROOTS,
  type Position,
  type RootName,
} from './schema.gen'
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

/** The one id of the tie between two things, in whichever order they are given. */
export function tieId(a: Id, b: Id): Id {
  return a < b ? a + PAIR_MARK + b : b + PAIR_MARK + a
}

/** The one id of an actor in a position. */
export function positionId(actor: Id, position: Position): Id {
  return actor + POSITION_MARK + position
}

/** The two halves of a tie's or an involvement's id. */
export function halves(id: Id, mark: string): readonly [string, string] | null {
  const at = id.indexOf(mark)
  return at < 0 ? null : [id.slice(0, at), id.slice(at + mark.length)]
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
  if (made === 'fixed') return key in registers ? { id: '', other: null, register: key } : null
  const dot = key.indexOf(REGISTER_MARK)
  if (dot < 0) return birth === null ? null : { id: key, other: null, register: null }
  const id = key.slice(0, dot)
  const register = key.slice(dot + 1)
  if (register in registers) return { id, other: null, register }
  const pair = register in joint ? halves(id, PAIR_MARK) : null
  return pair && { id: pair[0], other: pair[1], register }
}

/** The key of a register of a record. */
export function registerKey(id: Id, register: string): string {
  return id + REGISTER_MARK + register
}

/** The key of a register that stands between a record and another. */
export function jointKey(id: Id, other: Id, register: string): string {
  return id + PAIR_MARK + other + REGISTER_MARK + register
}
