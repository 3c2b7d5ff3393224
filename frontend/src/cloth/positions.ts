/** The five positions as bands around the theme, each with a sign of its own. */
import Handshake from '@lucide/svelte/icons/handshake'
import PackageOpen from '@lucide/svelte/icons/package-open'
import Smile from '@lucide/svelte/icons/smile'
import Sprout from '@lucide/svelte/icons/sprout'
import Waypoints from '@lucide/svelte/icons/waypoints'
import type { Position } from '../model/schema.gen'

/** The band in which a position lies, from the core outward. */
export const BAND: Readonly<Record<Position, number>> = {
  initiator: 0,
  partner: 1,
  connector: 2,
  supplier: 3,
  user: 3,
}

export const POSITION_ICONS = {
  initiator: Sprout,
  partner: Handshake,
  connector: Waypoints,
  supplier: PackageOpen,
  user: Smile,
} as const satisfies Readonly<Record<Position, unknown>>
