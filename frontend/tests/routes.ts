/** Every request that the page can make, one a line: `METHOD /path`, with `_` for each id. */
import * as api from '../src/sync/api'

const asked = new Set<string>()
globalThis.fetch = (path, init) => {
  asked.add(`${init?.method} ${String(path).split('?')[0]}`)
  return Promise.resolve(new Response('{}'))
}

const { createBoard, importBoard, join, heldBoards, forgetBoards, wording, formats, shared } = api
const { showDigits, paired } = api
const anywhere = { createBoard, importBoard, join, heldBoards, forgetBoards, showDigits, paired }
const ask = { ...api.boardApi('_'), ...anywhere, wording, formats, shared }
for (const request of Object.values(ask) as ((...args: unknown[]) => unknown)[]) {
  const answer = await request('_', '_', {})
  if (typeof answer === 'string') asked.add(`GET ${answer.split('?')[0]}`)
}
process.stdout.write([...asked].sort().join('\n') + '\n')
process.exit(0)
