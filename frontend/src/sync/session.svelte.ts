/** The session as the server tells it: step, clock, silence, who is at the table. */
import type { Phase, Silence } from '../model/schema.gen'
import type { Id } from '../model/types'

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
/** What message 81 and `GET /session` hold. */
export interface SessionJson {
  phase: Phase
  silence: Silence
  turned: boolean
  door: 'open' | 'shut'
  namesCovered: boolean
  writing: boolean
  clock: Clock
  now: string
  people: Person[]
  you: Omit<Person, 'here'>
  /** `epoch` goes up each time the board was renewed: copies of before are dropped. */
  board: { id: Id; title: string; epoch?: number }
}

/** The session, reactive; `told` is what the server last said. */
export class SessionState {
  told: SessionJson = $state.raw() as SessionJson
  /** By how many milliseconds the server's clock is ahead of ours. */
  #ahead = 0
  readonly #now: () => number

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
    return this.told.turned
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
  get clock(): Clock {
    return this.told.clock
  }
  get people(): readonly Person[] {
    return this.told.people
  }
  get you(): Omit<Person, 'here'> {
    return this.told.you
  }
  get board(): { id: Id; title: string } {
    return this.told.board
  }

  /** Take over what the server says now. */
  tell(told: SessionJson): void {
    const said = Date.parse(told.now)
    if (Number.isFinite(said)) this.#ahead = said - this.#now()
    this.told = told
  }

  /** Seconds left on the clock at this moment; call it as often as the clock is drawn. */
  secondsLeft(): number {
    const { endsAt, left } = this.told.clock
    if (endsAt === null) return left
    return Math.max(0, (Date.parse(endsAt) - this.#now() - this.#ahead) / 1000)
  }

  /** The person at a seat, if anybody sits there. */
  personAt(seat: Id): Person | null {
    return this.told.people.find((person) => person.seat === seat) ?? null
  }
}
