/** Read updates (hexadecimal, a line each) and write what the page makes of them, a line each. */
import { createInterface } from 'node:readline'
import * as Y from 'yjs'
import { BoardStore } from '../src/model/board.svelte'
import { contentOf } from './content'

for await (const line of createInterface({ input: process.stdin })) {
  const doc = new Y.Doc()
  const store = new BoardStore(doc)
  Y.applyUpdate(doc, Buffer.from(line, 'hex'))
  process.stdout.write(JSON.stringify(contentOf(store)) + '\n')
}
