"""Draw the icons of the installed page from its mark.

``python -m tests.browser.draw_icons`` writes ``web/public/icons``: with the mark's own round
corners, and to the edge (``maskable``, and Apple's) for systems that cut icons into their shape.
"""

from __future__ import annotations

import base64
import re
import sys

from playwright.sync_api import Browser, sync_playwright

from stack.layout import ROOT
from tests.support.browser import started_chromium

MARK = ROOT / "web" / "src" / "mark.svg"
ICONS = ROOT / "web" / "public" / "icons"
WHOLE = ("any-192", "any-512")
CUT = {"maskable-192": 0.76, "maskable-512": 0.76, "apple-touch-180": 0.9}
"""How much of an icon the mark takes: what lies within 80 % of a maskable one is never cut off."""


def main() -> None:
    """Draw them all."""
    ICONS.mkdir(parents=True, exist_ok=True)
    mark = MARK.read_text()
    drawings = dict.fromkeys(WHOLE, mark) | {name: to_the_edge(mark, CUT[name]) for name in CUT}
    drawings["badge-96"] = silhouette(mark)
    with sync_playwright() as playwright, started_chromium(playwright) as chromium:
        for name, drawing in drawings.items():
            (ICONS / f"{name}.png").write_bytes(drawn(chromium, drawing, size_of(name)))
            print(f"{name}.png", file=sys.stderr)


def size_of(name: str) -> int:
    """The width and height in pixels, which the name ends with."""
    return int(name.rpartition("-")[2])


def to_the_edge(mark: str, part: float) -> str:
    """The mark without its corners, drawn smaller on its own colour."""
    square = mark.replace('rx="9"', "")
    head, ground, rest = re.split(r"(<rect[^>]*/>)", square, maxsplit=1)
    inner = rest.replace("</svg>", "")
    place = 16 * (1 - part)
    return (
        f'{head}{ground}<g transform="translate({place} {place}) scale({part})">{inner}</g></svg>'
    )


def silhouette(mark: str) -> str:
    """White on nothing, as status bars want it: the tag with its hole, and the spark."""
    head, _, rest = re.split(r"(<rect[^>]*/>)", mark, maxsplit=1)
    paths = re.findall(r'<path d="([^"]+)"', rest)
    hole = "M21 11.1a1.9 1.9 0 1 0 0 3.800a1.9 1.9 0 1 0 0-3.800z"
    tag, spark = paths
    shapes = (
        f'<path fill="#fff" fill-rule="evenodd" d="{tag}{hole}"/><path fill="#fff" d="{spark}"/>'
    )
    return f"{head}{shapes}</svg>"


def drawn(chromium: Browser, drawing: str, size: int) -> bytes:
    """A picture of a drawing, transparent where it is."""
    page = chromium.new_page(viewport={"width": size, "height": size})
    source = base64.b64encode(drawing.encode()).decode()
    page.set_content(
        f"<style>body{{margin:0}}img{{display:block}}</style>"
        f'<img width="{size}" height="{size}" src="data:image/svg+xml;base64,{source}">'
    )
    page.wait_for_function("document.images[0].complete")
    picture = page.screenshot(omit_background=True)
    page.close()
    return picture


if __name__ == "__main__":
    main()
