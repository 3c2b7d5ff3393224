/** What people do with actors, the lines between things, and the positions people take. */
import type * as Y from 'yjs'
import { newId, positionId, registerKey, tieId } from '../ids'
import type { Basis, InvitationStatus, Position } from '../schema.gen'
import type { Actor, Author, Id } from '../types'
import { birth, signature, today, write, writesOf, type Write } from '../write'

export type ActorEdit = Partial<Omit<Actor, 'id' | 'by' | 'gone' | 'contested'>>
export interface TieEdit {
  basis?: Basis
  evidence?: string
}
export interface Observation extends TieEdit {
  /** The day from which it holds; today when left out. Counts only for a first observation. */
  since?: string
}
export interface InvitationEdit {
  text?: string
  status?: InvitationStatus
}

/** Set down a person, group or place and give its id. */
export function addActor(doc: Y.Doc, author: Author, actor: ActorEdit & { label: string }): Id {
  const id = newId()
  const made = birth('actors', id, { by: signature(author) })
  write(doc, author, 'addActor', [made, ...writesOf('actors', id, actor)])
  return id
}

export function setActor(doc: Y.Doc, author: Author, id: Id, edit: ActorEdit): void {
  write(doc, author, 'setActor', writesOf('actors', id, edit))
}

/** Draw the line between two things, or bring back the one that was there; gives its id. */
export function tie(doc: Y.Doc, author: Author, a: Id, b: Id, edit: TieEdit = {}): Id {
  const id = tieId(a, b)
  const ties = doc.getMap('ties')
  const writes: Write[] = ties.has(id)
    ? writesOf('ties', id, edit)
    : [
        birth('ties', id, { by: signature(author) }),
        ...writesOf('ties', id, { basis: 'factual', ...edit }),
      ]
  if (ties.get(registerKey(id, 'gone'))) writes.push(...writesOf('ties', id, { gone: null }))
  if (a !== b) write(doc, author, 'tie', writes)
  return id
}

export function setTie(doc: Y.Doc, author: Author, id: Id, edit: TieEdit): void {
  write(doc, author, 'setTie', writesOf('ties', id, edit))
}

/** Note that an actor takes part from a position; one that had ended goes on. */
export function observe(
  doc: Y.Doc,
  author: Author,
  actor: Id,
  position: Position,
  { since = today(), ...edit }: Observation = {},
): Id {
  const id = positionId(actor, position)
  const involvements = doc.getMap('involvements')
  const writes: Write[] = involvements.has(id)
    ? writesOf('involvements', id, edit)
    : [
        birth('involvements', id, { by: signature(author), since }),
        ...writesOf('involvements', id, { basis: 'factual', ...edit }),
      ]
  if (involvements.get(registerKey(id, 'until'))) {
    writes.push(...writesOf('involvements', id, { until: null }))
  }
  write(doc, author, 'observe', writes)
  return id
}

export function setInvolvement(doc: Y.Doc, author: Author, id: Id, edit: TieEdit): void {
  write(doc, author, 'setInvolvement', writesOf('involvements', id, edit))
}

/** Say until when it held; what was is kept. */
export function endInvolvement(doc: Y.Doc, author: Author, id: Id, until = today()): void {
  write(doc, author, 'endInvolvement', writesOf('involvements', id, { until }))
}

/** Invite an actor to take a position; gives the invitation's id. */
export function invite(
  doc: Y.Doc,
  author: Author,
  actor: Id,
  position: Position,
  edit: InvitationEdit = {},
): Id {
  const id = positionId(actor, position)
  const made = doc.getMap('invitations').has(id)
    ? []
    : [birth('invitations', id, { by: signature(author) })]
  write(doc, author, 'invite', [
    ...made,
    ...writesOf('invitations', id, { status: 'open', ...edit }),
  ])
  return id
}

export function setInvitation(doc: Y.Doc, author: Author, id: Id, edit: InvitationEdit): void {
  write(doc, author, 'setInvitation', writesOf('invitations', id, edit))
}
