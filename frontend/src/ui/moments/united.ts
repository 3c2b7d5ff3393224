/** Reading several boards as one: which are chosen, what things are called, which pairs are left. */
import type { Id } from '../../model/types'
import type { Alike, Union } from '../../sync/union'

const NAME = 'met'

/** The boards that an address asks to see together with its own. */
export function chosenIn(search: string): Id[] {
  return [...new Set(new URLSearchParams(search).getAll(NAME))]
}

/** The address part that asks for these boards; what else it asked for stays. */
export function withChosen(search: string, others: readonly Id[]): string {
  const asked = new URLSearchParams(search)
  asked.delete(NAME)
  for (const other of others) asked.append(NAME, other)
  const said = asked.toString()
  return said && `?${said}`
}

/** What a node is called: a schakel, a slip or a theme. */
export function nodeName(union: Union, node: Id, nameless: string): string {
  const themes = Object.values(union.boards).map(({ theme }) => theme)
  const named =
    union.actors[node]?.label ??
    union.ingredients[node]?.text ??
    themes.find((theme) => theme.id === node)?.text
  return named || nameless
}

/** The pairs on which nobody decided yet, and those on which somebody did, latest first. */
export function sorted(pairs: readonly Alike[]): { open: Alike[]; decided: Alike[] } {
  const decided = pairs.filter(({ same }) => same !== null)
  decided.sort((a, b) => (a.at! < b.at! ? 1 : -1))
  return { open: pairs.filter(({ same }) => same === null), decided }
}

/** The same pair, whatever was decided about it. */
export const pairKey = ({ one, other }: Alike): string =>
  [one, other].map(({ board, actor }) => `${board}/${actor}`).join(' ')
