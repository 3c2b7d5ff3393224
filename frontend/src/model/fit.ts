/**
 * From a raw value to what its kind means, as `board/values.py` has it. A value of another kind
 * gives undefined: it counts as never written. Nothing here throws.
 */
import * as schema from './schema.gen'
import { ID_PATTERN, NUMBER_LIMIT } from './schema.gen'

type Fit = (value: unknown) => unknown

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
const DATE =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,6})?)?(?:Z|[+-](\d\d):(\d\d))?)?$/
const PENS_AT_MOST = 8 * schema.PENS.length

const FITS: Record<string, Fit> = {
  text: (value) => (typeof value === 'string' ? wellFormed(value).normalize('NFC') : undefined),
  id: (value) => (isId(value) ? value : undefined),
  number: (value) => (isNumber(value) ? value + 0 : undefined),
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  point: (value) =>
    Array.isArray(value) && value.length === 2 && value.every(isNumber)
      ? value.map((part) => Math.round(part) + 0)
      : undefined,
  date: (value) => (typeof value === 'string' && isDate(value) ? value : undefined),
  pens: (value) =>
    Array.isArray(value) && value.length <= PENS_AT_MOST && value.every((pen) => oneOf('Pen', pen))
      ? [...new Set(value)]
      : undefined,
  gone: (value) => {
    if (!isObject(value)) return undefined
    return { by: word(value.by), when: word(value.when), seen: words(value.seen) }
  },
  bytes: (value) => (value instanceof Uint8Array ? value : undefined),
}

/** The value as this kind has it, or undefined. */
export function fit(kind: string, value: unknown): unknown {
  const plain = FITS[kind]
  if (plain) return plain(value)
  return oneOf(kind, value) ? value : undefined
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

export function isObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  return Object.getPrototypeOf(value) === Object.prototype
}

/** Text without half characters: each becomes the sign for one that is lost. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value) && Math.abs(value as number) <= NUMBER_LIMIT
}

function oneOf(kind: string, value: unknown): boolean {
  return ENUMS[kind]?.includes(value as string) ?? false
}

/** Whether an ISO 8601 text names a day, and a time if it has one, that exists. */
function isDate(text: string): boolean {
  const parts = DATE.exec(text)
    ?.slice(1)
    .map((part) => Number(part ?? 0))
  if (!parts) return false
  const [year, month, day, ...time] = parts as [number, number, number, ...number[]]
  return isDay(year, month, day) && time.every((part, index) => part < TIME_LIMITS[index]!)
}

/** Hour, minute, second, and the hours and minutes by which the zone is off. */
const TIME_LIMITS = [24, 60, 60, 24, 60]

function isDay(year: number, month: number, day: number): boolean {
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function words(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
