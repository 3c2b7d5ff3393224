/** Registers gathered by record, each value fit for its kind. */
import { fit, isObject } from './fit'
import type { Key } from './ids'
import { DEFAULTS, ROOTS, type RootName } from './schema.gen'
import type { Gone, Id } from './types'

/** What the document holds under one id: its birth, its registers, and who else belongs to it. */
export interface Raw {
  readonly root: RootName
  readonly id: Id
  /** The fields of the birth value that fit; null when nothing was born here. */
  birth: Readonly<Record<string, unknown>> | null
  values: Record<string, unknown>
  /** Who is said to belong here; null as long as nobody was. */
  belonging: Set<Id> | null
}

export function emptyRaw(root: RootName, id: Id): Raw {
  return { root, id, birth: null, values: {}, belonging: null }
}

/** Forget all that stood under a record's keys. */
export function empty(raw: Raw): void {
  raw.birth = null
  raw.values = {}
  raw.belonging = null
}

/** Take over what now stands under `key`. */
export function takeOver(raw: Raw, key: Key, value: unknown): void {
  if (key.register === null) raw.birth = isObject(value) ? birthOf(raw.root, value) : null
  else if (key.other === null)
    raw.values[key.register] = fit(KINDS[raw.root].registers[key.register] ?? '', value)
  else if (value === true) (raw.belonging ??= new Set()).add(key.other)
  else raw.belonging?.delete(key.other)
}

/** A register's value, or what it means when it was never written. */
export function register<T>(raw: Raw, name: string): T {
  const value = raw.values[name] ?? (DEFAULTS[raw.root] as Record<string, unknown>)[name]
  return value as T
}

/** Who laid a record in the bin, or null. */
export function goneOf(raw: Raw): Gone | null {
  return (raw.values.gone as Gone | undefined) ?? null
}

/** The ids that belong to a record, in order. */
export function members(raw: Raw): Id[] {
  return [...(raw.belonging ?? [])].sort()
}

type Kinds = Record<string, string>

/** By root, the fields of the birth value with their kinds, and the kinds of the registers. */
const KINDS = Object.fromEntries(
  Object.entries(ROOTS).map(([root, { birth, registers }]) => {
    return [root, { birth: Object.entries<string>(birth ?? {}), registers: registers as Kinds }]
  }),
) as Record<RootName, { birth: [string, string][]; registers: Kinds }>

function birthOf(root: RootName, value: Record<string, unknown>): Record<string, unknown> {
  const birth: Record<string, unknown> = {}
  for (const [name, kind] of KINDS[root].birth) birth[name] = fit(kind, value[name])
  return birth
}
