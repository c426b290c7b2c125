/** This browser's subscription to notifications: on for a user of it, or for nobody. */

import { features } from '../api/calls'
import { call } from '../api/http'
import { readItem, removeItem, writeItem } from '../storage/browser-storage'

export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

const ROUTE = '/push-subscriptions'
const wishOf = (userId: string) => `adg.push.${userId}`

export async function pushState(userId: string): Promise<PushState> {
  const registration = await registered()
  if (registration === null || (await publicKey()) === null) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const isOn = Notification.permission === 'granted' && wishes(userId)
  return isOn && (await registration.pushManager.getSubscription()) !== null ? 'on' : 'off'
}

/** After a click alone: the browser asks. @throws ApiError, or as the browser does. */
export async function turnOn(userId: string): Promise<PushState> {
  const permission = await Notification.requestPermission()
  if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'off'
  await subscribe()
  writeItem('localStorage', wishOf(userId), 'on')
  return 'on'
}

/** @throws ApiError when the server could not be told; this browser is off all the same. */
export async function turnOff(userId: string): Promise<PushState> {
  removeItem('localStorage', wishOf(userId))
  const endpoint = await unsubscribe()
  if (endpoint !== null) await call('DELETE', ROUTE, { endpoint })
  return 'off'
}

/**
 * When somebody logs in: subscribe anew who wants it, because a subscription lasts as long as a
 * log-in, and end that of anybody else, because the next messages would be read by the wrong person.
 */
export async function reconcile(userId: string): Promise<void> {
  if (Notification.permission !== 'granted') return
  if (wishes(userId)) await subscribe()
  else await unsubscribe()
}

function wishes(userId: string): boolean {
  return readItem('localStorage', wishOf(userId)) === 'on'
}

async function subscribe(): Promise<void> {
  const registration = await registered()
  const key = await publicKey()
  if (registration === null || key === null) throw new Error('no notifications here')
  const subscription = await subscriptionWith(registration, key)
  const { endpoint, keys } = subscription.toJSON()
  await call('POST', ROUTE, { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth } })
}

/** One that was made with another key of the server would never get a message. */
async function subscriptionWith(registration: ServiceWorkerRegistration, key: string): Promise<PushSubscription> {
  const { pushManager } = registration
  const known = await pushManager.getSubscription()
  if (known !== null) {
    const used = known.options.applicationServerKey
    if (used === null || base64url(used) === key) return known
    await known.unsubscribe()
  }
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

/** The address that it had. */
async function unsubscribe(): Promise<string | null> {
  const subscription = await (await registered())?.pushManager.getSubscription()
  if (!subscription) return null
  await subscription.unsubscribe()
  return subscription.endpoint
}

async function registered(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return null
  return (await navigator.serviceWorker.getRegistration()) ?? null
}

async function publicKey(): Promise<string | null> {
  return (await features()).push_public_key
}

function base64url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
