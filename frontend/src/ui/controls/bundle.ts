import { announce } from './announce.svelte'

const BUNDLE_MS = 8_000

/**
 * Gathers what others do and says it once in a while: `say` turns the counts per kind into one
 * sentence, for instance "3 nieuwe ingrediënten, rand van stoel 2".
 */
export function bundle(
  say: (counts: ReadonlyMap<string, number>) => string,
  wait = BUNDLE_MS,
): { add: (kind: string) => void; stop: () => void } {
  let counts = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    timer = undefined
    const text = say(counts)
    counts = new Map()
    if (text !== '') announce(text)
  }
  return {
    add(kind) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      timer ??= setTimeout(flush, wait)
    },
    stop() {
      clearTimeout(timer)
      counts.clear()
    },
  }
}
