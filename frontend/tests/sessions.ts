/** What a server says of a session, for tests. */
import type { SessionJson } from '../src/sync/session.svelte'

export function sessionJson(change: Partial<SessionJson> = {}): SessionJson {
  return {
    phase: 'rim',
    silence: 'blank',
    turned: false,
    door: 'open',
    namesCovered: false,
    writing: true,
    clock: { state: 'idle', total: 0, left: 0, endsAt: null },
    now: '2025-01-10T15:30:00Z',
    people: [],
    you: { id: 'p1', name: 'Ann', seat: 's1', role: 'participant' },
    board: { id: 'b1', title: 'Vrolijk groot worden' },
    ...change,
  }
}
