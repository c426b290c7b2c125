"""By keyboard alone: the focus is seen, moves with the screen, comes back, and is never lost."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.desk import PASSWORD, Desk, Tab, at_rest
from tests.browser.line_states import LIST
from tests.browser.test_list import CIVIC, card
from tests.support.waiting import wait_for

MOST_STOPS = 60
FOCUSED = """(wanted) => {
  const element = document.activeElement;
  const near = [element, element.parentElement, element.nextElementSibling].filter(Boolean);
  const seen = near.map((each) => getComputedStyle(each));
  const isSeen = element.matches(':focus-visible') && seen.some((style) =>
    (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1)
    || style.boxShadow !== 'none');
  const outer = element.outerHTML.slice(0, 200);
  return [isSeen || !element.matches(':focus'), element === wanted, outer];
}"""
"""Whether what has the focus, if anything has it, is seen to; whether it is wanted; what it is."""


def walk_to(page: Page, wanted: Locator) -> None:
    """Press Tab until it has the focus; every stop on the way must be seen to have it."""
    at_rest(page)
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        is_seen, is_wanted, outer = wanted.evaluate(FOCUSED)
        assert is_seen, f"the focus is not seen on {outer}"
        if is_wanted:
            return
    raise AssertionError(f"{wanted} cannot be reached with Tab")


def title(tab: Tab, text: str) -> Locator:
    return tab.page.get_by_role("heading", level=1, name=text)


def test_from_signing_up_to_an_offer_without_a_mouse(desks: Callable[..., Desk]) -> None:
    tab = desks().tab()
    page = tab.page
    tab.button("New here? Create an account").wait_for()
    walk_to(page, tab.button("New here? Create an account"))
    tab.key("Enter")
    walk_to(page, page.get_by_label("E-mail"))
    page.keyboard.type(f"buyer-{uuid.uuid4().hex}@example.com")
    walk_to(page, page.get_by_label("Password", exact=True))
    page.keyboard.type(PASSWORD)
    tab.key("Enter")
    expect(title(tab, "Your negotiations")).to_be_focused()
    first = page.get_by_role("link", name="Start your first negotiation")
    first.wait_for()
    walk_to(page, first)
    tab.key("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    for label, text in {
        "Year": "2019",
        "Make": "Toyota",
        "Model": "Camry",
        "Asking price": "25000",
        "Your target": "20000",
    }.items():
        walk_to(page, page.get_by_label(label))
        page.keyboard.type(text)
    tab.key("Enter")
    tab.advice(1).wait_for()
    expect(title(tab, "2019 Toyota Camry")).to_be_focused()
    walk_to(page, tab.box)
    page.keyboard.type("Is it fair?")
    tab.key("Enter")
    expect(tab.box).to_have_value("")
    expect(tab.box).to_be_focused()
    tab.advice(2).wait_for()
    expect(tab.box).to_be_focused()
    page.keyboard.type("And now?")
    walk_to(page, tab.button("Send"))
    tab.key("Enter")
    expect(tab.said("And now?")).to_be_visible()
    expect(tab.box).to_be_focused()
    tab.advice(3).wait_for()
    walk_to(page, tab.button("Offer this: $17,400"))
    tab.key("Enter")
    expect(tab.figure("Your last offer")).to_contain_text("$17,400")
    expect(title(tab, "2019 Toyota Camry")).to_be_focused()


def test_each_screen_begins_at_its_title(desk: Desk) -> None:
    desk.negotiate()
    desk.negotiate(label="Downtown")
    tab = desk.tab("/negotiations")
    page = tab.page
    page.get_by_role("link", name="2 for this car, side by side").first.press("Enter")
    expect(title(tab, "2019 Toyota Camry, side by side")).to_be_focused()
    page.go_back()
    expect(title(tab, "Your negotiations")).to_be_focused()
    page.get_by_role("link", name="2019 Toyota Camry").first.press("Enter")
    expect(title(tab, "2019 Toyota Camry")).to_be_focused()
    page.get_by_role("link", name="All negotiations").first.press("Enter")
    expect(title(tab, "Your negotiations")).to_be_focused()
    page.evaluate("history.pushState(null, '', '/no/such/screen')")
    expect(page).to_have_title("There is nothing here · AutoDealGenie")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    tab.key("Shift+Tab")
    assert page.locator("header *:focus").count() == 1


@pytest.mark.parametrize("path", ["/negotiations", "/no/such/screen"])
def test_the_first_stop_leads_past_the_bar(desk: Desk, path: str) -> None:
    tab = desk.tab(path)
    tab.page.locator("main h1").wait_for()
    tab.key("Tab")
    skip = tab.page.locator("header a[href='#content']")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    tab.key("Enter")
    tab.key("Tab")
    expect(tab.page.locator("main *:focus")).to_have_count(1)


@pytest.mark.parametrize(
    "opener",
    ["Accept a price", "Walk away", "Use $17,400", "Keyboard shortcuts", "Draft for the"],
)
def test_a_dialog_gives_the_focus_back(desk: Desk, opener: str) -> None:
    tab = desk.talk(desk.negotiate())
    dialog = tab.page.get_by_role("dialog")
    button = tab.page.get_by_role("button", name=opener).first
    button.focus()
    tab.key("Enter")
    expect(dialog.locator("*:focus")).to_have_count(1)
    for _ in range(12):
        tab.key("Tab")
        expect(dialog.locator("*:focus")).to_have_count(1)
    tab.key("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()


def test_a_dialog_opened_from_the_menu_gives_the_focus_to_its_button(desk: Desk) -> None:
    tab = desk.tab("/negotiations")
    tab.button("Your account").focus()
    tab.key("Enter")
    item = tab.page.get_by_role("menuitem", name="Notifications")
    item.focus()
    tab.key("Enter")
    dialog = tab.page.get_by_role("dialog")
    dialog.wait_for()
    tab.key("Escape")
    expect(dialog).to_have_count(0)
    expect(tab.button("Your account")).to_be_focused()


def test_who_binds_themselves_goes_on_at_the_title(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.button("Walk away").press("Enter")
    tab.page.get_by_role("dialog").get_by_role("button", name="Walk away").press("Enter")
    expect(tab.page.get_by_role("dialog")).to_have_count(0)
    expect(tab.page.get_by_role("banner")).to_contain_text("Walked away")
    expect(title(tab, "2019 Toyota Camry")).to_be_focused()


def test_a_button_that_goes_leaves_the_focus_somewhere(desk: Desk) -> None:
    desk.negotiate()
    desk.negotiate(label="Downtown")
    desk.negotiate(**CIVIC)
    tab = desk.tab("/negotiations")
    for name in ("Downtown", "Civic"):
        card(tab, name).get_by_role("checkbox", name="Compare").press("Space")
    tab.button("Choose none").press("Enter")
    expect(title(tab, "Your negotiations")).to_be_focused()
    search = tab.page.get_by_role("searchbox")
    search.fill("civic")
    tab.button("Show all").press("Enter")
    expect(search).to_be_focused()
    button = card(tab, "Civic").get_by_role("button", name="Add a label")
    button.press("Enter")
    tab.page.get_by_role("textbox", name="Label").fill("Uptown")
    tab.key("Enter")
    expect(card(tab, "Uptown").get_by_role("button", name="Change the label")).to_be_focused()
    tab.page.get_by_role("link", name="2 for this car, side by side").first.press("Enter")
    tab.button("Remove").last.press("Enter")
    expect(tab.page.get_by_role("columnheader")).to_have_count(1)
    expect(tab.page.get_by_role("heading", level=1)).to_be_focused()


def test_what_moves_stands_still_for_who_asks_for_it(desk: Desk) -> None:
    tab = desk.tab("/negotiations")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    tab.page.route(LIST, hold)
    tab.page.evaluate("localStorage.removeItem('adg.user')")
    tab.page.reload()
    waiting = tab.page.locator("main [role=status] [class*=Skeleton]").first
    waiting.wait_for()
    running = "document.getAnimations().filter(({ playState }) => playState === 'running').length"
    assert tab.page.evaluate(running) == 0
    tab.page.emulate_media(reduced_motion="no-preference")
    wait_for(lambda: tab.page.evaluate(running) > 0, what="something that moves")
