/** Where we are: a typed route read from the address, and the way to go elsewhere. */

export type Route =
  | { page: 'start' }
  | { page: 'help' }
  | { page: 'accessibility' }
  | { page: 'join'; board: string; secret: string }
  | { page: BoardPage; board: string }
  | { page: 'moment'; board: string; snapshot: string }
  | { page: 'lost'; path: string }

export type BoardPage = 'cloth' | 'list' | 'regie' | 'beamer' | 'moments'

const SEGMENTS: Readonly<Record<BoardPage, string>> = {
  cloth: 'kleed',
  list: 'lijst',
  regie: 'regie',
  beamer: 'beamer',
  moments: 'momenten',
}

const PAGES = new Map(
  Object.entries(SEGMENTS).map(([page, segment]) => [segment, page as BoardPage]),
)

const ID = /^[0-9A-Za-z_-]{1,64}$/

/** Reads a path and a fragment into a route; what nobody knows becomes `lost`. */
export function parse(path: string, fragment = ''): Route {
  const parts = path.split('/').filter(Boolean)
  const [first, board, segment, snapshot, ...rest] = parts
  const lost: Route = { page: 'lost', path }
  if (first === undefined) return { page: 'start' }
  if (first === 'hulp' && parts.length === 1) return { page: 'help' }
  if (first === 'toegankelijkheid' && parts.length === 1) return { page: 'accessibility' }
  if (first !== 'k' || board === undefined || !ID.test(board) || rest.length > 0) return lost
  if (segment === undefined) return { page: 'join', board, secret: fragment.replace(/^#/, '') }
  const page = PAGES.get(segment)
  if (page === undefined) return lost
  if (snapshot === undefined) return { page, board }
  return page === 'moments' && ID.test(snapshot) ? { page: 'moment', board, snapshot } : lost
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
