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

const BUNDLE_MS = 8_000
const NEWS_MS = 8_000

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

/** Says one's own action at once, or a step change or clock with priority. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  serial += 1
  if (urgency === 'assertive') assertive = { id: serial, text }
  else polite = { id: serial, text }
}

/**
 * Gathers what others do and says it once in a while: `say` turns the counts per kind into one
 * sentence, for instance "3 nieuwe ingrediënten, rand van stoel 2".
 */
export function bundle(
  say: (counts: ReadonlyMap<string, number>) => string,
  wait = BUNDLE_MS,
): { add: (kind: string) => void; stop: () => void } {
  let counts = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    timer = undefined
    const text = say(counts)
    counts = new Map()
    if (text !== '') announce(text)
  }
  return {
    add(kind) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      timer ??= setTimeout(flush, wait)
    },
    stop() {
      clearTimeout(timer)
      counts.clear()
    },
  }
}

/** Lays a slip of news at the foot of the page; it is said aloud too. */
export function tell(text: string, options: Partial<Omit<News, 'id' | 'text'>> = {}): void {
  serial += 1
  const item: News = { id: serial, text, tone: options.tone ?? 'calm', action: options.action }
  news = [...news.filter((old) => old.text !== text), item].slice(-3)
  announce(text, item.tone === 'alarm' ? 'assertive' : 'polite')
  if (item.tone === 'calm') setTimeout(() => dismiss(item.id), NEWS_MS)
}

/** Takes a slip of news away. */
export function dismiss(id: number): void {
  news = news.filter((item) => item.id !== id)
}
