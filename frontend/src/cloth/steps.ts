/** What each step lets people see and do; whatever a step does not know is absent. */
import type { Phase, Silence } from '../model/schema.gen'
import type { Id } from '../model/types'

export type Role = 'facilitator' | 'participant' | 'viewer' | 'projector'

/** The part of the session that decides what may be done. */
export interface Moment {
  readonly phase: Phase
  readonly silence: Silence
  readonly turned: boolean
  readonly writing: boolean
}
export interface Actor {
  readonly role: Role
  readonly seat: Id | null
  /** Whether a facilitator lifted the locks of the step for this person. */
  readonly free?: boolean | undefined
}

export const DEEDS = [
  'name', // propose a name for the theme
  'seal', // make a proposed name the theme
  'write', // lay a note on one's own rim
  'draw',
  'edit', // change the text of one's own notes
  'remove', // take one's own notes away
  'arrange', // move one's own notes
  'ask', // put a question mark
  'connect', // make a schakel and change it
  'move', // move schakels, and notes between rim and middle
  'tie',
  'contact',
  'position',
  'others', // edit, move and remove what somebody else wrote
] as const
export type Deed = (typeof DEEDS)[number]
export const NOTHING: ReadonlySet<Deed> = new Set()

const STEPS: Readonly<Record<Phase, readonly Deed[]>> = {
  theme: ['name', 'draw'],
  rim: ['write', 'draw', 'edit', 'remove', 'arrange'],
  walk: ['write', 'edit', 'ask'],
  connectors: ['write', 'draw', 'edit', 'arrange', 'connect', 'move', 'tie'],
  contacts: ['contact', 'move'],
  positions: ['position', 'contact', 'move'],
  free: [
    'write',
    'draw',
    'edit',
    'remove',
    'arrange',
    'ask',
    'connect',
    'move',
    'tie',
    'contact',
    'position',
  ],
}

/** A host may mend what the step leaves alone. */
const HOST: Readonly<Record<Phase, readonly Deed[]>> = {
  theme: ['seal'],
  rim: [],
  walk: ['remove', 'arrange', 'others', 'seal'],
  connectors: ['remove', 'others', 'seal'],
  contacts: ['connect', 'tie', 'edit', 'remove', 'others', 'seal'],
  positions: ['connect', 'tie', 'edit', 'remove', 'others', 'seal'],
  free: ['others', 'name', 'seal'],
}

/** Everything this person may do now. */
export function deeds(moment: Moment, who: Actor): ReadonlySet<Deed> {
  const host = who.role === 'facilitator'
  if (!host && (who.role !== 'participant' || !moment.writing)) return NOTHING
  const step = STEPS[who.free ? 'free' : moment.phase].filter(
    (deed) => who.seat !== null || !OWN.has(deed),
  )
  return new Set(host ? [...step, ...HOST[moment.phase]] : step)
}

/** What only makes sense with a rim of one's own. */
const OWN: ReadonlySet<Deed> = new Set<Deed>(['write', 'draw', 'arrange'])

export type Veil = 'open' | 'blank' | 'hidden'

/** How much somebody sees of what lies on the rim of `seat`. */
export function veil(moment: Moment, own: Id | null, seat: Id): Veil {
  if (moment.phase !== 'rim' || moment.turned || seat === own) return 'open'
  return ({ open: 'open', blank: 'blank', still: 'hidden' } as const)[moment.silence]
}

/** Whether what others do at this moment (cursors, counts) is shown at all. */
export function quiet(moment: Moment): boolean {
  return moment.phase === 'rim' && !moment.turned && moment.silence !== 'open'
}

const EXPECTATION =
  /\b(zou(den)? moeten|moet(en)?|hoort|horen|behoort|hoopt?|hopelijk|verwacht(en)?|should|ought|must|supposed|expected?|hopefully)\b/i

/** Whether words of expectation stand where the method asks for a fact. */
export function soundsExpected(text: string): boolean {
  return EXPECTATION.test(text)
}
