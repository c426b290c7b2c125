"""Notifications: asked for by a click that explains them, shown when nobody looks, and followed.

Real push services cannot be reached here: the subscription is the test's, the service is one on
loopback, and what it was sent is handed to the browser through its developer protocol.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.desk import Desk, heard
from tests.browser.test_offline import wait_until_installed
from tests.support.browser import WHOLE, started_chromium
from tests.support.push_service import PushService, Subscriber
from tests.support.waiting import wait_for

SUBSCRIBE = """(body) => {
  const KEPT = 'test.subscribed-with';
  const subscription = {
    endpoint: body.endpoint,
    options: { applicationServerKey: null },
    toJSON: () => body,
    unsubscribe: async () => { localStorage.removeItem(KEPT); return true },
  };
  PushManager.prototype.getSubscription = async () => localStorage.getItem(KEPT) && subscription;
  PushManager.prototype.subscribe = async (options) => {
    localStorage.setItem(KEPT, JSON.stringify(options));
    return subscription;
  };
}"""
SHOWN = """async () => {
  const ready = await navigator.serviceWorker.ready;
  const shown = await ready.getNotifications();
  return shown.map(({ title, body, tag, data }) => ({ title, body, tag, data }));
}"""
CLICK = """async () => {
  const [notification] = await self.registration.getNotifications();
  const followed = { focused: [], opened: [] };
  WindowClient.prototype.focus = async function () {
    followed.focused.push(new URL(this.url).pathname);
    return this;
  };
  self.clients.openWindow = async (path) => { followed.opened.push(path); return null };
  const click = new NotificationEvent('notificationclick', { notification });
  let waited = null;
  click.waitUntil = (until) => { waited = until };
  self.dispatchEvent(click);
  await waited;
  return { ...followed, left: (await self.registration.getNotifications()).length };
}"""
"""No protocol clicks on a notification, and windows may only be focused after a real click."""


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One that shows notifications, which the light one does not."""
    with started_chromium(playwright, WHOLE) as browser:
        yield browser


def deliverer(desk: Desk, page: Page) -> Callable[[object], None]:
    """Hands texts to the page's service worker as if they came from a push service."""
    session = desk.context.new_cdp_session(page)
    registrations: list[dict[str, Any]] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: registrations.extend(event["registrations"]),
    )
    session.send("ServiceWorker.enable")
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    heard(page, lambda: registrations, "the registration")
    ours = [each for each in registrations if each["scopeURL"].startswith(desk.base_url)]

    def deliver(told: object) -> None:
        session.send(
            "ServiceWorker.deliverPushMessage",
            {
                "origin": desk.base_url,
                "registrationId": ours[0]["registrationId"],
                "data": told if isinstance(told, str) else json.dumps(told),
            },
        )

    return deliver


def told_of(negotiation: str) -> dict[str, str]:
    return {
        "title": "AutoDealGenie",
        "body": "Your adviser answered about your 2019 Toyota Camry.",
        "language": "en",
        "negotiation_id": negotiation,
    }


def test_an_answer_is_told_to_who_asked_for_it_and_looks_elsewhere(
    desk: Desk, pushes: PushService
) -> None:
    browser = Subscriber(f"{pushes.origin}/{id(desk)}")
    desk.context.grant_permissions(["notifications"])
    desk.context.add_init_script(f"({SUBSCRIBE})({json.dumps(browser.as_body())})")
    negotiation = desk.negotiate()
    tab = desk.tab("/negotiations")
    wait_until_installed(tab.page)
    tab.press("Your account")
    tab.page.get_by_role("menuitem", name="Notifications").click()
    dialog = tab.page.get_by_role("dialog")
    expect(dialog).to_contain_text("There is no price in it")
    tab.shoot("notifications")
    dialog.get_by_role("button", name="Turn on").click()
    expect(dialog.get_by_text("Notifications are on in this browser.")).to_be_visible()
    features = desk.context.request.get("/api/v1/features").json()
    used = json.loads(tab.page.evaluate("localStorage.getItem('test.subscribed-with')"))
    assert used == {"userVisibleOnly": True, "applicationServerKey": features["push_public_key"]}
    dialog.get_by_role("button", name="Close").last.click()

    desk.post(negotiation, "chat", content="Tell me when you know.")
    ours = f"/{id(desk)}"
    messages = wait_for(
        lambda: [each for each in pushes.received if each.path == ours], what="a push"
    )
    told = browser.opened(messages[0].body)
    assert told == told_of(negotiation)
    assert messages[0].claims(pushes.origin)["sub"].startswith("mailto:")
    deliverer(desk, tab.page)(told)
    [shown] = wait_for(lambda: tab.page.evaluate(SHOWN), what="the notification")
    path = f"/negotiations/{negotiation}"
    assert shown == {
        "title": told["title"],
        "body": told["body"],
        "tag": negotiation,
        "data": path,
    }

    tab.press("Your account")
    tab.page.get_by_role("menuitem", name="Notifications").click()
    dialog.get_by_role("button", name="Turn off").click()
    expect(dialog.get_by_role("button", name="Turn on")).to_be_visible()
    assert tab.page.evaluate("localStorage.getItem('test.subscribed-with')") is None


def test_a_click_leads_to_the_negotiation(desk: Desk) -> None:
    desk.context.grant_permissions(["notifications"])
    negotiation = desk.negotiate()
    path = f"/negotiations/{negotiation}"
    tab = desk.tab("/negotiations")
    wait_until_installed(tab.page)
    deliver = deliverer(desk, tab.page)
    [worker] = desk.context.service_workers
    deliver(told_of(negotiation))
    wait_for(lambda: tab.page.evaluate(SHOWN), what="the notification")
    assert worker.evaluate(CLICK) == {"focused": [path], "opened": [], "left": 0}
    tab.advice(1).wait_for()
    other = desk.negotiate()
    deliver(told_of(other))
    wait_for(lambda: tab.page.evaluate(SHOWN), what="another notification")
    tab.page.goto("about:blank")
    followed = worker.evaluate(CLICK)
    assert followed == {"focused": [], "opened": [f"/negotiations/{other}"], "left": 0}


def test_who_looks_at_it_is_not_told(desk: Desk) -> None:
    desk.context.grant_permissions(["notifications"])
    negotiation, *others = (desk.negotiate() for _ in range(3))
    tab = desk.talk(negotiation)
    wait_until_installed(tab.page)
    deliver = deliverer(desk, tab.page)
    for nonsense in ("", "not json", "{}", "null", json.dumps({"title": 1})):
        deliver(nonsense)
    for each in (negotiation, *others):
        deliver(told_of(each))
    wait_for(lambda: len(tab.page.evaluate(SHOWN)) >= 2, what="the notifications of the others")
    assert {shown["tag"] for shown in tab.page.evaluate(SHOWN)} == set(others)


def test_a_browser_that_forbids_it_is_told_how_to_allow_it(desk: Desk) -> None:
    desk.context.add_init_script(
        "Object.defineProperty(Notification, 'permission', { get: () => 'denied' })"
    )
    tab = desk.tab("/negotiations")
    wait_until_installed(tab.page)
    tab.press("Your account")
    tab.page.get_by_role("menuitem", name="Notifications").click()
    dialog = tab.page.get_by_role("dialog")
    expect(dialog).to_contain_text("does not allow them here")
    expect(dialog.get_by_role("button", name="Turn on")).to_have_count(0)
