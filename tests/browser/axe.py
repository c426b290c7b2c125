"""Accessibility by axe-core: what a page breaks of WCAG 2.2 A and AA."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from stack.layout import ROOT

SOURCE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
CONTRAST = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What can differ between two colour schemes."""

# What a modal dialog covers is out of reach, and its links are not to be measured by what is left.
_RUN = """(rules) => axe
  .run(document.querySelector('[aria-modal=true]') ?? document,
    { runOnly: rules, resultTypes: ['violations'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(
    ({ html, any }) => `${id}: ${html} (${any.map(({ message }) => message).join(' ')})`)))"""


@cache
def _source() -> str:
    return SOURCE.read_text()


def violations(page: Page, rules: dict[str, Any]) -> list[str]:
    """One line for each element that breaks a rule, as the page is now."""
    if not page.evaluate("'axe' in window"):
        # By the debugger, not by a script element: the page's own policy stays in force.
        page.evaluate(f"() => {{ {_source()} }}")
    found: Any = page.evaluate(_RUN, rules)
    return [str(line) for line in found]
