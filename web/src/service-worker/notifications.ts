/** Tells of answers while nobody looks, and leads to them. */

import { negotiationPath } from '../app/paths'

declare const self: ServiceWorkerGlobalScope

/** What the server says in a push. */
interface Told {
  title: string
  body: string
  language: string
  negotiation_id: string
}

export async function tell(data: PushMessageData | null): Promise<void> {
  const told = parsed(data)
  if (told === null) return
  const path = negotiationPath(told.negotiation_id)
  const windows = await self.clients.matchAll({ type: 'window' })
  const isSeen = windows.some((page) => page.visibilityState === 'visible' && pathOf(page) === path)
  if (isSeen) return
  await self.registration.showNotification(told.title, {
    body: told.body,
    lang: told.language,
    // A newer answer takes the place of the one before.
    tag: told.negotiation_id,
    icon: '/icons/any-192.png',
    badge: '/icons/badge-96.png',
    data: path,
  })
}

/** Show the negotiation: in its own tab, in another one of the page, or in a new one. */
export async function follow(notification: Notification): Promise<void> {
  notification.close()
  const path = String(notification.data)
  const windows = await self.clients.matchAll({ type: 'window' })
  const there = windows.find((page) => pathOf(page) === path)
  if (there !== undefined) {
    await there.focus()
    return
  }
  const [other] = windows
  try {
    // What is typed there is kept.
    const page = await other?.navigate(path)
    if (page) {
      await page.focus()
      return
    }
  } catch {
    // A page that this worker does not control cannot be led anywhere.
  }
  await self.clients.openWindow(path)
}

function pathOf(page: WindowClient): string {
  return new URL(page.url).pathname
}

function parsed(data: PushMessageData | null): Told | null {
  try {
    const told = data?.json() as Partial<Told> | null | undefined
    const isWhole = [told?.title, told?.body, told?.negotiation_id].every((text) => typeof text === 'string')
    return isWhole ? { language: '', ...told } as Told : null
  } catch {
    return null
  }
}
