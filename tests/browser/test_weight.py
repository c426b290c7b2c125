"""What the screen of a negotiation makes a browser fetch before it shows anything."""

from __future__ import annotations

import gzip
import re

import httpx
from playwright.sync_api import Response

from tests.browser.desk import Desk

MOST_BYTES = 200_000
NOT_LATER = """{
  const soon = window.setTimeout
  window.setTimeout = (run, wait = 0, ...given) => (wait < 1000 ? soon(run, wait, ...given) : 0)
}"""
"""What is fetched some seconds after, so that it is there before it is asked for, does not count,
however long the page takes."""


def test_its_scripts_stay_small(desk: Desk) -> None:
    negotiation = desk.negotiate()
    scripts: list[Response] = []
    fresh = desk.context.new_page()
    fresh.add_init_script(NOT_LATER)
    fresh.on("response", lambda each: scripts.append(each) if each.url.endswith(".js") else None)
    fresh.goto(f"/negotiations/{negotiation}")
    fresh.get_by_role("heading", level=1, name="2019 Toyota Camry").wait_for()
    weights = {each.url: len(gzip.compress(each.body(), 9)) for each in list(scripts)}
    assert sum(weights.values()) < MOST_BYTES, weights
    assert sum(each.request.sizes()["responseBodySize"] for each in scripts) < MOST_BYTES
    assert not [url for url in weights if "Chart" in url]


def test_its_scripts_come_gzipped_to_whoever_takes_that(base_url: str) -> None:
    with httpx.Client(base_url=base_url) as client:
        [script] = re.findall(r'src="(/assets/main-[^"]+[.]js)"', client.get("/").text)
        packed = client.get(script, headers={"Accept-Encoding": "gzip"})
        plain = client.get(script, headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content
    assert int(packed.headers["Content-Length"]) < int(plain.headers["Content-Length"]) / 2
    for answer in (packed, plain):
        assert answer.headers["Content-Type"].startswith("text/javascript")
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert "immutable" in answer.headers["Cache-Control"]
