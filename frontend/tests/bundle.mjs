/**
 * Bundle one entry for Node, with the browser's build of Svelte: `node bundle.mjs ENTRY OUTFILE`.
 *
 * So tests in Python can run the code of the page outside a browser.
 */
import { basename, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'

const [entry, outfile] = process.argv.slice(2).map((path) => resolve(path))
const root = dirname(dirname(fileURLToPath(import.meta.url)))

await build({
  root,
  configFile: false,
  logLevel: 'error',
  plugins: [svelte()],
  resolve: { conditions: ['browser', 'production'] },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: dirname(outfile),
    emptyOutDir: false,
    minify: false,
    target: 'node20',
    lib: { entry, formats: ['es'], fileName: () => basename(outfile) },
    rollupOptions: { external: [/^node:/, 'ws'] },
  },
})
