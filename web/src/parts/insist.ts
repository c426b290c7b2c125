/** A file that does not come because the line is down is asked for again: the page does not end with it. */

const FIRST_MS = 1_000
const MOST_MS = 15_000

/**
 * What `load` gives, as soon as the server can be reached.
 *
 * Rejects as `load` does when it fails twice although the server answers: then the file is not there, or the
 * browser is one that keeps a failed import for as long as the page lives, and only a new load of the page helps.
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

/** Whether the server can be reached, whatever it says. The service worker does not answer for it here. */
async function answers(): Promise<boolean> {
  return fetch('/healthz').then(
    (response) => response.status < 500,
    () => false,
  )
}

const failed = new Set<HTMLLinkElement>()
let loading: Promise<unknown> | undefined

/** From now on `insist` asks again for style sheets, too: the built page itself asks for each only once. */
export function noteFailedStyles(): void {
  const note = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target)
  }
  document.addEventListener('error', note, { capture: true })
}

/** Rejects when one fails again; `failed` has it then. */
async function loadStylesAgain(): Promise<void> {
  if (failed.size > 0) {
    const links = [...failed]
    failed.clear()
    loading = Promise.all(links.map(loadAgain))
  }
  await loading
}

function loadAgain(link: HTMLLinkElement): Promise<void> {
  const again = link.cloneNode() as HTMLLinkElement
  const ended = new Promise<void>((resolve, reject) => {
    again.onload = () => resolve()
    again.onerror = () => reject(new TypeError(`${again.href} did not come`))
  })
  link.replaceWith(again)
  return ended
}
