import type { Id } from '../../model/types'
import type { Role } from '../../sync/session.svelte'

/** A way into the board as the server lists it, without its secret. */
export interface Invitation {
  id: Id
  role: Role
  label: string
  createdAt: string
  expiresAt: string | null
  hasCode: boolean
  standing: 'valid' | 'expired' | 'revoked'
}
