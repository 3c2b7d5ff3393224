/** Which keys this person uses on this device, and whether keys of one character do anything. */
import { CHARACTERS, type CharacterName, type Characters } from '../input/keyboard'

const KEY = 'tafelkleed.keys'
const NAMES = Object.keys(CHARACTERS) as CharacterName[]

interface Kept {
  on: boolean
  chosen: Partial<Record<CharacterName, string>>
}

/** Reads what was kept; what is not a single character is passed over. */
export function readKept(text: string | null): Kept {
  try {
    const { on = true, chosen = {} } = JSON.parse(text ?? '{}') as Partial<Kept>
    const fits = NAMES.flatMap((name) => (isCharacter(chosen[name]) ? [[name, chosen[name]]] : []))
    return { on: on !== false, chosen: Object.fromEntries(fits) as Kept['chosen'] }
  } catch {
    return { on: true, chosen: {} }
  }
}

/** One character that is seen: no space, no letter in parts. */
export const isCharacter = (value: unknown): value is string =>
  typeof value === 'string' && /^[^\s\p{C}]$/u.test(value)

let kept = $state.raw<Kept>({ on: true, chosen: {} })

function keep(next: Kept): void {
  kept = next
  localStorage.setItem(KEY, JSON.stringify(next))
}

export const keySet = {
  /** Whether keys of one character do anything. */
  get on(): boolean {
    return kept.on
  },
  get chosen(): Characters {
    return { ...CHARACTERS, ...kept.chosen }
  },
  /** What the cloth listens to. */
  get characters(): Characters | null {
    return kept.on ? keySet.chosen : null
  },
  start(): void {
    kept = readKept(localStorage.getItem(KEY))
  },
  turn(on: boolean): void {
    keep({ ...kept, on })
  },
  /** Gives a verb another key; gives the verb that has it already, and then changes nothing. */
  choose(name: CharacterName, key: string): CharacterName | null {
    const wanted = key.toLowerCase()
    const other = NAMES.find((one) => one !== name && keySet.chosen[one] === wanted)
    if (other) return other
    keep({ ...kept, chosen: { ...kept.chosen, [name]: wanted } })
    return null
  },
  reset(): void {
    keep({ on: true, chosen: {} })
  },
}
