import ArrowRightFromLine from '@lucide/svelte/icons/arrow-right-from-line'
import Armchair from '@lucide/svelte/icons/armchair'
import CircleHelp from '@lucide/svelte/icons/circle-question-mark'
import History from '@lucide/svelte/icons/history'
import ListTree from '@lucide/svelte/icons/list-tree'
import Presentation from '@lucide/svelte/icons/presentation'
import RectangleHorizontal from '@lucide/svelte/icons/rectangle-horizontal'
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal'
import { m } from '../../i18n/paraglide/messages.js'
import type { Table } from '../../sync/table.svelte'
import type { MenuItem } from '../controls/menu'
import { lookItems } from '../frame/look'
import { boardPath, type BoardPage } from '../router.svelte'

/** Pages that stand in the menu; the others start at the moments or at the cloth. */
type Listed = Exclude<BoardPage, 'compare' | 'past' | 'union' | 'beside'>

const words: Readonly<Record<Listed, () => string>> = {
  cloth: () => m.pages_page_cloth(),
  list: () => m.pages_page_list(),
  moments: () => m.pages_page_moments(),
  regie: () => m.pages_page_regie(),
  beamer: () => m.pages_page_beamer(),
}

const icons = {
  cloth: RectangleHorizontal,
  list: ListTree,
  moments: History,
  regie: SlidersHorizontal,
  beamer: Presentation,
} as const

const HOSTS: readonly Listed[] = ['regie', 'beamer']

/** The pages of this board that this person may open. */
export function boardPages(table: Pick<Table, 'me'>): Listed[] {
  return (Object.keys(words) as Listed[]).filter(
    (page) => table.me.facilitates || !HOSTS.includes(page),
  )
}

export const pageWord = (page: Listed): string => words[page]()

/** The menu of every page of a board: other pages, the look of the room, help, leaving. */
export function boardMenu(table: Table, here: BoardPage, onleave: () => void): MenuItem[] {
  const pages = boardPages(table)
    .filter((page) => page !== here)
    .map((page) => ({
      label: words[page](),
      icon: icons[page],
      href: boardPath(table.id, page) + location.search,
    }))
  const chair = {
    label: m.pages_page_chair(),
    icon: Armchair,
    href: `${boardPath(table.id, 'join')}${location.search || '?'}&plaats`,
  }
  const seated = table.me.role === 'participant' || table.me.facilitates
  const look = lookItems().map((item, index) => (index === 0 ? { ...item, apart: true } : item))
  return [
    ...pages,
    ...(seated ? [chair] : []),
    ...look,
    { label: m.pages_help(), icon: CircleHelp, href: '/hulp', apart: true },
    { label: m.pages_leave(), hint: m.pages_leave_hint(), icon: ArrowRightFromLine, act: onleave },
  ]
}
