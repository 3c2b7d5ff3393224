/** Moments in which nothing more urgent waits, also where the browser does not tell of them. */

export function whenIdle(work: () => void): number {
  return 'requestIdleCallback' in window
    ? window.requestIdleCallback(work, { timeout: 150 })
    : (setTimeout(work, 16) as unknown as number)
}

export function cancelIdle(waiting: number): void {
  if ('cancelIdleCallback' in window) window.cancelIdleCallback(waiting)
  else clearTimeout(waiting)
}
