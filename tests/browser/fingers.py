"""Fingers: whether what is pressed is large enough for them, wherever they meet it."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.desk import at_rest

# How far a finger may stray from the middle of each control and still meet it, to both sides and
# up and down. A link within a sentence is as high as its line, and may be.
TOO_SMALL = """async (least) => {
  const pressed = 'a[href], button, input, select, textarea, summary, [role=menuitem]'
  const found = []
  const open = document.querySelector('[role=dialog], [role=menu]') ?? document
  for (const control of open.querySelectorAll(pressed)) {
    const isTicked = ['radio', 'checkbox'].includes(control.type)
    const one = control.closest('label') ?? (isTicked && control.labels[0] || control)
    if (control.closest('[inert], [aria-hidden=true]')) continue
    if (!one.checkVisibility({ visibilityProperty: true })) continue
    if (getComputedStyle(one).display === 'inline' && one.closest('p, li, blockquote')) continue
    one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
    // The list may find, and mend, that rows on the way are higher than it guessed.
    await atRest('timer')
    const { x, y, width, height } = one.getBoundingClientRect()
    if (y + height <= 0) continue  // it comes into sight with the focus
    let [wide, high] = [width, height]
    if (!control.disabled) {
      const middle = [x + width / 2, y + height / 2]
      // What floats over the page is scrolled clear of, or closed.
      const notice = document.querySelector('#root > [role=status]')?.getBoundingClientRect()
      if (notice && y < notice.bottom && y + height > notice.top) continue
      const reach = (dx, dy) => {
        let far = 0
        const [at, on] = middle
        while (far < least && meets(at + dx * (far + 1), on + dy * (far + 1))) far += 1
        return far
      }
      const meets = (at, on) => one.contains(document.elementFromPoint(at, on))
      wide = Math.max(wide, 0) && reach(-1, 0) + reach(1, 0)
      high = reach(0, -1) + reach(0, 1)
    }
    // A middle between pixels loses one to either side.
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
