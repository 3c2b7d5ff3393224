/** From where a request of the page is answered on this device. */

export interface Asked {
  readonly method: string
  readonly mode: string
  readonly url: string
}

const NOT_OURS = ['/api/', '/sync/', '/health/']

/**
 * `page`: the one page that shows every address; `file`: a kept file of that page; `network`: what
 * only the server knows. Words of people are never among what is kept.
 */
export function answerFor(asked: Asked, origin: string): 'page' | 'file' | 'network' {
  const { origin: from, pathname } = new URL(asked.url)
  const elsewhere = from !== origin || NOT_OURS.some((start) => pathname.startsWith(start))
  if (asked.method !== 'GET' || elsewhere) return 'network'
  return asked.mode === 'navigate' && !pathname.includes('.') ? 'page' : 'file'
}
