/** Keeps the focus near when what has it goes away, so that nobody is thrown back to the top. */

const FOCUSABLE =
  ':is(button, input, select, textarea):enabled, a[href], [tabindex]:not([aria-hidden])'

interface Step {
  readonly element: Element
  readonly parent: Element
  readonly index: number
}

/** From an element up to `root`: each with its place among its brothers. */
function trailOf(element: Element, root: Element): Step[] {
  const { parentElement: parent } = element
  if (element === root || !parent) return []
  const index = [...parent.children].indexOf(element)
  return [{ element, parent, index }, ...trailOf(parent, root)]
}

/** What stands now where the lost thing stood: its next brother, the last one, or what is around. */
function nearest(trail: readonly Step[]): HTMLElement | null {
  for (const { parent, index } of trail) {
    if (!parent.isConnected) continue
    const brother = parent.children[Math.min(index, parent.children.length - 1)]
    const found = [brother, parent].flatMap((one) => [
      ...(one?.matches(FOCUSABLE) ? [one] : []),
      ...(one?.querySelectorAll(FOCUSABLE) ?? []),
    ])
    if (found[0] instanceof HTMLElement) return found[0]
  }
  return null
}

/** An attachment: watches over the focus inside `root`. */
export function keepFocus(root: HTMLElement): () => void {
  let trail: readonly Step[] = []
  const note = (event: FocusEvent): void => {
    trail = event.target instanceof Element ? trailOf(event.target, root) : []
  }
  const mend = (): void => {
    const lost = trail[0] && !trail[0].element.isConnected
    if (lost && document.activeElement === document.body)
      nearest(trail)?.focus({ preventScroll: true })
  }
  const watch = new MutationObserver(mend)
  watch.observe(root, { childList: true, subtree: true })
  root.addEventListener('focusin', note)
  return () => {
    watch.disconnect()
    root.removeEventListener('focusin', note)
  }
}
