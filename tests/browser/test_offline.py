"""Without a line: the page opens, shows what was last known to whom it belongs, and catches up."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable

import pytest
import requests
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.desk import Desk, Tab, heard
from tests.support.front import Front, front
from tests.support.waiting import wait_for

KEPT = """() => new Promise((done, failed) => {
  const opening = indexedDB.open("adg-kept");
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const database = opening.result;
    if (!database.objectStoreNames.contains("entries")) { database.close(); done({}); return; }
    const entries = database.transaction("entries").objectStore("entries");
    const [keys, values] = [entries.getAllKeys(), entries.getAll()];
    values.onsuccess = () => {
      database.close();
      const entry = (key, at) => [key, JSON.stringify(values.result[at])];
      done(Object.fromEntries(keys.result.map(entry)));
    };
  };
})"""
CACHED = """async () => {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
  return requests.map((request) => new URL(request.url).pathname);
}"""
LOOK = """async () => {
  const ready = await navigator.serviceWorker.ready;
  if (!ready.installing && !ready.waiting) await ready.update();
  return ready.waiting !== null;
}"""
"""Look for a new service worker, and tell whether one is there and waits."""
NO_INDEXED_DB = (
    "Object.defineProperty(window, 'indexedDB', { get() { throw new Error('denied') } })"
)


def kept(tab: Tab) -> dict[str, str]:
    """What this browser keeps of the server's state, by its names, as JSON."""
    entries: dict[str, str] = tab.page.evaluate(KEPT)
    return entries


def kept_keys(tab: Tab) -> list[str]:
    """The names of what this browser keeps of the server's state."""
    return list(kept(tab))


def wait_until_kept(tab: Tab, negotiation: str) -> None:
    """Wait until this browser keeps a talk with its opening advice, whole."""

    def is_kept() -> bool:
        return any(
            name.endswith(f"negotiation/{negotiation}") and '"status":"complete"' in entry
            for name, entry in kept(tab).items()
        )

    wait_for(is_kept, what="the kept talk", every=0.1)


def wait_until_installed(page: Page) -> None:
    """Wait until the page would open without a line."""
    script = "navigator.serviceWorker.controller !== null"
    wait_for(lambda: page.evaluate(script), what="the service worker", every=0.1)


def wait_until_taken_over(desk: Desk, tab: Tab, told: Locator) -> None:
    """Have the page look for a new service worker until that is in charge and the page says so.

    Who looks while another look is on its way gets the answer to that one. And an old worker that
    is at work goes on: under a debugger, which every test is, Chromium forgets for minutes that it
    has come to rest.
    """
    session = desk.context.new_cdp_session(tab.page)
    session.send("ServiceWorker.enable")

    def is_told() -> bool:
        if tab.page.evaluate(LOOK):
            session.send("ServiceWorker.stopAllWorkers")
        return told.is_visible()

    wait_for(is_told, what="the notice of a new version", every=0.2)


def settled_talk(desk: Desk) -> tuple[str, Tab]:
    """A negotiation whose opening advice is kept, on a page that is kept."""
    negotiation = desk.negotiate()
    tab = desk.talk(negotiation)
    wait_until_installed(tab.page)
    wait_until_kept(tab, negotiation)
    tab.page.goto("/negotiations")  # writes down what is new before it leaves
    expect(tab.page.get_by_role("heading", name="2019 Toyota Camry")).to_be_visible()
    wait_for(lambda: any(key.endswith("/list") for key in kept_keys(tab)), what="the kept list")
    return negotiation, tab


def test_the_last_state_is_there_without_a_line_and_caught_up_with_one(desk: Desk) -> None:
    negotiation, tab = settled_talk(desk)
    tab.page.close()
    desk.context.set_offline(True)
    away = desk.tab(f"/negotiations/{negotiation}")
    away.advice(1).wait_for()
    notice = away.page.get_by_role("alert")
    expect(notice).to_contain_text("You are offline.")
    expect(notice).to_contain_text("You see it as it was at")
    away.ask("Written without a line")
    expect(away.said("Written without a line")).to_contain_text("Waiting to be sent.")
    away.shoot("offline-talk")
    desk.post(negotiation, "chat", content="From elsewhere meanwhile.")
    desk.context.set_offline(False)
    away.advice(3).wait_for()
    expect(away.bubbles).to_have_count(5)
    expect(away.chip("Live")).to_be_visible()
    expect(away.page.get_by_role("alert")).to_have_count(0)


def test_the_list_is_there_without_a_line(desk: Desk) -> None:
    _, tab = settled_talk(desk)
    desk.context.set_offline(True)
    tab.page.reload()
    expect(tab.page.get_by_role("heading", name="2019 Toyota Camry")).to_be_visible()
    expect(tab.page.get_by_role("alert")).to_contain_text("You see it as it was at")
    tab.shoot("offline-list")
    tab.page.get_by_role("heading", name="2019 Toyota Camry").click()
    tab.advice(1).wait_for()
    desk.context.set_offline(False)
    expect(tab.chip("Live")).to_be_visible()


def test_a_server_that_does_not_answer_is_not_waited_for(desk: Desk) -> None:
    negotiation, tab = settled_talk(desk)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    tab.page.route("**/api/**", hold)
    tab.page.goto(f"/negotiations/{negotiation}")
    tab.advice(1).wait_for()
    heard(tab.page, lambda: held, "a question to the server")


def test_logging_out_leaves_nothing_and_the_next_user_sees_nothing(desk: Desk) -> None:
    negotiation, tab = settled_talk(desk)
    tab.press("Your account")
    tab.page.get_by_role("menuitem", name="Log out").click()
    expect(tab.page.get_by_role("heading", name="Log in")).to_be_visible()
    wait_for(lambda: kept_keys(tab) == [], what="an empty database")
    desk.context.set_offline(True)
    tab.page.goto(f"/negotiations/{negotiation}")
    expect(tab.page.get_by_text("The server cannot be reached")).to_be_visible()
    expect(tab.bubbles).to_have_count(0)


def test_what_another_user_left_is_never_shown(desk: Desk) -> None:
    negotiation, tab = settled_talk(desk)
    first = {key.split("/")[0] for key in kept_keys(tab)}
    desk.sign_up()  # in this browser, without the page: the cookies are another user's now
    tab.page.reload()
    expect(tab.page.get_by_text("Which car are you after?")).to_be_visible()
    wait_for(
        lambda: (
            kept_keys(tab) and not [key for key in kept_keys(tab) if key.split("/")[0] in first]
        ),
        what="nothing of the first user",
    )
    desk.context.set_offline(True)
    tab.page.goto(f"/negotiations/{negotiation}")
    expect(tab.page.get_by_text("The server cannot be reached")).to_be_visible()
    expect(tab.bubbles).to_have_count(0)


def test_without_a_database_the_page_works_and_keeps_nothing(desk: Desk) -> None:
    desk.context.add_init_script(NO_INDEXED_DB)
    tab = desk.talk(desk.negotiate())
    tab.ask("Still there?")
    tab.advice(2).wait_for()


def test_answers_of_the_api_are_in_no_cache(desk: Desk) -> None:
    _, tab = settled_talk(desk)
    paths = tab.page.evaluate(CACHED)
    assert "/" in paths
    assert [path for path in paths if path != "/" and not path.startswith("/assets/")] == []
    assert not [path for path in paths if "docs" in path]


def test_the_page_can_be_installed(desk: Desk) -> None:
    tab = desk.tab("/negotiations")
    wait_until_installed(tab.page)
    session = desk.context.new_cdp_session(tab.page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"].endswith("/manifest.webmanifest")
    # A browser of a test is a private window, which no page can be installed from.
    found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in found] in ([], ["in-incognito"])


@pytest.mark.parametrize(
    ("path", "kind", "caching"),
    [
        ("/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/service-worker.js", "text/javascript", "no-cache"),
        ("/icons/maskable-512.png", "image/png", "max-age"),
    ],
)
def test_its_parts_are_served_as_what_they_are(
    desk: Desk, path: str, kind: str, caching: str
) -> None:
    answer = desk.context.request.get(path)
    assert answer.ok
    assert answer.headers["content-type"].split(";")[0] == kind
    assert caching in answer.headers["cache-control"]
    assert "worker-src 'self'" in answer.headers["content-security-policy"]


def deploy(server: Front) -> None:
    """From now on the server has another build, whose first script has another name.

    The new one has the old one do its work: all other scripts ask for that one by its name, and a
    page must not have the whole twice.
    """
    html = requests.get(f"{server.base_url}/", timeout=30).text
    worker = requests.get(f"{server.base_url}/service-worker.js", timeout=30).text
    [old] = re.findall(r'src="(/assets/main-[^"]+\.js)"', html)
    new = old.replace("main-", "main-next-")
    changed = html.replace(old, new)
    digest = base64.b64encode(hashlib.sha256(changed.encode()).digest()).decode()
    told = re.sub(r"sha256-[A-Za-z0-9+/=]+", f"sha256-{digest}", worker).replace(
        old, f"{new},{old}"
    )
    told = re.sub(r"(version:.)[0-9a-f]{16}", r"\g<1>0123456789abcdef", told)
    server.changed = {new: f'export * from "{old}"', "/": changed, "/service-worker.js": told}


def test_a_deploy_reaches_pages_that_are_open_and_loses_nothing(
    desks: Callable[..., Desk], base_url: str
) -> None:
    with front(base_url) as server:
        desk = desks(base_url=server.base_url)
        desk.sign_up()
        tab = desk.talk(desk.negotiate())
        wait_until_installed(tab.page)
        deploy(server)
        tab.box.fill("not sent yet")
        newer = tab.page.get_by_text("There is a newer version of this page.")
        wait_until_taken_over(desk, tab, newer)
        tab.shoot("new-version")
        tab.press("Load it")
        expect(tab.page.locator("script[src*=main-next-]")).to_be_attached()
        expect(tab.box).to_have_value("not sent yet")
        wait_until_installed(tab.page)
        expect(newer).to_have_count(0)


def test_half_a_deploy_is_not_taken_for_a_whole_one(
    desks: Callable[..., Desk], base_url: str
) -> None:
    with front(base_url) as server:
        desk = desks(base_url=server.base_url)
        desk.sign_up()
        tab = desk.tab("/negotiations")
        wait_until_installed(tab.page)
        known = tab.page.evaluate("caches.keys()")
        deploy(server)
        del server.changed["/"]  # an old gateway answers for the page, a new one for its worker
        refused = tab.page.evaluate(
            """async () => {
              const ready = await navigator.serviceWorker.ready;
              const soon = () => new Promise((done) => setTimeout(done, 20));
              let isFound = false;
              ready.addEventListener("updatefound", () => { isFound = true });
              // A look that was on its way before has not seen it, and answers for the first.
              while (!isFound) await ready.update().then(soon);
              while (ready.installing) await soon();
              return ready.waiting === null;
            }"""
        )
        assert refused
        assert tab.page.evaluate("caches.keys()") == known
        tab.page.reload()
        expect(tab.page.get_by_text("Which car are you after?")).to_be_visible()
