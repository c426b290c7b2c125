"""What the screen of a negotiation makes a browser fetch before it shows anything."""

from __future__ import annotations

import gzip

from playwright.sync_api import Response

from tests.browser.desk import Desk

MOST_BYTES = 200_000


def test_its_scripts_stay_small(desk: Desk) -> None:
    negotiation = desk.negotiate()
    scripts: list[Response] = []
    fresh = desk.context.new_page()
    fresh.on("response", lambda each: scripts.append(each) if each.url.endswith(".js") else None)
    fresh.goto(f"/negotiations/{negotiation}")
    fresh.get_by_role("heading", level=1, name="2019 Toyota Camry").wait_for()
    weights = {each.url: len(gzip.compress(each.body(), 9)) for each in list(scripts)}
    assert sum(weights.values()) < MOST_BYTES, weights
    assert not [url for url in weights if "Chart" in url]
