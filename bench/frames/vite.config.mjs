/** The pages on which others show board B1; their programs stand in FRAMES_HOME. */
import { join } from 'node:path'

const THEIRS = /^(@excalidraw\/excalidraw|tldraw|react-dom|react)(\/|$)/
const yjs = new URL('../../frontend/node_modules/yjs', import.meta.url).pathname

/** What these pages load by name is looked for where the peers were installed. */
const installed = {
  name: 'installed-peers',
  enforce: 'pre',
  resolveId(id, importer) {
    const ours = !importer?.includes('node_modules')
    if (!ours || !THEIRS.test(id)) return null
    return this.resolve(id, join(process.env.FRAMES_HOME, 'page.mjs'), { skipSelf: true })
  },
}

export default {
  root: new URL('.', import.meta.url).pathname,
  base: './',
  plugins: [installed],
  resolve: { alias: { yjs } },
  define: { 'process.env.IS_PREACT': '"false"' },
  build: { emptyOutDir: true, target: 'esnext' },
}
