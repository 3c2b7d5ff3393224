/** What is said aloud by screen readers, and the slips of news at the foot of the page. */

interface Said {
  id: number
  text: string
}

/** A slip of news with at most one verb. */
export interface News {
  id: number
  text: string
  tone: 'calm' | 'alarm'
  action?: { label: string; act: () => void } | undefined
}

const NEWS_MS = 8_000
const BREATH_MS = 50

let serial = 0
let polite = $state.raw<Said>({ id: 0, text: '' })
let assertive = $state.raw<Said>({ id: 0, text: '' })
let news = $state.raw<readonly News[]>([])

export const spoken = {
  get polite(): Said {
    return polite
  },
  get assertive(): Said {
    return assertive
  },
  get news(): readonly News[] {
    return news
  },
}

/** Says one's own action, or a step change or clock with priority. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  serial += 1
  const said = { id: serial, text }
  // A dialog that closes with this sentence must be gone before it is said, or it is not heard.
  setTimeout(() => {
    if (urgency === 'assertive') assertive = said
    else polite = said
  }, BREATH_MS)
}

/** Lays a slip of news at the foot of the page; it is said aloud too. An alarm stays there. */
export function tell(
  text: string,
  { stays = false, ...options }: Partial<Omit<News, 'id' | 'text'>> & { stays?: boolean } = {},
): void {
  serial += 1
  const item: News = { id: serial, text, tone: options.tone ?? 'calm', action: options.action }
  news = [...news.filter((old) => old.text !== text), item].slice(-3)
  announce(text, item.tone === 'alarm' ? 'assertive' : 'polite')
  if (item.tone === 'calm' && !stays) setTimeout(() => dismiss(item.id), NEWS_MS)
}

/** Takes a slip of news away. */
export function dismiss(id: number): void {
  news = news.filter((item) => item.id !== id)
}
