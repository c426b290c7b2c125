"""Fingers: whether what is pressed is large enough for them, wherever they meet it."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.desk import at_rest

# How far a finger may stray from the middle of each control and still meet it, to both sides and
# up and down. A link within a sentence is as high as its line, and may be.
TOO_SMALL = """async (least) => {
  const pressed = 'a[href], button, input, select, textarea, summary, [role=menuitem]'
  const found = []
  /** How wide and high it is for a finger where it stands now; null where it is for none. */
  const reached = (one, control) => {
    const { x, y, width, height } = one.getBoundingClientRect()
    if (y + height <= 0) return null  // it comes into sight with the focus
    if (control.disabled) return [width, height]
    const middle = [x + width / 2, y + height / 2]
    // What floats over the page is scrolled clear of, or closed.
    const notice = document.querySelector('#root > [role=status]')?.getBoundingClientRect()
    if (notice && y < notice.bottom && y + height > notice.top) return null
    const meets = (at, on) => one.contains(document.elementFromPoint(at, on))
    const reach = (dx, dy) => {
      let far = 0
      const [at, on] = middle
      while (far < least && meets(at + dx * (far + 1), on + dy * (far + 1))) far += 1
      return far
    }
    // A middle between pixels loses one to either side.
    return [Math.max(width, 0) && reach(-1, 0) + reach(1, 0), reach(0, -1) + reach(0, 1)]
  }
  const open = document.querySelector('[role=dialog], [role=menu]') ?? document
  for (const control of open.querySelectorAll(pressed)) {
    const isTicked = ['radio', 'checkbox'].includes(control.type)
    const one = control.closest('label') ?? (isTicked && control.labels[0] || control)
    if (control.closest('[inert], [aria-hidden=true]')) continue
    if (!one.checkVisibility({ visibilityProperty: true })) continue
    if (getComputedStyle(one).display === 'inline' && one.closest('p, li, blockquote')) continue
    const atOnce = reached(one, control)
    if (atOnce && atOnce.every((far) => far >= least - 1)) continue
    one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
    // The list may find, and mend, that rows on the way are higher than it guessed.
    await atRest('timer')
    const [wide, high] = reached(one, control) ?? [least, least]
    if (wide < least - 1 || high < least - 1) {
      const name = control.ariaLabel ?? control.innerText ?? control.name
      found.push(`${one.tagName} ${name || control.outerHTML.slice(0, 90)}: ${wide} x ${high}`)
    }
  }
  return found
}"""


def too_small(page: Page, least: int = 44) -> list[str]:
    """What is too small for a finger, one line for each."""
    at_rest(page)
    found: list[str] = page.evaluate(TOO_SMALL, least)
    return found
