/** One open board: what lies on it, who is at it, and everything a person may do there. */
import type { Doc } from 'yjs'
import { BoardStore } from '../model/board.svelte'
import { edits } from '../model/edits'
import type { Author, Id } from '../model/types'
import { Undo } from '../model/undo.svelte'
import { write } from '../model/write'
import { boardApi, Problem, type BoardApi, type BoardInfo } from './api'
import type { State } from './connection'
import { lateSlips } from './late'
import { epochOfCopy, forgetBoard, noteEpoch, recall, remember } from './memory'
import { Presence } from './presence.svelte'
import type { Notice } from './protocol'
import { Replica } from './replica'
import { Saved } from './saved.svelte'
import { SessionState, type Role, type SessionJson } from './session.svelte'
import { openInBrowser, type Socket } from './socket'
import type { Unsent } from './unsent'

type Bound<F> = F extends (doc: never, author: never, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never

/** The edits of `model/edits.ts` with document and author filled in. */
export type Edit = {
  [Name in Exclude<keyof typeof edits, 'together'>]: Bound<(typeof edits)[Name]>
} & {
  /** Make several edits one step. */
  together<T>(edits: () => T): T
}

/** Who I am at this table. */
export interface Me {
  readonly participant: Id
  readonly name: string
  readonly seat: Id | null
  readonly role: Role
  /** Whether my edits would be taken now. */
  readonly mayWrite: boolean
  readonly facilitates: boolean
  /** Whose name stands under my edits. */
  readonly author: Author
}

/** Why a table had to close, if it did. */
export interface Ended {
  code: 'revoked' | 'forbidden' | 'gone' | 'too_big' | 'malformed'
  reason: string
}

export interface Table {
  readonly id: Id
  readonly board: BoardStore
  readonly session: SessionState
  readonly presence: Presence
  readonly saved: Saved
  readonly me: Me
  readonly edit: Edit
  readonly undo: Undo
  readonly api: BoardApi
  /** Set when the server sent us away for good. */
  readonly ended: Ended | null
  /** What the server last had to say to this person, such as that the cloth is nearly full. */
  readonly notice: Notice | null
  /** Give up what the server refuses and begin again from what it has; gives the words given up. */
  discard(): Promise<string[]>
  /** Leave the table; `forget` also clears the copy on this device, once all is delivered. */
  close(options?: { forget?: boolean }): Promise<void>
}

/**
 * Sit down at a board, in one of the roles this device holds.
 *
 * Resolves when the cloth can be seen: from the copy on this device or from the server. Throws a
 * `Problem` when the server does not let us in, or cannot be reached and there is no copy.
 */
export async function openTable(
  board: Id,
  as?: Role,
  socket = openInBrowser,
  onArriving: (share: number | null) => void = () => {},
): Promise<Table> {
  const api = boardApi(board, as)
  const known = await whatIsKnown(api, board, as)
  const openSocket = (subprotocol: string, epoch: number | null) =>
    socket(pathTo(board, as, epoch), subprotocol)
  const table = new OpenTable({ ...known, api, as, openSocket, onArriving })
  await table.seen
  return table
}

/** The way to a board's socket; of which epoch our copy is goes along, if there is one. */
export function pathTo(board: Id, as: Role | undefined, epoch: number | null): string {
  const asked = [as && `as=${as}`, epoch !== null && `epoch=${epoch}`].filter(Boolean).join('&')
  return `/sync/${encodeURIComponent(board)}` + (asked && `?${asked}`)
}

async function whatIsKnown(api: BoardApi, board: Id, as?: Role) {
  try {
    const [info, session] = await Promise.all([api.info(), api.session()])
    remember(board, as, { info, session })
    return { info, session }
  } catch (problem) {
    const remembered = problem instanceof Problem && problem.passes && recall(board, as)
    if (!remembered) throw problem
    return remembered
  }
}

interface Seating {
  info: BoardInfo
  session: SessionJson
  api: BoardApi
  as: Role | undefined
  openSocket: (subprotocol: string, epoch: number | null) => Socket
  /** How much has come of a large cloth, between 0 and 1; null while nothing is coming. */
  onArriving: (share: number | null) => void
}

const ENDINGS: Record<number, Ended['code']> = {
  4401: 'revoked',
  4403: 'forbidden',
  4404: 'gone',
  4413: 'too_big',
}
/** Origin of what the program notes by itself: nobody's deed, so it is not undone. */
const NOTED = 'noted'
const DELIVERY_MS = 5_000

class OpenTable implements Table {
  readonly id: Id
  readonly board: BoardStore
  readonly session: SessionState
  readonly presence = new Presence()
  readonly saved = new Saved()
  readonly me: Me
  readonly edit: Edit
  readonly undo: Undo
  readonly api: BoardApi
  /** When the cloth can be seen; fails when the server does not let us in. */
  readonly seen: Promise<void>

  #ended: Ended | null = $state.raw(null)
  #notice: Notice | null = $state.raw(null)
  #replica: Replica
  /** What must be done again on a renewed board once its state is there. */
  #again: readonly Unsent[] = []
  /** The socket on which the session was told last. */
  #toldOn = 0
  /** Of which epoch the document here is; null while it is empty. */
  #epoch: number | null
  #refuse: (problem: Problem) => void = () => {}
  #delivered: () => void = () => {}
  readonly #seating: Seating

  constructor(seating: Seating) {
    this.#seating = seating
    this.id = seating.info.id
    this.api = seating.api
    this.session = new SessionState(seating.session)
    this.me = meAt(this.session, seating.info)
    this.#epoch = epochOfCopy(this.id, seating.info.participant)
    this.#replica = this.#newReplica()
    this.board = new BoardStore(this.#replica.doc)
    this.undo = new Undo(this.#replica.doc, () => this.me.author)
    this.edit = boundEdits(() => this.#replica.doc, this.me)
    const refused = new Promise<never>((_, reject) => (this.#refuse = reject))
    this.seen = Promise.race([this.#replica.seen, refused])
    this.#listen(true)
    void this.#replica.start()
  }

  get ended(): Ended | null {
    return this.#ended
  }

  get notice(): Notice | null {
    return this.#notice
  }

  async discard(): Promise<string[]> {
    const words = wordsIn(this.#replica.unsent)
    await this.#renew([])
    return words
  }

  async close({ forget = false } = {}): Promise<void> {
    if (this.#replica.link.state.phase === 'open') await this.#delivery()
    const clears = forget && this.saved.unsent === 0
    if (clears) forgetBoard(this.id, this.#seating.as)
    this.#listen(false)
    this.presence.destroy()
    this.undo.destroy()
    this.board.destroy()
    await this.#replica.close(clears)
  }

  #newReplica(): Replica {
    return new Replica({
      board: this.id,
      participant: this.#seating.info.participant,
      presence: this.presence,
      author: () => this.me.author,
      phase: () => this.session.phase,
      openSocket: (subprotocol) => this.#seating.openSocket(subprotocol, this.#epoch),
      onState: (state) => this.#onState(state),
      onSession: (told) => this.#onSession(told as unknown as SessionJson),
      onNotice: (notice) => (this.#notice = notice),
      onRenew: () => void this.#renew(this.#replica.unsent),
      onEnd: (code, reason) => this.#onEnd(code, reason),
    })
  }

  #onState(state: State): void {
    this.saved.tell(state)
    const { arriving } = state
    this.#seating.onArriving(arriving && arriving.got / arriving.whole)
    if (state.waiting.length === 0) this.#delivered()
    if (state.synced && this.#again.length) this.#doAgain()
  }

  #onSession(told: SessionJson): void {
    const { link, doc, unsent } = this.#replica
    if (told.phase !== this.session.phase) this.undo.clear()
    this.session.tell(told)
    this.#noteEpoch(told)
    remember(this.id, this.#seating.as, { info: this.#seating.info, session: told })
    const back = link.state.socket !== this.#toldOn
    this.#toldOn = link.state.socket
    const late = back ? lateSlips(unsent, told.phase) : []
    if (late.length) doc.transact(() => edits.markLate(doc, this.me.author, late), NOTED)
  }

  #noteEpoch({ board }: SessionJson): void {
    this.#epoch = board.epoch ?? null
    if (board.epoch) noteEpoch(this.id, this.me.participant, board.epoch)
  }

  #onEnd(code: number, reason: string): void {
    this.#ended = { code: ENDINGS[code] ?? 'malformed', reason }
    this.#refuse(new Problem(code - 4000, { title: reason, code: this.#ended.code }))
  }

  /** Begin again with an empty document, and do `again` there what was not stored. */
  async #renew(again: readonly Unsent[]): Promise<void> {
    const old = this.#replica
    this.#again = again
    this.#epoch = null
    this.#replica = this.#newReplica()
    this.board.follow(this.#replica.doc)
    this.undo.follow(this.#replica.doc)
    await old.close(true)
    await this.#replica.start()
  }

  #doAgain(): void {
    const again = this.#again
    this.#again = []
    for (const { author, edit, changes } of again) {
      const writes = changes.map(({ root, key, after }) => [root, key, after] as const)
      write(this.#replica.doc, author, edit, writes)
    }
  }

  /** Wait until all is stored, but not for ever. */
  #delivery(): Promise<void> {
    if (this.saved.unsent === 0) return Promise.resolve()
    return new Promise((resolve) => {
      this.#delivered = resolve
      setTimeout(resolve, DELIVERY_MS)
    })
  }

  readonly #onPage = (): void => {
    if (document.visibilityState === 'visible') this.#replica.link.wake()
    else this.#replica.link.show()
  }
  readonly #onNetwork = (): void => this.#replica.link.wake()

  /** Come back at once when the network or the page does. */
  #listen(on: boolean): void {
    if (typeof window === 'undefined') return
    const change = on ? 'addEventListener' : 'removeEventListener'
    window[change]('online', this.#onNetwork)
    window[change]('offline', this.#onNetwork)
    document[change]('visibilitychange', this.#onPage)
  }
}

function meAt(session: SessionState, info: BoardInfo): Me {
  return {
    participant: info.participant,
    get name() {
      return session.you.name
    },
    get seat() {
      return session.you.seat
    },
    get role() {
      return session.you.role
    },
    get facilitates() {
      return this.role === 'facilitator'
    },
    get mayWrite() {
      return (
        this.facilitates || (this.role === 'participant' && session.writing && !session.you.paused)
      )
    },
    get author() {
      return { participant: this.participant, seat: this.seat ?? '' }
    },
  }
}

/** The edits with document and author filled in; who only looks on cannot call them. */
function boundEdits(doc: () => Doc, me: Me): Edit {
  const bound = Object.entries(edits).map(([name, edit]) => {
    const carryOut = edit as (doc: Doc, author: Author, ...rest: unknown[]) => unknown
    return [
      name,
      (...rest: unknown[]) => {
        if (me.role === 'viewer' || me.role === 'projector')
          throw new Error(`${me.role} may not ${name}`)
        return carryOut(doc(), me.author, ...rest)
      },
    ]
  })
  return Object.fromEntries(bound) as Edit
}

/** The words that people wrote in these changes. */
function wordsIn(unsent: readonly Unsent[]): string[] {
  const written = unsent.flatMap((one) => one.changes.map((change) => change.after))
  return written.filter((value): value is string => typeof value === 'string' && value !== '')
}
