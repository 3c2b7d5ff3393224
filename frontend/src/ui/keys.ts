import type { Id } from '../model/types'

/** Whether a key press asks for the other face of the board: from cloth to list, or back. */
export function asksOtherFace(event: KeyboardEvent): boolean {
  return event.ctrlKey && event.altKey && event.key.toLowerCase() === 'l'
}

/** The record that the focus is at, when it stands inside an item of the list. */
export function itemInFocus(active: Element | null): Id | null {
  return active?.closest<HTMLElement>('[data-item]')?.dataset.item ?? null
}
