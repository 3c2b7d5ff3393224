/**
 * Registers as they stand in the document, read with patience: a value that the schema does not
 * know counts as never written, and nothing here throws.
 */
import type { Key } from './ids'
import * as schema from './schema.gen'
import { DEFAULTS, ID_PATTERN, ROOTS, type RootName } from './schema.gen'
import type { Id } from './types'

/** What the document holds under one id: its birth, its registers, and who else belongs to it. */
export interface Raw {
  readonly root: RootName
  readonly id: Id
  birth: Readonly<Record<string, unknown>> | null
  values: Record<string, unknown>
  belonging: Map<Id, boolean>
}

const ENUMS: Record<string, readonly string[]> = {
  Instrument: schema.INSTRUMENTS,
  Shape: schema.SHAPES,
  Pen: schema.PENS,
  IngredientKind: schema.INGREDIENT_KINDS,
  ActorKind: schema.ACTOR_KINDS,
  Sphere: schema.SPHERES,
  Concreteness: schema.CONCRETENESSES,
  Basis: schema.BASES,
  ContactMode: schema.CONTACT_MODES,
  ContactStatus: schema.CONTACT_STATUSES,
  InvitationStatus: schema.INVITATION_STATUSES,
  ConvergenceState: schema.CONVERGENCE_STATES,
}
const ID = new RegExp(`^${ID_PATTERN}$`)

type Fit = (value: unknown) => unknown

const number: Fit = (value) => (Number.isFinite(value) ? (value as number) + 0 : undefined)
const text: Fit = (value) => (typeof value === 'string' ? value : undefined)

/** By kind, the value as the model takes it; undefined when it is of another kind. */
const FITS: Record<string, Fit> = {
  text,
  number,
  id: (value) => (typeof value === 'string' && ID.test(value) ? value : undefined),
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  point: (value) =>
    list(value, 2, (part) => (Number.isFinite(part) ? Math.round(part as number) + 0 : undefined)),
  date: text,
  pens: (value) => list(value, null, (pen) => member('Pen', pen)),
  gone: (value) =>
    isObject(value) ? { by: '', when: '', ...value, seen: texts(value.seen) } : undefined,
  bytes: (value) => (value instanceof Uint8Array ? value : undefined),
}

/** The value as this kind has it; undefined stands for never written. */
export function fit(kind: string, value: unknown): unknown {
  return FITS[kind] ? FITS[kind](value) : member(kind, value)
}

function member(kind: string, value: unknown): unknown {
  return ENUMS[kind]?.includes(value as string) ? value : undefined
}

function list(value: unknown, length: number | null, part: Fit): unknown {
  if (!Array.isArray(value) || (length !== null && value.length !== length)) return undefined
  const parts = value.map(part)
  return parts.includes(undefined) ? undefined : parts
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

export function emptyRaw(root: RootName, id: Id): Raw {
  return { root, id, birth: null, values: {}, belonging: new Map() }
}

/** Take over what now stands under `key`. */
export function takeOver(raw: Raw, key: Key, value: unknown): void {
  if (key.register === null) raw.birth = isObject(value) ? value : null
  else if (key.other !== null) setOrDrop(raw.belonging, key.other, fit('boolean', value))
  else raw.values[key.register] = fit(kindOf(raw.root, key.register), value)
}

/** A register's value, or what it means when it was never written. */
export function register<T>(raw: Raw, name: string): T {
  const value = raw.values[name] ?? (DEFAULTS[raw.root] as Record<string, unknown>)[name]
  return value as T
}

/** A field of the birth value, or null when it is missing or of another kind. */
export function born<T>(raw: Raw, name: string): T | null {
  const kinds = ROOTS[raw.root].birth as Record<string, string> | null
  return (fit(kinds?.[name] ?? '', raw.birth?.[name]) ?? null) as T | null
}

/** The ids that belong to a record, in order. */
export function members(raw: Raw): Id[] {
  return [...raw.belonging].flatMap(([id, belongs]) => (belongs ? [id] : [])).sort()
}

function kindOf(root: RootName, name: string): string {
  return (ROOTS[root].registers as Record<string, string>)[name] ?? ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}

function setOrDrop(map: Map<Id, boolean>, id: Id, value: unknown): void {
  if (value === undefined) map.delete(id)
  else map.set(id, value as boolean)
}
