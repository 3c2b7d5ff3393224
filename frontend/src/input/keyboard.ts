/** What keys mean on the cloth; single letters count only while the cloth has the focus. */

export type Command =
  | { do: 'go'; way: 'left' | 'right' | 'up' | 'down' }
  | { do: 'turn'; by: 1 | -1 }
  | { do: 'zoom'; by: 1 | -1 }
  | {
      do:
        | 'theme'
        | 'open'
        | 'edit'
        | 'new'
        | 'connect'
        | 'tie'
        | 'move'
        | 'positions'
        | 'contact'
        | 'ask'
        | 'remove'
        | 'help'
        | 'undo'
        | 'redo'
        | 'back'
        | 'list'
        | 'all'
        | 'lift'
        | 'own'
    }

export interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

type Simple = Exclude<Command, { way: unknown } | { by: unknown }>['do']

const ARROWS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const
const NAMED: Readonly<Record<string, Simple>> = {
  Home: 'theme',
  Enter: 'open',
  ' ': 'open',
  F2: 'edit',
  Escape: 'back',
  Delete: 'remove',
  Backspace: 'remove',
  End: 'own',
  '0': 'all',
  '?': 'help',
}
const LETTERS: Readonly<Record<string, Simple>> = {
  n: 'new',
  s: 'connect',
  l: 'tie',
  m: 'move',
  p: 'positions',
  c: 'contact',
  v: 'ask',
  r: 'lift',
}

/** Undo, redo and the way to the list: these count wherever one does not write. */
export function everywhere(key: Key): Command | null {
  const letter = key.key.toLowerCase()
  if (!key.ctrlKey && !key.metaKey) return null
  if (key.altKey) return letter === 'l' ? { do: 'list' } : null
  if (letter === 'z') return { do: key.shiftKey ? 'redo' : 'undo' }
  return letter === 'y' ? { do: 'redo' } : null
}

/** What a key means while the cloth has the focus. */
export function onCloth(key: Key, letters = true): Command | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null
  const way = ARROWS[key.key as keyof typeof ARROWS]
  if (way) return { do: 'go', way }
  const named = NAMED[key.key]
  if (named) return { do: named }
  return byMark(key.key) ?? (letters ? byLetter(key.key) : null)
}

function byMark(key: string): Command | null {
  if (key === '[' || key === 'PageUp') return { do: 'turn', by: -1 }
  if (key === ']' || key === 'PageDown') return { do: 'turn', by: 1 }
  if (key === '+' || key === '=') return { do: 'zoom', by: 1 }
  return key === '-' ? { do: 'zoom', by: -1 } : null
}

function byLetter(key: string): Command | null {
  const simple = LETTERS[key.toLowerCase()]
  return simple ? { do: simple } : null
}
