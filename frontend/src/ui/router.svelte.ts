/** Where we are: a typed route read from the address, and the way to go elsewhere. */

export type Route =
  | { page: 'start' }
  | { page: 'help' }
  | { page: 'accessibility' }
  | { page: 'tour' }
  | { page: 'keys' }
  | { page: 'device' }
  | { page: 'pair' }
  | { page: 'join'; board: string; secret: string }
  | { page: BoardPage; board: string }
  | { page: 'moment'; board: string; snapshot: string }
  | { page: 'shared'; secret: string }
  | { page: 'lost'; path: string }

export type BoardPage =
  'cloth' | 'list' | 'regie' | 'beamer' | 'moments' | 'compare' | 'past' | 'union' | 'beside'

const SEGMENTS: Readonly<Record<BoardPage, string>> = {
  cloth: 'kleed',
  list: 'lijst',
  regie: 'regie',
  beamer: 'beamer',
  moments: 'momenten',
  compare: 'vergelijk',
  past: 'verloop',
  union: 'samen',
  beside: 'naast',
}

/** Where a screen goes to become a projector. */
export const PAIRING_PATH = '/beamer'

const PAGES = new Map(
  Object.entries(SEGMENTS).map(([page, segment]) => [segment, page as BoardPage]),
)

const ID = /^[0-9A-Za-z_-]{1,64}$/

const PLAIN = new Map<string, Route>([
  ['', { page: 'start' }],
  ['hulp', { page: 'help' }],
  ['toegankelijkheid', { page: 'accessibility' }],
  ['rondleiding', { page: 'tour' }],
  ['toetsen', { page: 'keys' }],
  ['apparaat', { page: 'device' }],
  ['beamer', { page: 'pair' }],
])

function boardRoute(parts: readonly string[], secret: string): Route | undefined {
  const [board = '', segment, snapshot] = parts
  if (!ID.test(board) || parts.length > 3) return undefined
  if (segment === undefined) return { page: 'join', board, secret }
  const page = PAGES.get(segment)
  if (page === undefined || snapshot === undefined) return page && { page, board }
  return page === 'moments' && ID.test(snapshot) ? { page: 'moment', board, snapshot } : undefined
}

/** Reads a path and a fragment into a route; what nobody knows becomes `lost`. */
export function parse(path: string, fragment = ''): Route {
  const parts = path.split('/').filter(Boolean)
  const plain = PLAIN.get(parts.join('/'))
  if (plain !== undefined) return plain
  const secret = fragment.replace(/^#/, '')
  if (parts.join('/') === 'gedeeld') return { page: 'shared', secret }
  const found = parts[0] === 'k' ? boardRoute(parts.slice(1), secret) : undefined
  return found ?? { page: 'lost', path }
}

/** The address of a page of a board. */
export function boardPath(board: string, page: BoardPage | 'join', snapshot?: string): string {
  if (page === 'join') return `/k/${board}`
  const path = `/k/${board}/${SEGMENTS[page]}`
  return snapshot === undefined ? path : `${path}/${snapshot}`
}

let route = $state.raw<Route>(parse(location.pathname, location.hash))
/** Counts the moves within the app: 0 on the page that was opened first. */
let moves = $state(0)

function read(): void {
  route = parse(location.pathname, location.hash)
  moves += 1
}

export const router = {
  get route(): Route {
    return route
  },
  get moves(): number {
    return moves
  },
  /** Listens to the browser's back and forward, and to links inside the app. */
  start(): () => void {
    window.addEventListener('popstate', read)
    document.addEventListener('click', follow)
    return () => {
      window.removeEventListener('popstate', read)
      document.removeEventListener('click', follow)
    }
  },
}

/** Goes to an address within the app. */
export function go(path: string, replace = false): void {
  if (replace) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  read()
  if (!path.includes('#')) window.scrollTo(0, 0)
}

/** Takes the secret out of the address bar and the history, and leaves the page as it is. */
export function hideFragment(): void {
  history.replaceState(history.state, '', location.pathname + location.search)
}

function plainClick(event: MouseEvent): boolean {
  return (
    event.button === 0 &&
    !event.defaultPrevented &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  )
}

function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || !plainClick(event) || link.target !== '' || link.hasAttribute('download')) {
    return
  }
  const url = new URL(link.href, location.href)
  const samePage = url.pathname === location.pathname && url.hash !== ''
  if (url.origin !== location.origin || url.pathname.startsWith('/api/') || samePage) return
  event.preventDefault()
  go(url.pathname + url.search + url.hash)
}
