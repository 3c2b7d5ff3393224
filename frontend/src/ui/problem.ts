import { m } from '../i18n/paraglide/messages.js'
import { Problem } from '../sync/api'

/** What went wrong, in words for the person who did it. */
export function problemText(error: unknown): string {
  if (!(error instanceof Problem)) {
    console.error(error)
    return m.pages_error_unknown()
  }
  if (error.status === 0) return m.pages_error_network()
  return error.detail || error.title || m.pages_error_unknown()
}
