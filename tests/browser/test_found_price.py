"""The price in a dealer's words: asked about by the composer, recorded with one click, once."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.desk import Desk, Tab

RECORD = "Record $18,400 as their offer"


def question(tab: Tab) -> Locator:
    """What is asked about the price in the dealer's words."""
    return tab.page.locator("[data-found-price]")


def test_it_is_recorded_with_one_click_in_both_tabs(desk: Desk) -> None:
    negotiation = desk.negotiate()
    words = "We can do $18,400 plus a $499 doc fee."
    desk.post(negotiation, "dealer-messages", content=words, channel="email")
    tab, other = desk.talk(negotiation), desk.talk(negotiation)
    for each in (tab, other):
        expect(question(each)).to_contain_text("The dealer asks $18,400.")
        expect(question(each)).to_contain_text("This is not the all-in price")
        expect(question(each)).to_contain_text("doc fee $499")
    expect(tab.figure("Dealer’s latest")).to_have_text("–")
    expect(question(tab)).to_be_in_viewport(ratio=1)
    tab.shoot("found-price")
    tab.button(RECORD).dblclick()
    for each in (tab, other):
        expect(each.figure("Dealer’s latest")).to_contain_text("$18,400")
        expect(each.button(RECORD)).to_have_count(0)
        expect(each.page.locator("article[data-who=dealer]")).to_have_count(2)
    tab.advice(3).wait_for()
    tab.page.reload()
    tab.advice(3).wait_for()
    expect(tab.button(RECORD)).to_have_count(0)


def test_it_is_asked_about_as_soon_as_the_words_are_passed_on(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.choose("Dealer said")
    words = "Alright: $18,400 out the door, all in."
    tab.page.get_by_label("What the dealer said or wrote").fill(words)
    tab.press("Add the dealer’s message")
    expect(tab.button(RECORD)).to_be_in_viewport(ratio=1)
    expect(question(tab)).to_contain_text("Fees and taxes are in it, they say.")
    tab.advice(2).wait_for()
    expect(tab.button(RECORD)).to_be_in_viewport(ratio=1)


def test_it_can_be_said_to_be_none(phone: Desk) -> None:
    negotiation = phone.negotiate()
    phone.post(negotiation, "dealer-messages", content="I could take 6,600 off.", channel="phone")
    tab = phone.talk(negotiation)
    expect(question(tab)).to_contain_text("brings the dealer’s price to $18,400.")
    expect(question(tab)).to_be_in_viewport(ratio=1)
    tab.shoot("found-price-phone")
    tab.button("Not their price").tap()
    expect(tab.button(RECORD)).to_have_count(0)
    tab.page.reload()
    tab.advice(2).wait_for()
    expect(tab.button(RECORD)).to_have_count(0)
    assert tab.overflow() == 0
