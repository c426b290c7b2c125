/** A file that does not come because the line is down is asked for again: the page does not end with it. */

const FIRST_MS = 1_000
const MOST_MS = 15_000

/**
 * What `load` gives, as soon as the server can be reached.
 *
 * Rejects as `load` does when it fails twice although the server answers: then the file is not there.
 */
export async function insist<T>(load: () => Promise<T>): Promise<T> {
  let failures = 0
  for (let wait = FIRST_MS; ; wait = Math.min(2 * wait, MOST_MS)) {
    try {
      await loadStylesAgain()
      return await load()
    } catch (error) {
      if (!(await answers())) await new Promise((resolve) => setTimeout(resolve, wait))
      else if (++failures === 2) throw error
    }
  }
}

/** Whether the server can be reached. The service worker does not answer for it here. */
async function answers(): Promise<boolean> {
  return fetch('/healthz').then(
    (response) => response.ok,
    () => false,
  )
}

const failed = new Set<HTMLLinkElement>()

/** From now on `insist` asks again for style sheets, too: the built page itself asks for each only once. */
export function noteFailedStyles(): void {
  const note = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target)
  }
  document.addEventListener('error', note, { capture: true })
}

async function loadStylesAgain(): Promise<void> {
  const links = [...failed]
  failed.clear()
  await Promise.all(
    links.map((link) => {
      const again = link.cloneNode() as HTMLLinkElement
      const ended = new Promise((resolve) => (again.onload = again.onerror = resolve))
      link.replaceWith(again)
      return ended
    }),
  )
}
