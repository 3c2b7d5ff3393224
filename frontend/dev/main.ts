/**
 * A cloth without a server, to look at and to measure: real document, store and edits.
 *
 * Query: board=golden|b1|any (cloth=round, seats=5, notes=3), seat=s1, phase=rim, silence=blank,
 * as=facilitator|participant|viewer|projector, turned=yes, skin=contrast, lang=en, peers=12.
 */
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@fontsource/caveat/latin-500.css'
import '../src/ui/styles/tokens.css'
import '../src/ui/styles/base.css'
import { mount } from 'svelte'
import * as Y from 'yjs'
import { language } from '../src/i18n/language.svelte'
import { BoardStore } from '../src/model/board.svelte'
import { edits } from '../src/model/edits'
import { Undo } from '../src/model/undo.svelte'
import type { Cloth, Phase, Silence } from '../src/model/schema.gen'
import type { Author } from '../src/model/types'
import { boardApi } from '../src/sync/api'
import { Presence } from '../src/sync/presence.svelte'
import type { Doing, Other } from '../src/sync/presence.svelte'
import { initial } from '../src/sync/connection'
import { Saved } from '../src/sync/saved.svelte'
import { SessionState } from '../src/sync/session.svelte'
import type { Role } from '../src/sync/session.svelte'
import type { Edit, Table } from '../src/sync/table.svelte'
import LiveRegion from '../src/ui/controls/LiveRegion.svelte'
import { skin } from '../src/ui/skin.svelte'
import { b1, golden, laid } from './boards'
import Loose from './Loose.svelte'
import { stir } from './peers'

const query = new URLSearchParams(location.search)
const ask = (name: string, otherwise: string) => query.get(name) ?? otherwise

language.start()
skin.start()
if (query.has('lang')) language.choose(ask('lang', 'nl') as 'nl' | 'en')
if (query.has('skin')) skin.choose(ask('skin', 'paper') as 'paper')

const doc = new Y.Doc()
const kind = ask('board', 'golden')
if (kind === 'golden') golden(doc)
else if (kind === 'b1') b1(doc)
else
  laid(
    doc,
    ask('cloth', 'rectangle') as Cloth,
    Number(ask('seats', '5')),
    Number(ask('notes', '0')),
  )

const role = ask('as', 'participant') as Role
const seat = role === 'participant' || role === 'facilitator' ? ask('seat', 's1') : null
const author: Author = { participant: 'p1', seat: seat ?? '' }
const names = ['Anna', 'Bilal', 'Chris de Wit', 'Dewi', 'Esra']
const people = names.map((name, index) => ({
  id: `p${index + 1}`,
  name,
  seat: `s${index + 1}`,
  role: 'participant' as Role,
  here: index !== 3,
}))
const session = new SessionState({
  phase: ask('phase', 'free') as Phase,
  silence: ask('silence', 'blank') as Silence,
  turned: ask('turned', 'no') === 'yes',
  door: 'open',
  namesCovered: false,
  writing: true,
  clock: { state: 'idle', total: 300, left: 300, endsAt: null },
  now: new Date().toISOString(),
  people,
  you: { id: 'p1', name: 'Anna', seat, role },
  board: { id: 'los', title: 'Vrolijk groot worden' },
})
const presence = new Presence()
const saved = new Saved()
saved.tell({ ...initial, phase: 'open', synced: true })
const store = new BoardStore(doc)
const edit = Object.fromEntries(
  Object.entries(edits).map(([name, does]) => [
    name,
    (...rest: unknown[]) => (does as (...all: unknown[]) => unknown)(doc, author, ...rest),
  ]),
) as unknown as Edit

const table: Table = {
  id: 'los',
  board: store,
  session,
  presence,
  saved,
  me: {
    participant: 'p1',
    name: 'Anna',
    seat,
    role,
    mayWrite: seat !== null,
    facilitates: role === 'facilitator',
    author,
  },
  edit,
  undo: new Undo(doc, () => author),
  api: boardApi('los'),
  ended: null,
  close: async () => {},
}

/** Someone else at the table, for pictures of their hands. */
function other(index: number, doing: Doing): void {
  const person = people[index]!
  const user = { id: person.id, name: person.name, seat: person.seat, role: person.role }
  presence.others.set(index, { ...doing, key: index, user } as Other)
}

/** What `bench/frames.py` asks of every page: far or near, and to say when it is ready. */
function look(where: 'near' | 'far'): void {
  const cloth = document.querySelector('[data-cloth]')
  const press = (key: string) =>
    cloth?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  press(where === 'far' ? '0' : 'End')
  if (where === 'near') press('+')
}

Object.assign(window, { look_: look, loose: { doc, table, session, presence, other, saved } })
await document.fonts.load('500 22px "Atkinson Hyperlegible Next Variable"')
const target = document.getElementById('app')!
mount(Loose, { target, props: { table, page: ask('page', 'cloth') } })
mount(LiveRegion, { target })
stir(Number(ask('peers', '0')), (index, at) => {
  const person = people[index % people.length]!
  const user = { id: `q${index}`, name: person.name, seat: `s${index + 1}`, role: person.role }
  presence.others.set(100 + index, {
    key: 100 + index,
    user,
    cursor: at,
    drag: { [`i${index}`]: at },
  })
})
Object.assign(window, { ready_: true })
