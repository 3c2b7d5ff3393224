/**
 * The loose cloth. To look: `npx vite dev --config dev/vite.config.ts`, then /dev/index.html.
 * To measure: `npx vite build --config dev/vite.config.ts --outDir <somewhere>`.
 */
import { mergeConfig } from 'vitest/config'
import config from '../vite.config.ts'

export default mergeConfig(config, {
  root: new URL('..', import.meta.url).pathname,
  build: { rolldownOptions: { input: 'dev/index.html' }, emptyOutDir: true },
  server: { fs: { allow: ['..'] } },
})
