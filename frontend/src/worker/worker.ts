/**
 * Keeps the files of the page on this device, so that it opens without a connection.
 *
 * All files of one version are kept together and replaced together. A new version waits until the
 * person asks for it, or has closed every tab: nobody's page changes in the middle of a step.
 */
import { answerFor } from './answer'

interface Extendable {
  waitUntil(done: Promise<unknown>): void
}
interface Fetching {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  addEventListener(type: 'install' | 'activate', act: (event: Extendable) => void): void
  addEventListener(type: 'fetch', act: (event: Fetching) => void): void
  addEventListener(type: 'message', act: (event: MessageEvent) => void): void
  skipWaiting(): Promise<void>
}

/** Filled in by the build: the files of this version, and a name that changes with them. */
declare const KEPT_FILES: readonly string[]
declare const KEPT_VERSION: string

const PAGE = '/'
const PREFIX = 'tafelkleed-'
const NAME = PREFIX + KEPT_VERSION
const worker = self as unknown as Worker

async function keep(): Promise<void> {
  const cache = await caches.open(NAME)
  await cache.addAll(KEPT_FILES.map((file) => new Request(file, { cache: 'no-cache' })))
}

async function clearOlder(): Promise<void> {
  const names = await caches.keys()
  const older = names.filter((name) => name.startsWith(PREFIX) && name !== NAME)
  await Promise.all(older.map((name) => caches.delete(name)))
}

async function kept(request: Request | string): Promise<Response> {
  const cache = await caches.open(NAME)
  return (await cache.match(request)) ?? fetch(request)
}

worker.addEventListener('install', (event) => event.waitUntil(keep()))
worker.addEventListener('activate', (event) => event.waitUntil(clearOlder()))
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting()
})
worker.addEventListener('fetch', (event) => {
  const from = answerFor(event.request, location.origin)
  if (from === 'page') event.respondWith(kept(PAGE))
  else if (from === 'file') event.respondWith(kept(event.request))
})
