/** What can be done with a record in this step, as words; what cannot is absent. */
import CircleQuestion from '@lucide/svelte/icons/circle-question-mark'
import Map from '@lucide/svelte/icons/map'
import MessagesSquare from '@lucide/svelte/icons/messages-square'
import Move from '@lucide/svelte/icons/move'
import Pencil from '@lucide/svelte/icons/pencil'
import Spline from '@lucide/svelte/icons/spline'
import Target from '@lucide/svelte/icons/target'
import Trash from '@lucide/svelte/icons/trash-2'
import Waypoints from '@lucide/svelte/icons/waypoints'
import type { Component } from 'svelte'
import type { Deed } from '../cloth/steps'
import { m } from '../i18n/paraglide/messages.js'
import type { Phase } from '../model/schema.gen'
import type { Id } from '../model/types'
import type { Table } from '../sync/table.svelte'
import { isMine, may } from '../ui/may'

/** The dialogs that can lie open on a board page. */
export type DialogName =
  'via' | 'tie' | 'move' | 'contact' | 'positions' | 'edit' | 'ask' | 'actor' | 'person'

export interface Opened {
  dialog: DialogName
  id: Id
  /** Everything that the dialog is about, when it is about more than one. */
  all?: readonly Id[]
}

export type VerbName = Exclude<DialogName, 'actor' | 'person'> | 'remove' | 'cloth'

export interface Verb {
  name: VerbName
  label: string
  icon: Component<{ size?: number; 'aria-hidden'?: 'true' }>
  /** The verb this step is about: it stands beside the record, not only in its menu. */
  first: boolean
}

const LOOKS: Readonly<Record<VerbName, { label: () => string; icon: Verb['icon'] }>> = {
  edit: { label: () => m.list_verb_edit(), icon: Pencil },
  via: { label: () => m.list_verb_via(), icon: Waypoints },
  tie: { label: () => m.list_verb_lines(), icon: Spline },
  move: { label: () => m.list_verb_move(), icon: Move },
  ask: { label: () => m.list_verb_ask(), icon: CircleQuestion },
  contact: { label: () => m.list_verb_contact(), icon: MessagesSquare },
  positions: { label: () => m.list_verb_positions(), icon: Target },
  cloth: { label: () => m.list_verb_cloth(), icon: Map },
  remove: { label: () => m.list_verb_remove(), icon: Trash },
}

/** What decides about one record: the step's deeds, and whether this person may touch it. */
interface Case {
  phase: Phase
  all: ReadonlySet<Deed>
  /** One's own, or anyone's where the step says so. */
  own: boolean
  /** Drawn on the cloth. */
  drawn: boolean
  asked: boolean
}

type Rule = [name: VerbName, holds: (of: Case) => boolean, first?: Phase]

const INGREDIENT_RULES: readonly Rule[] = [
  ['via', ({ all }) => all.has('tie') && all.has('connect'), 'connectors'],
  ['edit', ({ all, own, asked }) => (all.has('edit') && own) || (asked && all.has('ask'))],
  ['tie', ({ all }) => all.has('tie')],
  ['move', ({ all, own }) => all.has('move') || (all.has('arrange') && own)],
  ['ask', ({ all }) => all.has('ask'), 'walk'],
  ['cloth', () => true],
  ['remove', ({ all, own }) => all.has('remove') && own],
]

const ACTOR_RULES: readonly Rule[] = [
  ['contact', ({ all, drawn }) => all.has('contact') && drawn, 'contacts'],
  ['positions', ({ all }) => all.has('position'), 'positions'],
  ['edit', ({ all }) => all.has('connect')],
  ['tie', ({ all, drawn }) => all.has('tie') && drawn, 'connectors'],
  ['move', ({ all, drawn }) => all.has('move') && drawn],
  ['cloth', ({ drawn }) => drawn],
  ['remove', ({ all, own }) => all.has('connect') && own],
]

function verbsBy(rules: readonly Rule[], of: Case): Verb[] {
  return rules
    .filter(([, holds]) => holds(of))
    .map(([name, , first]) => {
      const { label, icon } = LOOKS[name]
      return { name, label: label(), icon, first: first === of.phase }
    })
}

function caseOf(table: Table, id: Id): Case {
  const { board, session } = table
  const all = may(table)
  return {
    phase: session.phase,
    all,
    own: isMine(table, id) || all.has('others'),
    drawn: board.actors.get(id)?.onCloth ?? false,
    asked: board.questionsOn(id).size > 0,
  }
}

/** The verbs of a slip. */
export const ingredientVerbs = (table: Table, id: Id): Verb[] =>
  verbsBy(INGREDIENT_RULES, caseOf(table, id))

/** The verbs of a schakel, or of somebody who is known but not drawn. */
export const actorVerbs = (table: Table, id: Id): Verb[] => verbsBy(ACTOR_RULES, caseOf(table, id))

/** What may be done with a record, whichever it is. */
export function verbNames(table: Table, id: Id): ReadonlySet<VerbName> {
  const verbs = table.board.actors.has(id) ? actorVerbs(table, id) : ingredientVerbs(table, id)
  return new Set(verbs.map(({ name }) => name))
}
