/** The contact card of an actor as one draft, and how it is written down. */
import type { BoardStore } from '../../model/board.svelte'
import type { ContactMode, ContactStatus } from '../../model/schema.gen'
import type { Id } from '../../model/types'
import type { Table } from '../../sync/table.svelte'
import { neighbours, textOf } from '../naming'
import { readsStory } from './cards'

export interface Draft {
  mode: ContactMode
  /** The actors beside the one the card is about. */
  others: Id[]
  who: Id | null
  when: string
  status: ContactStatus
  shared: boolean
  /** Null: it stands on a card that this person may not read. */
  story: string | null
  inspiredBy: Id[]
}

const NEW_CARD = {
  mode: 'individual',
  who: null,
  when: null,
  status: 'prepared',
  shared: false,
  members: [],
} as const
const NO_STORY = { text: '', inspiredBy: [] } as const

/** What the card says now; a new card starts out individual and prepared. */
export function draftOf(table: Table, actor: Id, contact: Id | null): Draft {
  const { board } = table
  const card = board.contacts.get(contact ?? '') ?? NEW_CARD
  const { text, inspiredBy } = board.stories.get(actor) ?? NO_STORY
  const { mode, who, when, status, shared } = card
  const others = card.members.filter((member) => member !== actor)
  return {
    mode,
    others,
    who,
    when: when ?? '',
    status,
    shared,
    story: readsStory(table, actor) ? text : null,
    inspiredBy: [...inspiredBy],
  }
}

/** The ingredients an actor is tied to: they inspire its story. */
export function inspirations(board: BoardStore, actor: Id): Id[] {
  return neighbours(board, actor)
    .filter((id) => board.ingredients.has(id))
    .sort((a, b) => textOf(board, a).localeCompare(textOf(board, b)))
}

/** Writes the card and the story in one step of undo; gives the card's id. */
export function keepContact(table: Table, actor: Id, contact: Id | null, draft: Draft): Id {
  const { edit } = table
  const { mode, who, status, shared } = draft
  const members = mode === 'group' ? [actor, ...draft.others] : [actor]
  const facts = { mode, who, status, shared, when: draft.when || null }
  return edit.together(() => {
    const id = contact ?? edit.addContact(members, facts)
    if (contact !== null) {
      edit.setContact(id, facts)
      changeMembers(table, id, members)
    }
    if (draft.story !== null) keepStory(table, actor, draft.story, draft.inspiredBy)
    return id
  })
}

function keepStory(
  { board, edit }: Table,
  actor: Id,
  story: string,
  inspiredBy: readonly Id[],
): void {
  const before = board.stories.get(actor)
  if (story.trim() !== (before?.text ?? '')) edit.setStory(actor, story.trim())
  const was = before?.inspiredBy ?? []
  for (const id of inspiredBy) if (!was.includes(id)) edit.inspire(actor, id, true)
  for (const id of was) if (!inspiredBy.includes(id)) edit.inspire(actor, id, false)
}

function changeMembers({ board, edit }: Table, contact: Id, members: readonly Id[]): void {
  const was = board.contacts.get(contact)?.members ?? []
  for (const id of members) if (!was.includes(id)) edit.addMember(contact, id)
  for (const id of was) if (!members.includes(id)) edit.removeMember(contact, id)
}
