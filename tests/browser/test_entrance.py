"""Signing up, logging in, the demo, and the list."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.desk import PASSWORD, Desk


def test_a_new_buyer_signs_up_opens_a_negotiation_and_gets_advice(
    desks: Callable[..., Desk],
) -> None:
    tab = desks().tab()
    tab.press("New here? Create an account")
    tab.page.get_by_label("E-mail").fill(f"buyer-{uuid.uuid4().hex}@example.com")
    tab.page.get_by_label("Password", exact=True).fill(PASSWORD)
    tab.press("Create account")
    tab.page.get_by_role("heading", name="Which car are you after?").wait_for()
    tab.shoot("list-empty")
    tab.page.get_by_role("link", name="Start your first negotiation").click()
    for label, text in {
        "Year": "2019",
        "Make": "Toyota",
        "Model": "Camry",
        "Asking price": "$25,000",
        "Your target": "20k",
        "Your limit (optional)": "21,000",
    }.items():
        tab.page.get_by_label(label).fill(text)
    tab.press("Ask for the opening offer")
    tab.advice(1).wait_for()
    expect(tab.page.get_by_role("region", name="Suggested next")).to_contain_text("$17,400")
    expect(tab.button("Offer this: $17,400")).to_be_enabled()
    expect(tab.chip("Live")).to_be_visible()
    tab.shoot("negotiation-opened")


def test_the_demo_buyer_has_three_negotiations(desks: Callable[..., Desk]) -> None:
    tab = desks().tab()
    tab.press("Try the demo buyer")
    expect(tab.page.locator("article")).to_have_count(3)
    tab.shoot("list-demo")


def test_a_wrong_password_is_told_and_the_address_kept(desks: Callable[..., Desk]) -> None:
    tab = desks().tab()
    tab.page.get_by_label("E-mail").fill("nobody@example.com")
    tab.page.get_by_label("Password", exact=True).fill("not the password")
    tab.press("Log in")
    expect(tab.page.get_by_role("alert")).to_contain_text("do not match")
    expect(tab.page.get_by_label("E-mail")).to_have_value("nobody@example.com")


def test_an_ended_login_leads_through_the_login_page_back_to_what_was_typed(
    desks: Callable[..., Desk],
) -> None:
    desk = desks()
    email = desk.sign_up()
    negotiation = desk.negotiate()
    tab = desk.talk(negotiation)
    tab.box.fill("half a thought")
    tab.at_rest()  # what it asks by itself would tell it, too
    desk.context.clear_cookies()
    tab.choose("My offer")
    tab.page.get_by_label("The amount you offered the dealer").fill("18,000")
    tab.press("Add my offer of $18,000")
    expect(tab.page.get_by_role("status").filter(has_text="log-in has ended")).to_be_visible()
    tab.shoot("login-ended")
    tab.page.get_by_label("E-mail").fill(email)
    tab.page.get_by_label("Password", exact=True).fill(PASSWORD)
    tab.press("Log in")
    expect(tab.page).to_have_url(re.compile(negotiation))
    expect(tab.figure("Your last offer")).to_contain_text("$18,000")
    tab.choose("Ask")
    expect(tab.box).to_have_value("half a thought")


def test_the_list_loads_more(desk: Desk) -> None:
    for _ in range(21):
        desk.negotiate()
    tab = desk.tab("/negotiations")
    cards = tab.page.locator("article")
    expect(cards).to_have_count(20)
    tab.press("Load more")
    expect(cards).to_have_count(21)
    expect(tab.button("Load more")).to_have_count(0)


def test_a_foreign_or_unknown_negotiation_is_not_found(desk: Desk) -> None:
    tab = desk.tab(f"/negotiations/{uuid.uuid4()}")
    expect(tab.page.get_by_role("heading", name="There is nothing here")).to_be_visible()


def test_logging_out_forgets_what_was_typed(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.box.fill("a secret")
    tab.press("Your account")
    tab.page.get_by_role("menuitem", name="Log out").click()
    tab.page.get_by_role("heading", name="Log in").wait_for()
    assert tab.page.evaluate("sessionStorage.length") == 0
