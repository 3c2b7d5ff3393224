/** A newer version of the page: looked for and offered between steps, taken when one wants it. */
import { m } from '../i18n/paraglide/messages.js'
import { tell } from './controls/announce.svelte'
import { router } from './router.svelte'

let registered: ServiceWorkerRegistration | undefined

/** Keeps the page on this device, where the browser can and the connection is secure. */
async function start(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  try {
    registered = await navigator.serviceWorker.register('/worker.js')
    registered.addEventListener('updatefound', () => follow(registered?.installing))
    if (!('board' in router.route)) offer()
  } catch (error) {
    console.error('this device could not keep the page', error)
  }
}

/** Who is not at a cloth is offered a new version as soon as it is here. */
function follow(found: ServiceWorker | null | undefined): void {
  const replaces = navigator.serviceWorker.controller !== null
  found?.addEventListener('statechange', () => {
    if (replaces && found.state === 'installed' && !('board' in router.route)) offer()
  })
}

/** Says that a newer version waits, if it does, and asks the server for the next time. */
function offer(): void {
  const waiting = registered?.waiting
  if (waiting) {
    tell(m.device_renewal(), {
      stays: true,
      action: { label: m.device_renewal_go(), act: () => take(waiting) },
    })
  } else void registered?.update().catch(() => undefined)
}

function take(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  })
  waiting.postMessage('take over')
}

export const renewal = { start, offer }
