/** The HTTP API, typed: each function one request, every refusal a `Problem`. */
import type { Cloth, Instrument, Phase, Position, Silence } from '../model/schema.gen'
import type { Id } from '../model/types'
import { familyApi } from './family'
import { queryText, request, requestBytes, type Ask, type AskBoard } from './request'
import { underlayApi } from './underlay'
import { unionApi } from './union'
import type { Cloths, Grade, Person, Projecting, Role, SessionJson } from './session.svelte'

export { Problem, request } from './request'

export interface BoardMade {
  board: { id: Id; title: string }
  /** Paths with the secret in the fragment; shown once. */
  links: Record<Role, string>
  participant: Id
}
export interface Joined {
  board: Id
  role: Role
  participant: Id
  name: string
  seat: Id | null
  ticket: string | null
  /** Whether one stands before the door until a facilitator opens it. */
  waiting?: boolean
}
export interface BoardHeld {
  id: Id
  title: string
  role: Role
}
export interface BoardInfo extends BoardHeld {
  purpose: string
  keepDays: number
  participant: Id
  instrument: Instrument
  /** Whether newcomers are asked for a PIN. */
  hasPin: boolean
  /** All roles that this device holds at the board. */
  roles: Role[]
}
export interface BoardChange {
  title?: string
  purpose?: string
  keepDays?: number
}
/** A name and a seat; a seat of null means: without a seat. */
export interface Place {
  name?: string
  seat?: Id | null
}
export interface BoardWish {
  theme: string
  title?: string
  seats?: number
  cloth?: Cloth
  purpose?: string
  keepDays?: number
}
export interface SessionChange {
  phase?: Phase
  silence?: Silence
  turned?: boolean
  door?: 'open' | 'shut'
  namesCovered?: boolean
  writing?: boolean
  allFree?: boolean
  cloths?: Cloths
}
export type Placed = Omit<Person, 'here'>
export type ClockAction = 'start' | 'pause' | 'resume' | 'stop' | 'add'
export interface InvitationWish {
  role: Role
  label?: string
  expiresAt?: string
  code?: true
}
export interface InvitationMade {
  id: Id
  role: Role
  link: string
  code: string | null
}
/** A way in for newcomers that stands on a projector. */
export interface WayIn {
  link: string
  code: string
  expiresAt: string
}
export interface InvitationKept {
  id: Id
  role: Role
  label: string
  createdAt: string
  expiresAt: string | null
  hasCode: boolean
  standing: 'valid' | 'expired' | 'revoked'
}
export interface SnapshotInfo {
  id: Id
  title: string
  takenAt: string
  hash: string
  phase: Phase
  note: string
  /** The main counts; null for a snapshot of before they were kept. */
  counts: Counts | null
}
export interface Counts {
  ingredients: number
  cloth_actors: number
  ties_factual: number
  reachable: number
  single_carried: number
}
/** What people noted at one finding of a snapshot. */
export interface FindingMark {
  rule: string
  subjects: Id[]
  done: boolean
  who: string
  handedBack: boolean
}
/** From when on a finding is one, and how far each position lies from the core. */
export interface Thresholds {
  thinThread: number
  seatCoverage: number
  staleAfter: number
  positionOrder: Record<Position, number>
}
export interface ShareWish {
  snapshot: Id
  expiresAt: string
  names: boolean
  label: string
}
export interface ShareKept extends ShareWish {
  id: Id
  createdAt: string
  standing: 'valid' | 'expired' | 'revoked'
}
/** A snapshot as a reader without a seat gets it. */
export interface Shared {
  title: string
  note: string
  takenAt: string
  expiresAt: string
  phase: Phase
  hash: string
  names: boolean
  structure: Structure
  /** The drawing itself, as SVG. */
  picture: string
}
export interface Exported {
  who: string
  snapshot: Id
  format: string
  names: boolean
  at: string
}
export interface Format {
  name: string
  mediaType: string
  suffix: string
  /** Whether it needs a snapshot before this one, or all of them. */
  looksBack: '' | 'earlier' | 'past'
}
export interface HowExported {
  names: boolean
  lang: string
  /** The snapshot since which it tells what changed. */
  since?: Id
}
/** `tafelkleed/position-structure/1`. */
export type Structure = Record<string, unknown>
export interface SnapshotFull extends SnapshotInfo {
  structure: Structure
  /** Where the drawing is. */
  picture: string
}

/** What changed between two moments, by record id: `tafelkleed/comparison/1`, as far as shown. */
export interface Comparison {
  totals: Record<string, readonly [unknown, unknown]>
  inmost: {
    matrix: Record<string, Record<string, number>>
    counts: Record<'inward' | 'outward' | 'same' | 'new' | 'gone', number>
  }
}
type Value = string | number | boolean | null
/** All changes of one kind, in words. */
export interface Changes {
  what: string
  changes: { label: string; was: Value; is: Value }[]
}
export interface Compared {
  comparison: Comparison
  told: Changes[]
}

// ---- without a board

export const createBoard = (wish: BoardWish, creationKey?: string) =>
  request<BoardMade>('/boards', { method: 'POST', body: wish, headers: keyHeader(creationKey) })

/** Make a board from a file: saved before (JSON), or tables (CSV, a zip of them, XLSX). */
export const importBoard = (file: Blob, creationKey?: string) =>
  request<BoardMade>('/import', { method: 'POST', body: file, headers: keyHeader(creationKey) })

export const join = (by: { secret?: string; code?: string; name?: string; pin?: string }) =>
  request<Joined>('/join', { method: 'POST', body: by })

export const heldBoards = () => request<BoardHeld[]>('/boards')

/** Let this device forget every board it holds. */
export const forgetBoards = () => request<void>('/boards', { method: 'DELETE' })

export const formats = () => request<Format[]>('/formats')

/** The snapshot that the secret of a share opens. */
export const shared = (secret: string, lang: string) =>
  request<Shared>('/shared', { method: 'POST', body: { secret }, query: { lang } })

export const wording = (lang: string) => request<Record<string, unknown>>('/wording/' + lang)

/** Give this screen four digits to show, and the secret by which it asks whether it was paired. */
export const showDigits = () =>
  request<{ code: string; secret: string }>('/projectors', { method: 'POST', body: {} })

/** At which board a screen is now, if its digits were typed there. */
export const paired = (secret: string) =>
  request<{ board: Id | null }>('/projectors/paired', { method: 'POST', body: { secret } })

function keyHeader(creationKey?: string): Record<string, string> {
  return creationKey ? { 'Tafelkleed-Creation-Key': creationKey } : {}
}

// ---- of one board

/** What goes out of a board: pages to read, and files. */
function shareApi(ask: AskBoard) {
  return {
    shares: () => ask<ShareKept[]>('/shares'),
    share: (wish: ShareWish) =>
      ask<ShareKept & { link: string }>('/shares', { method: 'POST', body: wish }),
    unshare: (id: Id) => ask<void>('/shares/' + encodeURIComponent(id), { method: 'DELETE' }),
    exports: () => ask<Exported[]>('/exports'),
  }
}

const person = (id: Id) => '/people/' + encodeURIComponent(id)

/** Names and seats, one's own and those of others. */
function peopleApi(ask: AskBoard) {
  return {
    /** `orNext`: where somebody sits already, the next free seat will do. */
    changeMe: (me: Place & { orNext?: boolean }) =>
      ask<Placed>('/me', { method: 'PATCH', body: me }),
    /** Say that one sat here before, by another device: one waits until that is confirmed. */
    comeBack: (name: string) => ask<void>('/me/returning', { method: 'POST', body: { name } }),
    /** `together`: with whoever sits there already. */
    changePerson: (id: Id, place: Place & { together?: boolean }) =>
      ask<Placed>(person(id), { method: 'PATCH', body: place }),
    removePerson: (id: Id) => ask<void>(person(id), { method: 'DELETE' }),
    /** Ask newcomers for a PIN from now on; null: no longer. */
    setPin: (pin: string | null) => ask<void>('/pin', { method: 'PUT', body: { pin } }),
  }
}

/** How a facilitator leads, and what people say to them. */
function leadingApi(ask: AskBoard) {
  const waiting = (id: Id) => '/waiting/' + encodeURIComponent(id)
  return {
    /** Count down for everyone, then lay the slips open. */
    turn: () => ask<SessionJson>('/session/turn', { method: 'POST', body: {} }),
    putBack: (line: number) =>
      ask<SessionJson>(`/session/log/${line}/back`, { method: 'POST', body: {} }),
    setReady: (ready: boolean) => ask<SessionJson>('/me/ready', { method: 'PUT', body: { ready } }),
    setLocks: (id: Id, locks: { paused?: boolean; free?: boolean }) =>
      ask<SessionJson>(person(id) + '/locks', { method: 'PATCH', body: locks }),
    makeCohost: (id: Id) => ask<Placed>(person(id) + '/cohost', { method: 'POST', body: {} }),
    call: (grade: Grade, target: string) =>
      ask<SessionJson>('/session/attention', { method: 'PUT', body: { grade, target } }),
    release: () => ask<SessionJson>('/session/attention', { method: 'DELETE' }),
    walk: (seats: readonly Id[], seconds: number) =>
      ask<SessionJson>('/session/walk', { method: 'PUT', body: { seats, seconds } }),
    goOn: (stride: 'next' | 'back' | 'stop') =>
      ask<SessionJson>('/session/walk', { method: 'POST', body: { stride } }),
    project: (wish: Partial<Omit<Projecting, 'tour'>>) =>
      ask<SessionJson>('/session/projector', { method: 'PATCH', body: wish }),
    tour: (seats: readonly Id[], seconds: number) =>
      ask<SessionJson>('/session/projector/tour', { method: 'PUT', body: { seats, seconds } }),
    /** Let the screen that shows these digits show this board. */
    pair: (code: string) => ask<void>('/projectors', { method: 'POST', body: { code } }),
    wayIn: () => ask<WayIn>('/projectors/way', { method: 'POST', body: {} }),
    plan: (phase: Phase, note: string, minutes: number | null) =>
      ask<SessionJson>('/session/script/' + phase, { method: 'PUT', body: { note, minutes } }),
    admitAll: () => ask<{ count: number }>('/waiting', { method: 'POST', body: {} }),
    admit: (id: Id) => ask<Placed>(waiting(id), { method: 'POST', body: {} }),
    sendAway: (id: Id) => ask<void>(waiting(id), { method: 'DELETE' }),
    takeBack: (id: Id, participant: Id) =>
      ask<Placed>(waiting(id) + '/returns', { method: 'POST', body: { participant } }),
  }
}

/** Two moments: ids of snapshots, or `now`. */
interface Pair {
  from: string
  to: string
}

const snapshot = (id: Id) => '/snapshots/' + encodeURIComponent(id)

/** What can be asked about the snapshots of a board; `place` is the address of a picture or file. */
function snapshotApi(
  ask: <T>(path: string, rest?: Ask) => Promise<T>,
  place: (path: string, query: Record<string, string>) => string,
) {
  return {
    snapshots: () => ask<SnapshotInfo[]>('/snapshots'),
    takeSnapshot: (title: string) =>
      ask<SnapshotInfo>('/snapshots', { method: 'POST', body: { title } }),
    snapshot: (id: Id) => ask<SnapshotFull>(snapshot(id)),
    comparison: (pair: Pair, lang: string) =>
      ask<Compared>('/comparison', { query: { ...pair, lang } }),
    /** Where the drawing of two moments is. */
    comparisonPicture: (kind: 'ghost' | 'alluvial', pair: Pair, lang: string) =>
      place(`/comparison/${kind}.svg`, { ...pair, lang }),
    changeSnapshot: (id: Id, change: { title?: string; note?: string }) =>
      ask<SnapshotInfo>(snapshot(id), { method: 'PATCH', body: change }),
    deleteSnapshot: (id: Id) => ask<void>(snapshot(id), { method: 'DELETE' }),
    restoreSnapshot: (id: Id) => ask<SnapshotInfo>(snapshot(id) + '/restore', { method: 'POST' }),
    marks: (id: Id) => ask<FindingMark[]>(snapshot(id) + '/marks'),
    mark: (id: Id, mark: FindingMark) =>
      ask<FindingMark>(snapshot(id) + '/marks', { method: 'PUT', body: mark }),
    /** Where the file of an export can be fetched. */
    exportPath: (id: Id, format: string, how: HowExported) =>
      place(`${snapshot(id)}/export/${encodeURIComponent(format)}`, {
        names: String(how.names),
        lang: how.lang,
        ...(how.since ? { since: how.since } : {}),
      }),
  }
}

/** Everything that can be asked about one board, in one of the roles this device holds. */
export function boardApi(board: Id, as?: Role) {
  const home = '/boards/' + encodeURIComponent(board)
  const ask = <T>(path: string, rest: Ask = {}) =>
    request<T>(home + path, { ...rest, query: { as, ...rest.query } })
  const place = (path: string, query: Record<string, string | readonly string[]>) =>
    `/api${home}${path}${queryText({ ...query, as })}`
  return {
    info: () => ask<BoardInfo>(''),
    changeBoard: (change: BoardChange) => ask<BoardInfo>('', { method: 'PATCH', body: change }),
    ...peopleApi(ask),
    ...familyApi(ask),
    /** Make an actor nobody, for good; `also` are other names of the same person. */
    erase: (actor: Id, also: readonly string[]) =>
      ask<{ epoch: number }>('/erasures', { method: 'POST', body: { actor, also } }),
    /** The position structure of the board as it lies there now. */
    structure: () => ask<Structure>('/structure'),
    /** Every change of the board that is kept; `sync/past` reads it. */
    past: () => requestBytes(home + '/past', { query: { as } }),
    session: () => ask<SessionJson>('/session'),
    changeSession: (change: SessionChange) =>
      ask<SessionJson>('/session', { method: 'PATCH', body: change }),
    ...leadingApi(ask),
    clock: (action: ClockAction, seconds?: number) =>
      ask<SessionJson>('/session/clock', { method: 'POST', body: { action, seconds } }),
    invitations: () => ask<InvitationKept[]>('/invitations'),
    invite: (wish: InvitationWish) =>
      ask<InvitationMade>('/invitations', { method: 'POST', body: wish }),
    revoke: (id: Id) => ask<void>('/invitations/' + encodeURIComponent(id), { method: 'DELETE' }),
    ...snapshotApi(ask, place),
    thresholds: () => ask<Thresholds>('/thresholds'),
    setThresholds: (wish: Thresholds) =>
      ask<Thresholds>('/thresholds', { method: 'PUT', body: wish }),
    ...shareApi(ask),
    ...unionApi(ask, place),
    ...underlayApi(ask, place),
  }
}
export type BoardApi = ReturnType<typeof boardApi>
