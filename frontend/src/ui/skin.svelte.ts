/** How the room looks on this device: paper, high contrast or chalkboard; letters or handwriting. */

export const SKINS = ['paper', 'contrast', 'chalkboard'] as const
export type Skin = (typeof SKINS)[number]

const KEY = 'tafelkleed.skin'
const HAND_KEY = 'tafelkleed.hand'

/** The skin that was chosen here, else what the device asks for. */
export function preferredSkin(chosen: string | null, wantsContrast: boolean): Skin {
  const known = SKINS.find((skin) => skin === chosen)
  return known ?? (wantsContrast ? 'contrast' : 'paper')
}

let current = $state<Skin>('paper')
let hand = $state(false)

function show(): void {
  const root = document.documentElement
  root.dataset.skin = current
  if (hand) root.dataset.hand = 'caveat'
  else delete root.dataset.hand
  const paper = getComputedStyle(root).getPropertyValue('--paper').trim()
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper)
}

export const skin = {
  get current(): Skin {
    return current
  },
  /** Notes in a handwriting face. */
  get hand(): boolean {
    return hand
  },
  start(): void {
    const wantsContrast = matchMedia('(prefers-contrast: more)').matches
    current = preferredSkin(localStorage.getItem(KEY), wantsContrast)
    hand = localStorage.getItem(HAND_KEY) === 'yes'
    show()
  },
  choose(next: Skin): void {
    current = next
    localStorage.setItem(KEY, next)
    show()
  },
  writeByHand(next: boolean): void {
    hand = next
    localStorage.setItem(HAND_KEY, next ? 'yes' : 'no')
    show()
  },
  /** Shows a skin for as long as a page is open, without remembering it. */
  borrow(next: Skin): () => void {
    const before = current
    current = next
    show()
    return () => {
      current = before
      show()
    }
  },
}
