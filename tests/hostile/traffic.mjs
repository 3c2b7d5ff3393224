// Real Yjs clients at one table, as a recording: `node traffic.mjs SEED STEPS` prints, line by
// line, who comes, what each sends and who goes, and at the end what the document must hold.
//
// Every participant has one or more tabs. A tab behaves like a y-websocket client: it answers
// step 1 with step 2, sends every change of its document as an update, keeps writing while it is
// offline, and starts from the local copy that an earlier tab of the same participant left, so
// that it also brings along what that tab could not send. Tabs of one participant pass updates to
// each other and forward them. Some offline tabs merge what they wrote and send it as one update.
import * as Y from '../../frontend/node_modules/yjs/dist/yjs.mjs'

const [seed, steps] = process.argv.slice(2).map(Number)
const PARTICIPANTS = 4
const POOL = 12

/** Mulberry32: small, seeded, good enough. */
function generator(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
const random = generator(seed)
const below = (n) => Math.floor(random() * n)
const pick = (list) => list[below(list.length)]
const chance = (p) => random() < p

const say = (event) => process.stdout.write(JSON.stringify(event) + '\n')
const hex = (bytes) => Buffer.from(bytes).toString('hex')

// --- the server as Yjs would be it, refusing gaps as ours does -------------------------------
let server = new Y.Doc()
const online = new Map()

function receive(tab, kind, update) {
  if (kind === 1) tab.awaited = false
  const before = Y.encodeStateAsUpdate(server)
  Y.applyUpdate(server, update)
  const { pendingStructs, pendingDs } = server.store
  const gap = pendingStructs !== null || pendingDs !== null
  say({ event: 'update', peer: tab.peer, answers: kind === 1, gap, update: hex(update) })
  if (gap) {
    server = new Y.Doc()
    Y.applyUpdate(server, before)
    if (kind === 2 && !tab.awaited) ask(tab)
  } else {
    for (const other of online.values()) if (other !== tab) other.inbox.push([2, update])
  }
}

function ask(tab) {
  tab.awaited = true
  tab.inbox.push([0, Y.encodeStateVector(server)])
}

function connect(tab) {
  tab.peer = ++peers
  tab.inbox = []
  tab.outbox = []
  online.set(tab.peer, tab)
  say({ event: 'join', peer: tab.peer, participant: tab.participant.name })
  ask(tab)
  tab.outbox.push([0, Y.encodeStateVector(tab.doc)])
  if (tab.merges && tab.unsent.length) tab.outbox.push([2, Y.mergeUpdates(tab.unsent)])
  tab.unsent = []
}

function disconnect(tab) {
  online.delete(tab.peer)
  say({ event: 'leave', peer: tab.peer })
  tab.peer = null
  tab.inbox = []
  tab.outbox = []
}

/** The server takes the next message of a tab. */
function deliverOut(tab) {
  const message = tab.outbox.shift()
  if (!message) return
  const [kind, bytes] = message
  if (kind !== 0) return receive(tab, kind, bytes)
  say({ event: 'step1', peer: tab.peer, vector: hex(bytes) })
  tab.inbox.push([1, Y.encodeStateAsUpdate(server, bytes)])
}

/** A tab takes the next message of the server. */
function deliverIn(tab) {
  const message = tab.inbox.shift()
  if (!message) return
  const [kind, bytes] = message
  if (kind === 0) tab.outbox.push([1, Y.encodeStateAsUpdate(tab.doc, bytes)])
  else Y.applyUpdate(tab.doc, bytes, 'server')
}

// --- participants and their tabs -------------------------------------------------------------
let peers = 0
const people = Array.from({ length: PARTICIPANTS }, (_, i) => ({
  name: `p${i}`,
  tabs: [],
  copy: null,
}))

function open(participant) {
  const doc = new Y.Doc()
  doc.clientID = 1000 + below(2 ** 31)
  const tab = { participant, doc, peer: null, inbox: [], outbox: [], unsent: [] }
  tab.merges = chance(0.3)
  if (participant.copy) Y.applyUpdate(doc, participant.copy, 'copy')
  const scope = ['ingredients', 'strokes', 'actors', 'ties'].map((root) => doc.getMap(root))
  tab.undo = new Y.UndoManager(scope, {
    captureTimeout: 0,
    trackedOrigins: new Set(['me']),
    ignoreRemoteMapChanges: chance(0.5),
  })
  doc.on('update', (update, origin) => {
    for (const other of participant.tabs) {
      if (other !== tab && origin !== 'server') Y.applyUpdate(other.doc, update, 'tab')
    }
    if (origin === 'server') return
    if (tab.peer) tab.outbox.push([2, update])
    else if (tab.merges) tab.unsent.push(update)
  })
  participant.tabs.push(tab)
  return tab
}

function close(tab) {
  if (tab.peer) disconnect(tab)
  const participant = tab.participant
  const copy = Y.encodeStateAsUpdate(tab.doc)
  participant.copy = participant.copy ? Y.mergeUpdates([participant.copy, copy]) : copy
  participant.tabs.splice(participant.tabs.indexOf(tab), 1)
  tab.undo.destroy()
}

// --- edits -----------------------------------------------------------------------------------
const words = ['buurtmoestuin', 'één fiets', 'zorg 😀', '', 'الحي', '=SOM(A1)', 'a̐éö̲']
const bytes = () => Uint8Array.from({ length: below(40) }, () => below(128))
const point = () => [below(2400), below(1200)]
const id = () => `i${below(POOL)}`
const tie = () => `a${below(POOL)}~i${below(POOL)}`

const edits = [
  (doc) => {
    const one = id()
    doc.getMap('ingredients').set(one, { seat: 's1', pen: 'blue' })
    doc.getMap('ingredients').set(`${one}.text`, pick(words))
    doc.getMap('ingredients').set(`${one}.at`, point())
  },
  (doc) => doc.getMap('ingredients').set(`${id()}.at`, point()),
  (doc) => doc.getMap('ingredients').set(`${id()}.at`, point()),
  (doc) => doc.getMap('ingredients').set(`${id()}.text`, pick(words)),
  (doc) => {
    const key = `${id()}.text`
    for (let n = below(4) + 1; n > 0; n--) doc.getMap('ingredients').set(key, pick(words) + n)
  },
  (doc) => doc.getMap('ingredients').set(`${id()}.gone`, chance(0.5) ? null : { by: 's1', when: '2025-01-10', seen: [tie(), tie()] }),
  (doc) => doc.getMap('ingredients').delete(`${id()}.${pick(['text', 'at', 'gone'])}`),
  (doc) => doc.getMap('strokes').set(`x${below(POOL)}`, { seat: 's1', pen: 'blue', width: 3.5, points: bytes() }),
  (doc) => doc.getMap('strokes').delete(`x${below(POOL)}`),
  (doc) => doc.getMap('strokes').set(`x${below(POOL)}.caption`, chance(0.5) ? bytes() : pick(words)),
  (doc) => doc.getMap('actors').set(`a${below(POOL)}.on_cloth`, chance(0.5)),
  (doc) => doc.getMap('actors').set(`a${below(POOL)}.same_as`, chance(0.3) ? undefined : pick([1e21, -3, 0.1, 2 ** 40, -0])),
  (doc) => {
    const key = tie()
    doc.getMap('ties').set(key, { by: 's1' })
    doc.getMap('ties').set(`${key}.basis`, 'factual')
    doc.getMap('ties').delete(`${key}.evidence`)
  },
]

function edit(tab) {
  tab.doc.transact(() => {
    for (let n = chance(0.2) ? 3 : 1; n > 0; n--) pick(edits)(tab.doc)
  }, 'me')
}

// --- a session -------------------------------------------------------------------------------
function step() {
  const participant = pick(people)
  const tab = participant.tabs.length ? pick(participant.tabs) : open(participant)
  const roll = random()
  if (roll < 0.4) edit(tab)
  else if (roll < 0.46) tab.undo.undo()
  else if (roll < 0.5) tab.undo.redo()
  else if (roll < 0.7) deliverOut(tab)
  else if (roll < 0.9) deliverIn(tab)
  else if (roll < 0.94) {
    if (!tab.peer) connect(tab)
  } else if (roll < 0.96) {
    if (tab.peer && chance(0.5)) disconnect(tab)
  } else if (roll < 0.965) close(tab)
  else if (roll < 0.97 && participant.tabs.length < 3) open(participant)
  else if (tab.peer && chance(0.5)) tab.outbox.push([0, Y.encodeStateVector(tab.doc)])
}

/** Everybody comes back and everything arrives. */
function settle() {
  for (const participant of people) {
    if (!participant.tabs.length) open(participant)
    for (const tab of participant.tabs) if (!tab.peer) connect(tab)
  }
  for (let round = 0; round < 4; round++) {
    for (const tab of [...online.values()]) {
      while (tab.outbox.length) deliverOut(tab)
      while (tab.inbox.length) deliverIn(tab)
    }
    for (const tab of online.values()) ask(tab)
  }
  for (const tab of [...online.values()]) {
    while (tab.inbox.length) deliverIn(tab)
    while (tab.outbox.length) deliverOut(tab)
  }
}

const plain = (value) =>
  value instanceof Uint8Array
    ? { bytes: hex(value) }
    : Array.isArray(value)
      ? value.map(plain)
      : value && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
        : value === undefined
          ? null
          : value

for (let n = 0; n < steps; n++) step()
settle()
const roots = Object.fromEntries(
  ['ingredients', 'strokes', 'actors', 'ties'].map((root) => [
    root,
    Object.fromEntries([...server.getMap(root).entries()].map(([key, value]) => [key, plain(value)])),
  ]),
)
const strangers = people.flatMap(({ tabs }) => tabs).filter((tab) => {
  const [ours, theirs] = [Y.encodeStateVector(server), Y.encodeStateVector(tab.doc)].map(Y.decodeStateVector)
  return ours.size !== theirs.size || [...ours].some(([client, clock]) => theirs.get(client) !== clock)
})
say({ event: 'end', roots, apart: strangers.length })
