// What Yjs makes of updates: reads them in hexadecimal digits, one a line, and prints the roots.
import { readFileSync } from 'node:fs'
import * as Y from '../../frontend/node_modules/yjs/dist/yjs.mjs'

const ROOTS = [
  'meta', 'theme', 'theme_names', 'seats', 'ingredients', 'actors', 'ties', 'stories',
  'contacts', 'involvements', 'invitations', 'convergences', 'questions', 'strokes',
]

const plain = (value) => {
  if (value === undefined || value === null) return null
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
}

const doc = new Y.Doc()
for (const line of readFileSync(0, 'utf8').split('\n')) {
  if (line) Y.applyUpdate(doc, Buffer.from(line, 'hex'))
}
const contents = ROOTS.map((root) => [root, plain(Object.fromEntries(doc.getMap(root).entries()))])
process.stdout.write(JSON.stringify(Object.fromEntries(contents.filter(([, root]) => Object.keys(root).length))))
