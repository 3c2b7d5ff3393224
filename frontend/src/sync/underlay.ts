/** The photo under a cloth: laying, placing and taking it away. */
import type { Id } from '../model/types'
import type { AskBoard } from './request'
import type { SessionJson, Underlay } from './session.svelte'

export type UnderlayPlace = Partial<Pick<Underlay, 'x' | 'y' | 'width' | 'angle' | 'fade'>>

export function underlayApi(
  ask: AskBoard,
  place: (path: string, query: Record<string, string>) => string,
) {
  return {
    layUnder: (photo: Blob) => ask<SessionJson>('/underlay', { method: 'PUT', body: photo }),
    placeUnderlay: (where: UnderlayPlace) =>
      ask<SessionJson>('/underlay', { method: 'PATCH', body: where }),
    removeUnderlay: () => ask<SessionJson>('/underlay', { method: 'DELETE' }),
    /** Where the photo is. */
    underlayPicture: (key: Id) => place('/underlay/' + encodeURIComponent(key), {}),
  }
}
