// Hocuspocus as its documentation advises, with one SQLite table for the documents.
// Usage: node hocuspocus.mjs MODULES PORT DATABASE
import { createRequire } from 'node:module'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'

const [modules, port, file] = process.argv.slice(2)
const load = async (name) =>
  import(pathToFileURL(createRequire(`${modules}/package.json`).resolve(name)).href)
const { Server } = await load('@hocuspocus/server')
const { Database } = await load('@hocuspocus/extension-database')

const table = new DatabaseSync(file)
table.exec('PRAGMA journal_mode = WAL')
table.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)')
const select = table.prepare('SELECT data FROM documents WHERE name = ?')
const upsert = table.prepare(
  'INSERT INTO documents VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
)

const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => select.get(documentName)?.data ?? null,
      store: async ({ documentName, state }) => void upsert.run(documentName, state),
    }),
  ],
})
await server.listen()
