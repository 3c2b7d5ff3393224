/** Tells the worker of the page, when it is built, which files make up this version. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import type { Plugin } from 'vite'

const WORKER = 'worker.js'
/** Every browser with a service worker reads woff2. */
const isKept = (name: string): boolean => name !== WORKER && !/\.(woff|map)$/.test(name)

export function keptFiles(publicFolder: string): Plugin {
  return {
    name: 'kept-files',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER]
        if (worker?.type !== 'chunk') throw new Error('the worker was not built')
        const page = bundle['index.html']
        const built = Object.keys(bundle).filter((name) => isKept(name) && name !== 'index.html')
        const files = ['', ...built, ...readdirSync(publicFolder)].map((name) => `/${name}`).sort()
        const version = createHash('sha256')
          .update(JSON.stringify(files) + worker.code)
          .update(page?.type === 'asset' ? page.source : '')
          .digest('hex')
          .slice(0, 12)
        worker.code = worker.code
          .replaceAll('KEPT_FILES', JSON.stringify(files))
          .replaceAll('KEPT_VERSION', JSON.stringify(version))
      },
    },
  }
}
