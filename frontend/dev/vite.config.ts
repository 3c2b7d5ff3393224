/** The loose cloth: `npx vite dev --config dev/vite.config.ts` and open /dev/index.html. */
import { mergeConfig } from 'vitest/config'
import config from '../vite.config'

export default mergeConfig(config, {
  root: new URL('..', import.meta.url).pathname,
  server: { fs: { allow: ['..'] }, watch: { ignored: ['**/dist/**'] } },
})
