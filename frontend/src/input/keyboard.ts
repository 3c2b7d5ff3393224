/** What keys mean on the cloth; single characters count only while the cloth has the focus. */

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
        | 'gather'
        | 'after'
        | 'before'
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

/** The keys of a single character, as they are until a person chooses others. */
export const CHARACTERS = {
  new: 'n',
  connect: 's',
  tie: 'l',
  move: 'm',
  positions: 'p',
  contact: 'c',
  ask: 'v',
  lift: 'r',
  turnLeft: '[',
  turnRight: ']',
  zoomIn: '+',
  zoomOut: '-',
  all: '0',
  help: '?',
  gather: 'g',
  after: '.',
  before: ',',
} as const

export type CharacterName = keyof typeof CHARACTERS
/** Which character stands for what. */
export type Characters = Readonly<Record<CharacterName, string>>

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
}
const TURNS: Readonly<Record<string, Command>> = {
  PageUp: { do: 'turn', by: -1 },
  PageDown: { do: 'turn', by: 1 },
}
const BY_NAME: Readonly<Partial<Record<CharacterName, Command>>> = {
  turnLeft: { do: 'turn', by: -1 },
  turnRight: { do: 'turn', by: 1 },
  zoomIn: { do: 'zoom', by: 1 },
  zoomOut: { do: 'zoom', by: -1 },
}

/** Undo, redo and the way to the list: these count wherever one does not write. */
export function everywhere(key: Key): Command | null {
  const letter = key.key.toLowerCase()
  if (!key.ctrlKey && !key.metaKey) return null
  if (key.altKey) return letter === 'l' ? { do: 'list' } : null
  if (letter === 'z') return { do: key.shiftKey ? 'redo' : 'undo' }
  return letter === 'y' ? { do: 'redo' } : null
}

/** What a key means while the cloth has the focus; without `characters` those keys do nothing. */
export function onCloth(key: Key, characters: Characters | null = CHARACTERS): Command | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null
  const way = ARROWS[key.key as keyof typeof ARROWS]
  if (way) return { do: 'go', way }
  const named = NAMED[key.key]
  if (named) return { do: named }
  return TURNS[key.key] ?? (characters ? byCharacter(key.key, characters) : null)
}

function byCharacter(key: string, characters: Characters): Command | null {
  const name = meant(key, characters)
  if (name === undefined) return null
  return BY_NAME[name] ?? ({ do: name } as Command)
}

/** The verb a character stands for, in either case; the unshifted plus counts as plus. */
export function meant(key: string, characters: Characters): CharacterName | undefined {
  const asked = key === '=' && !Object.values(characters).includes('=') ? '+' : key.toLowerCase()
  const names = Object.keys(characters) as CharacterName[]
  return names.find((name) => characters[name] === asked)
}
