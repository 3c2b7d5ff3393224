// Somebody at the table who uses no browser: an unmodified y-websocket client.
// Reads one JSON command a line: {"set": [root, key, value]}, {"get": root}, {"leave": true}.
// Answers one JSON line each; prints {"synced": true} when the first state has arrived.
// Usage: node tablemate.mjs ADDRESS BOARD TICKET
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(new URL('../../frontend/package.json', import.meta.url))
const Y = require('yjs')
const { WebsocketProvider } = require('y-websocket')
const { WebSocket } = require('ws')

const [address, board, ticket] = process.argv.slice(2)
const doc = new Y.Doc()
const provider = new WebsocketProvider(`${address}/sync`, board, doc, {
  protocols: [`ticket.${ticket}`],
  WebSocketPolyfill: WebSocket,
  disableBc: true,
})
const say = (value) => process.stdout.write(JSON.stringify(value) + '\n')
provider.on('sync', (synced) => synced && say({ synced }))

function act(command) {
  if (command.set) {
    const [root, key, value] = command.set
    doc.getMap(root).set(key, value)
    return { done: true }
  }
  if (command.get) return doc.getMap(command.get).toJSON()
  provider.destroy()
  return { left: true }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const command = JSON.parse(line)
  say(act(command))
  if (command.leave) setTimeout(() => process.exit(0), 200)
})
