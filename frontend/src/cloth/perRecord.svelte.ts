/** One effect for each record of a map, so that a change costs as much as what changed. */
import { untrack } from 'svelte'
import type { Id } from '../model/types'

/** Runs `effect` for each record, anew whenever that record changes; `gone` when it leaves. */
export function perRecord<T>(
  records: ReadonlyMap<Id, T>,
  effect: (record: T) => void,
  gone: (id: Id) => void,
): void {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- only this function reads it
  const running = new Map<Id, () => void>()
  $effect(() => {
    const ids = [...records.keys()]
    untrack(() => {
      for (const id of [...running.keys()].filter((known) => !records.has(known))) {
        running.get(id)?.()
        running.delete(id)
        gone(id)
      }
      for (const id of ids) if (!running.has(id)) running.set(id, follow(records, id, effect))
    })
  })
  $effect(() => () => {
    for (const stop of running.values()) stop()
  })
}

function follow<T>(records: ReadonlyMap<Id, T>, id: Id, effect: (record: T) => void): () => void {
  return $effect.root(() => {
    $effect(() => {
      const record = records.get(id)
      if (record !== undefined) effect(record)
    })
  })
}
