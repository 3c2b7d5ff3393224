/** The session as the server tells it: step, clock, silence, who is at the table. */
import type { Phase, Silence } from '../model/schema.gen'
import type { Id } from '../model/types'
import type { Round } from './round'

export type Role = 'facilitator' | 'participant' | 'viewer' | 'projector'
export interface Person {
  id: Id
  name: string
  seat: Id | null
  role: Role
  here: boolean
}
export interface Clock {
  state: 'idle' | 'running' | 'paused' | 'ended'
  /** Seconds. */
  total: number
  /** Seconds left at the moment the server said so. */
  left: number
  endsAt: string | null
}
/** Whether all write on the joint cloth, each on one of their own, or bring these together. */
export type Cloths = 'joint' | 'own' | 'beside'
export type Grade = 'point' | 'fetch' | 'hold'
/** To what a facilitator draws everyone's attention; a new number is a new call. */
export interface Attention {
  number: number
  grade: Grade
  target: string
}
export type Region = 'whole' | 'centre' | 'seat' | 'connector'
/** What every projector at the board shows. */
export interface Projecting {
  region: Region
  /** The seat or the schakel that is meant; null for the other regions. */
  target: Id | null
  paper: 'paper' | 'chalkboard'
  /** Whether a way in for newcomers stands in a corner. */
  code: boolean
  tour: Round | null
}
const WHOLE: Projecting = {
  region: 'whole',
  target: null,
  paper: 'paper',
  code: false,
  tour: null,
}
export interface You extends Omit<Person, 'here'> {
  ready?: boolean
  paused?: boolean
  /** Whether the locks of the step are lifted for this person. */
  free?: boolean
}
/** One thing a facilitator did, which can be put back. */
export interface LogEntry {
  number: number
  at: string
  by: Id
  what: string
  before: string | boolean | null
  after: string | boolean | null
  undone: boolean
}
/** What facilitators alone are told. */
export interface RegieJson {
  ready: Id[]
  paused: Id[]
  free: Id[]
  waiting: { id: Id; name: string; role: Role; returns: boolean }[]
  script: { phase: Phase; minutes: number | null; note: string }[]
  log: LogEntry[]
}
/** A photo under the cloth: its middle and width in millimetres, turned clockwise. */
export interface Underlay {
  key: Id
  /** Its height by its width. */
  ratio: number
  x: number
  y: number
  width: number
  /** Degrees. */
  angle: number
  /** 0: as it is; 1: not to be seen. */
  fade: number
}
/** What message 81 and `GET /session` hold. */
export interface SessionJson {
  phase: Phase
  silence: Silence
  turned: boolean
  /** When the slips turn, while that is counted down. */
  turnsAt?: string | null
  allFree?: boolean
  cloths?: Cloths
  readyCount?: number
  attention?: Attention | null
  walk?: Round | null
  projector?: Projecting
  regie?: RegieJson
  door: 'open' | 'shut'
  namesCovered: boolean
  writing: boolean
  underlay?: Underlay | null
  clock: Clock
  now: string
  people: Person[]
  you: You
  board: BoardTold
}
/**
 * `epoch` goes up each time the board was renewed: copies of before are dropped. `ownOf`: it is
 * somebody's own cloth, beside that board.
 */
export interface BoardTold {
  id: Id
  title: string
  epoch?: number
  ownOf?: Id
}

/** The session, reactive; `told` is what the server last said. */
export class SessionState {
  told: SessionJson = $state.raw() as SessionJson
  /** By how many milliseconds the server's clock is ahead of ours. */
  #ahead = 0
  readonly #now: () => number
  /** The moment of turning that has come; the server need not say so again. */
  #turnedBy: string | undefined = $state()
  #turning: ReturnType<typeof setTimeout> | undefined

  constructor(told: SessionJson, now: () => number = Date.now) {
    this.#now = now
    this.told = told
    this.tell(told)
  }

  get phase(): Phase {
    return this.told.phase
  }
  get silence(): Silence {
    return this.told.silence
  }
  /** Whether the slips lie open. */
  get turned(): boolean {
    const { turned, turnsAt } = this.told
    return turned || (!!turnsAt && this.#turnedBy === turnsAt)
  }
  /** Seconds until the slips turn; null when that is not counted down. */
  secondsToTurn(): number | null {
    const { turnsAt } = this.told
    if (!turnsAt || this.turned) return null
    return Math.max(0, (Date.parse(turnsAt) - this.now()) / 1000)
  }
  get door(): 'open' | 'shut' {
    return this.told.door
  }
  get namesCovered(): boolean {
    return this.told.namesCovered
  }
  get writing(): boolean {
    return this.told.writing
  }
  get underlay(): Underlay | null {
    return this.told.underlay ?? null
  }
  get clock(): Clock {
    return this.told.clock
  }
  /** The walk that all make together, also when it is over. */
  get walk(): Round | null {
    return this.told.walk ?? null
  }
  get projector(): Projecting {
    return this.told.projector ?? WHOLE
  }
  get people(): readonly Person[] {
    return this.told.people
  }
  get you(): You {
    return this.told.you
  }
  get board(): BoardTold {
    return this.told.board
  }
  get cloths(): Cloths {
    return this.told.cloths ?? 'joint'
  }

  /** The server's time at this moment, in milliseconds. */
  now(): number {
    return this.#now() + this.#ahead
  }

  /** Take over what the server says now. */
  tell(told: SessionJson): void {
    const said = Date.parse(told.now)
    if (Number.isFinite(said)) this.#ahead = said - this.#now()
    this.told = told
    clearTimeout(this.#turning)
    const seconds = this.secondsToTurn()
    const moment = told.turnsAt
    if (seconds !== null && moment)
      this.#turning = setTimeout(() => (this.#turnedBy = moment), seconds * 1000)
  }

  /** Seconds left on the clock at this moment; call it as often as the clock is drawn. */
  secondsLeft(): number {
    const { endsAt, left } = this.told.clock
    if (endsAt === null) return left
    return Math.max(0, (Date.parse(endsAt) - this.now()) / 1000)
  }

  /** The person at a seat, if anybody sits there. */
  personAt(seat: Id): Person | null {
    return this.told.people.find((person) => person.seat === seat) ?? null
  }
}
