/** The part of the API about boards that come of a board: for schakels, and people's own. */
import type { Pen } from '../model/schema.gen'
import type { Id } from '../model/types'
import type { AskBoard } from './request'
import type { Role } from './session.svelte'

/** A board above or below; `role`: in which this device may open it, null for not at all. */
export interface Kin {
  id: Id
  title: string
  /** The schakel on the upper board to whom the lower one was offered. */
  actor: Id | null
  role: Role | null
}
export interface Family {
  parent: Kin | null
  children: Kin[]
  /** How many write on a cloth of their own; told to facilitators. */
  ownCloths: number
}
export interface OwnSlip {
  id: Id
  text: string
  pen: Pen
}
export interface OwnCloth {
  board: Id | null
  slips: OwnSlip[]
}
export interface ChildWish {
  actor: Id
  theme: string
  title?: string
}

export interface ChildMade {
  board: { id: Id; title: string }
  /** Paths with the secret in the fragment; shown once. */
  links: Record<Role, string>
}

export function familyApi(ask: AskBoard) {
  return {
    family: () => ask<Family>('/family'),
    /** Make a board for a schakel; this device leads it at first. */
    makeChild: (wish: ChildWish) => ask<ChildMade>('/children', { method: 'POST', body: wish }),
    /** What one wrote on a cloth of one's own; only oneself can ask it. */
    myCloth: () => ask<OwnCloth>('/me/cloth'),
    /** Have a cloth of one's own, where that step is on or one had it before. */
    openMyCloth: () => ask<OwnCloth>('/me/cloth', { method: 'POST' }),
  }
}
