/**
 * The service worker: keeps the built page so that it opens without a line. It answers for the page
 * and its files alone; what the API says never passes through it, let alone stays in it.
 */

import { LIST, LOG_IN } from '../app/paths'
import { follow, tell } from './notifications'
import { forgetOldShells, keepShell, kept, start } from './shell'

declare const self: ServiceWorkerGlobalScope

self.addEventListener('install', (event) => {
  // A new build takes over at once: whoever loads the page next gets it, and nobody is stuck.
  event.waitUntil(keepShell().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldShells().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request)
  if (answer !== null) event.respondWith(answer)
})

self.addEventListener('push', (event) => {
  event.waitUntil(tell(event.data))
})

self.addEventListener('notificationclick', (event) => {
  event.waitUntil(follow(event.notification))
})

/** Null for what goes to the server as if there were no worker. */
function answerTo(request: Request): Promise<Response> | null {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return null
  if (pathname.startsWith('/assets/')) return kept(pathname, request)
  return isScreen(pathname) ? start(request) : null
}

function isScreen(path: string): boolean {
  return ['/', LOG_IN, LIST].includes(path) || path.startsWith(`${LIST}/`)
}
