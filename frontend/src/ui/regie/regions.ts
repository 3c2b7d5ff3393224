/** What a projector shows as one word of a list, and back. */
import type { Id } from '../../model/types'
import type { Region } from '../../sync/session.svelte'

export interface Shows {
  region: Region
  target?: Id
}

export const toWord = (region: Region, target: Id | null): string =>
  target === null ? region : `${region}:${target}`

export function fromWord(word: string): Shows {
  const [region = 'whole', target] = word.split(':') as [Region, Id?]
  return target === undefined ? { region } : { region, target }
}
