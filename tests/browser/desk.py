"""The page as a buyer handles it: what they see and press, in the words that stand on it."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page, WebSocketRoute

from tests.support.waiting import wait_for

SCREENSHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"
PATIENCE_MS = 60_000
"""A busy machine is slow, and no test asserts a time."""
PASSWORD = "correct horse battery"
CAMRY = {
    "vehicle": {"year": 2019, "make": "Toyota", "model": "Camry"},
    "asking_price": "25000",
    "target_price": "20000",
    "walk_away_price": "21000",
}


BREACH = "Content Security Policy"
TELL_BREACHES = f"""addEventListener('securitypolicyviolation', (event) => console.error(
  '{BREACH}: ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample))"""
"""A browser's own words about a breach differ from rule to rule."""
NOTE_CHIPS = """() => {
  window.chips = []
  const chip = document.querySelector('header button[data-phase]')
  let shown = chip.children[1].textContent
  const note = () => {
    if (chip.children[1].textContent === shown) return
    shown = chip.children[1].textContent
    window.chips.push(shown)
  }
  new MutationObserver(note)
    .observe(chip, { subtree: true, characterData: true, childList: true })
}"""
DRAWN = "document.fonts.ready.then(() => new Promise(requestAnimationFrame))"
AT_REST = Path(__file__).with_name("at_rest.js")
SCROLL_UP = """async (box, by) => {
  await atRest('request')
  box.scrollTop = box.scrollHeight - box.clientHeight - by
  await atRest('request')
  return box.scrollHeight - box.clientHeight - box.scrollTop > Math.min(by / 2, 100)
}"""


def heard(page: Page, condition: Callable[[], object], what: str) -> None:
    """Wait for what the browser tells, which it does only while it is asked."""
    wait_for(lambda: page.evaluate("1") and condition(), what=what)


class Desk:
    """One browser of one buyer: its own cookies, any number of tabs."""

    def __init__(self, browser: Browser, base_url: str, **options: Any) -> None:
        self.base_url = base_url
        self.context: BrowserContext = browser.new_context(
            base_url=base_url, reduced_motion="reduce", **options
        )
        self.context.set_default_timeout(PATIENCE_MS)
        # With pictures of the document it would cost every test a seventh of its time.
        self.context.tracing.start()
        self.complaints: list[str] = []
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.context.on("request", lambda request: self._check_origin(request.url))
        self.context.add_init_script(TELL_BREACHES)
        self.context.add_init_script(path=AT_REST)
        self.context.on("console", lambda message: self._check_console(message.text))

    def close(self) -> None:
        """Close every tab."""
        self.context.close()

    def testify(self, folder: Path) -> None:
        """Leave the trace of all that was done, and a picture and the document of each tab."""
        self.context.tracing.stop(path=folder / "trace.zip")
        for number, page in enumerate(self.context.pages, 1):
            page.screenshot(path=folder / f"tab-{number}.png", timeout=5000)
            (folder / f"tab-{number}.html").write_text(page.content())

    def _check_origin(self, url: str) -> None:
        ours = urlsplit(self.base_url).netloc
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != ours:
            self.complaints.append(f"a request to another server: {url}")

    def _check_console(self, text: str) -> None:
        if BREACH in text:
            self.complaints.append(text)

    # What a buyer has already done when a test begins

    def sign_up(self) -> str:
        """Make an account of this test's own; returns its e-mail address."""
        email = f"buyer-{uuid.uuid4().hex}@example.com"
        self._post("/api/v1/auth/register", {"email": email, "password": PASSWORD})
        return email

    def speak(self, language: str) -> None:
        """Change the account's language."""
        self._send("PATCH", "/api/v1/auth/me", {"language": language})

    def negotiate(self, **changed: Any) -> str:
        """Open a negotiation; returns its id. Its opening advice follows by itself."""
        opened = self._post("/api/v1/negotiations", {**CAMRY, **changed})
        return str(opened["negotiation"]["id"])

    def post(self, negotiation: str, route: str, **body: Any) -> dict[str, Any]:
        """Post to a negotiation as another program would."""
        return self._post(f"/api/v1/negotiations/{negotiation}/{route}", body)

    def wait_at_rest(self, negotiation: str, replies: int) -> None:
        """Wait until so many replies have ended."""
        path = f"/api/v1/negotiations/{negotiation}/events?limit=500"

        def ended() -> bool:
            events = self.context.request.get(path).json()["events"]
            told = [event["message"] for event in events if "message" in event]
            ends = {told_of["id"] for told_of in told if told_of["status"] != "streaming"}
            return len(ends & {told_of["id"] for told_of in told if told_of["reply_id"]}) >= replies

        wait_for(ended, what=f"{replies} replies at rest", every=0.2)

    def log_in(self, tab: Tab, email: str) -> None:
        """Log in on the page, as somebody who signed up before."""
        tab.page.get_by_label("E-mail").fill(email)
        tab.page.get_by_role("textbox", name="Password").fill(PASSWORD)
        tab.press("Log in")

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return self._send("POST", path, body)

    def _send(self, method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        cookies = {cookie["name"]: cookie["value"] for cookie in self.context.cookies()}
        headers = {"X-CSRF-TOKEN": cookies.get("csrf_access_token", "")}
        answer = self.context.request.fetch(path, method=method, data=body, headers=headers)
        assert answer.ok, f"{answer.status} {answer.text()}"
        found: dict[str, Any] = answer.json()
        return found

    # Tabs

    def tab(self, path: str = "/") -> Tab:
        """A new tab at an address."""
        tab = Tab(self.context.new_page())
        tab.page.goto(path)
        return tab

    def talk(self, negotiation: str) -> Tab:
        """A new tab on a negotiation, with its opening advice there."""
        tab = self.tab(f"/negotiations/{negotiation}")
        tab.advice(1).wait_for()
        return tab


class Tab:
    """One tab."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def at_rest(self) -> Tab:
        """Wait until nothing of the page is on its way: only then are places and focus final."""
        at_rest(self.page)
        return self

    def key(self, name: str) -> None:
        """Press a key once the page is at rest: what listens to it, and what has the focus, is."""
        self.at_rest().page.keyboard.press(name)

    def press(self, name: str | re.Pattern[str]) -> None:
        """Press a button."""
        self.button(name).click()

    def button(self, name: str | re.Pattern[str]) -> Locator:
        """A button by its name."""
        return self.page.get_by_role("button", name=name)

    def choose(self, name: str) -> None:
        """Choose one of several, by its label."""
        self.page.get_by_role("radio", name=name, exact=True).locator("xpath=..").click()

    @property
    def box(self) -> Locator:
        """Where a message to the adviser is typed."""
        return self.page.get_by_label("Message to your adviser")

    def ask(self, text: str) -> None:
        """Ask the adviser."""
        self.box.fill(text)
        self.box.press("Enter")

    @property
    def bubbles(self) -> Locator:
        """Every message of the talk, sent or not, that is near the reader."""
        return self.page.locator("article")

    @property
    def scroller(self) -> Locator:
        """What the messages are scrolled in."""
        return self.page.get_by_role("group", name="Messages", exact=True)

    def scroll_to_top(self) -> None:
        """Scroll all the way up."""
        self.scroll_up(by=1_000_000)

    def scroll_up(self, by: int) -> None:
        """Scroll up from the end (px), until the list, which may be on its way there, lets go."""
        wait_for(lambda: self.scroller.evaluate(SCROLL_UP, by), what="the list to let go")

    def advice(self, number: int) -> Locator:
        """The adviser's n-th message (from 1), once it is whole."""
        advice = self.page.locator("article[data-who=adviser]").nth(number - 1)
        return advice.and_(self.page.locator("[data-status]:not([data-status=streaming])"))

    def said(self, text: str) -> Locator:
        """The buyer's own message with a text, sent or not."""
        return self.page.locator("article[data-who=you]").filter(has_text=text)

    def texts(self) -> list[str]:
        """The text of every message, without what only one tab shows."""
        return [
            re.sub(r"\s+", " ", re.sub("Say it differently", "", text)).strip()
            for text in self.bubbles.all_inner_texts()
        ]

    def chip(self, text: str | re.Pattern[str]) -> Locator:
        """The chip that says how fresh the page is."""
        return self.page.locator("header button[data-phase]").get_by_text(text, exact=True)

    def note_chips(self) -> Callable[[], list[str]]:
        """Note each thing that the chip says from now on; gives what it has said."""
        self.page.evaluate(NOTE_CHIPS)
        return lambda: list(self.page.evaluate("window.chips"))

    def figure(self, label: str) -> Locator:
        """A number of the bargain, by its label."""
        return self.page.locator("dl > div", has_text=label).locator("dd")

    def shoot(self, name: str) -> None:
        """Keep a picture, where `SCREENSHOTS=1` asks for some; else only let the page draw one."""
        if not os.environ.get("SCREENSHOTS"):
            self.page.evaluate(DRAWN)
            return
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=os.fspath(SCREENSHOTS / f"{name}.png"))

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        return overflow(self.page)


def at_rest(page: Page) -> None:
    """Wait until a page is at rest, see `at_rest.js`."""
    page.evaluate("atRest()")


def overflow(page: Page) -> int:
    """By how many pixels a page is wider than its window, at rest."""
    at_rest(page)
    script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return int(page.evaluate(script))


class SocketCutter:
    """Stands between a page and the server's socket, and cuts it; REST is left alone."""

    def __init__(self, page: Page) -> None:
        self.is_cut = False
        self.tries = 0
        self._hang_up: list[Callable[[], None]] = []
        self._say: list[Callable[[str], None]] = []
        page.route_web_socket("**/socket.io/**", self._handle)

    def cut(self) -> None:
        """Close what is open, and refuse what comes."""
        self.is_cut = True
        for hang_up in self._hang_up:
            hang_up()
        self._hang_up.clear()

    def mend(self) -> None:
        """Let the next try through."""
        self.is_cut = False

    def say_goodbye(self, reconnect_in_ms: int) -> None:
        """What a gateway says to its sockets before it ends, and then ends."""
        for say in self._say:
            say(f'42["going_away",{{"reconnect_in_ms":{reconnect_in_ms}}}]')
        for hang_up in self._hang_up:
            hang_up()
        self._say.clear()
        self._hang_up.clear()

    def _handle(self, socket: WebSocketRoute) -> None:
        self.tries += 1
        if self.is_cut:
            socket.close()
            return
        socket.connect_to_server()
        self._hang_up.append(socket.close)
        self._say.append(socket.send)
