"""The moves of a bargain: offers, dealer's messages, and the two ways to end it."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.desk import Desk


def test_the_suggested_price_is_offered_with_one_click(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.press("Offer this: $17,400")
    expect(tab.figure("Your last offer")).to_contain_text("$17,400")
    tab.advice(2).wait_for()
    expect(tab.page.get_by_text("Round 2 of 10").first).to_be_visible()
    expect(tab.page.get_by_role("region", name="Suggested next")).to_contain_text("$17,574")
    expect(tab.page.locator(".recharts-line-dots circle").first).to_be_attached()


def test_a_double_click_is_one_offer(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.button("Offer this: $17,400").dblclick()
    tab.advice(2).wait_for()
    expect(tab.bubbles).to_have_count(3)
    expect(tab.page.get_by_text("Round 2 of 10").first).to_be_visible()


def test_a_dealers_message_with_its_price_moves_the_bargain(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.choose("Dealer said")
    words = "Fine. <b>$19,500</b> and it is yours, today only."
    tab.page.get_by_label("What the dealer said or wrote").fill(words)
    tab.press("Is $19,500 the dealer’s price?")
    tab.page.get_by_label("Came by").select_option("phone")
    tab.shoot("dealer-box")
    tab.press("Add the dealer’s message")
    quote = tab.page.locator("article[data-who=dealer]")
    expect(quote).to_contain_text(words)
    expect(quote).to_contain_text("by phone")
    expect(tab.figure("Dealer’s latest")).to_contain_text("$19,500")
    tab.advice(2).wait_for()
    expect(tab.button("Accept $19,500")).to_be_visible()
    tab.shoot("advised-to-accept")


def test_accepting_says_what_it_does_and_ends_the_bargain(desk: Desk) -> None:
    negotiation = desk.negotiate()
    desk.post(negotiation, "offers", amount="20500", party="dealer")
    tab = desk.talk(negotiation)
    tab.press("Accept a price")
    dialog = tab.page.get_by_role("dialog")
    expect(dialog).to_contain_text("You agree to buy the 2019 Toyota Camry for $20,500.")
    expect(dialog).to_contain_text("That is $4,500 under the asking price.")
    tab.shoot("accept")
    dialog.get_by_role("button", name="Accept $20,500").click()
    expect(dialog).to_have_count(0)
    expect(tab.page.get_by_role("heading", name="Agreed at $20,500")).to_be_visible()
    expect(tab.page.get_by_text("Nothing is cut off")).to_have_count(0)
    tab.shoot("agreed")
    tab.ask("Was that good?")
    expect(tab.bubbles.filter(has_text="Was that good?")).to_have_count(1)


def test_accepting_above_the_limit_takes_a_second_yes(desk: Desk) -> None:
    negotiation = desk.negotiate()
    desk.post(negotiation, "offers", amount="22000", party="dealer")
    tab = desk.talk(negotiation)
    tab.press("Accept a price")
    tab.button("Accept $22,000").click()
    dialog = tab.page.get_by_role("dialog")
    expect(dialog).to_contain_text("This is above your limit")
    assert "$21,000" not in tab.at_rest().page.locator("body").inner_text()
    tab.shoot("accept-above-limit")
    tab.press("No, go back")
    tab.button("Accept $22,000").click()
    tab.press("Accept $22,000 above my limit")
    expect(tab.page.get_by_role("heading", name="Agreed at $22,000")).to_be_visible()


def test_walking_away_is_confirmed_and_final(desk: Desk) -> None:
    negotiation = desk.negotiate()
    desk.post(negotiation, "offers", amount="18000", party="buyer")
    tab = desk.talk(negotiation)
    tab.button("Walk away").first.click()
    dialog = tab.page.get_by_role("dialog")
    expect(dialog).to_contain_text("The dealer asks $25,000, your last offer was $18,000: $7,000")
    tab.shoot("walk-away")
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_have_count(0)
    tab.button("Walk away").first.click()
    dialog.get_by_role("button", name="Walk away").click()
    expect(tab.page.get_by_role("heading", name="You walked away")).to_be_visible()
    expect(tab.page.get_by_role("radio", name="My offer")).to_have_count(0)


def test_the_limit_is_hidden_until_it_is_asked_for(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    expect(tab.figure("Your limit")).to_contain_text("hidden")
    tab.press("Show Your limit")
    expect(tab.figure("Your limit")).to_contain_text("$21,000")


def test_an_amount_that_can_be_read_two_ways_is_asked_back(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.choose("My offer")
    tab.page.get_by_label("The amount you offered the dealer").fill("18.500")
    tab.page.get_by_label("The amount you offered the dealer").press("Enter")
    expect(tab.page.get_by_text("Which one do you mean?")).to_be_visible()
    tab.shoot("amount-asked-back")
    tab.button(re.compile(r"^\$18,500$")).click()
    tab.press("Add my offer of $18,500")
    expect(tab.figure("Your last offer")).to_contain_text("$18,500")


def test_the_last_round_leaves_accepting_and_walking_away(desk: Desk) -> None:
    negotiation = desk.negotiate(max_rounds=2)
    desk.post(negotiation, "offers", amount="18000", party="buyer")
    tab = desk.talk(negotiation)
    card = tab.page.get_by_role("region", name="Suggested next")
    expect(card).to_contain_text("Last round: accept or walk away.")
    expect(card).to_contain_text("No offer is left.")
    expect(card).not_to_contain_text("$")
    tab.shoot("last-round")
    expect(tab.button(re.compile("Offer this"))).to_have_count(0)
    tab.choose("My offer")
    expect(tab.page.get_by_text("This is the last round")).to_be_visible()


def test_the_course_of_offers_is_drawn_and_told(desk: Desk) -> None:
    negotiation = desk.negotiate()
    desk.post(negotiation, "offers", amount="17400", party="buyer")
    desk.post(negotiation, "offers", amount="23000", party="dealer")
    desk.post(negotiation, "offers", amount="18500.50", party="buyer")
    tab = desk.talk(negotiation)
    expect(tab.page.locator(".recharts-line-dots circle")).to_have_count(3)
    course = tab.page.get_by_role("region", name="The course of offers")
    rows = course.get_by_role("table").get_by_role("row")
    expect(rows).to_have_count(4)
    expect(rows.nth(3)).to_contain_text("$18,500.50")
    course.scroll_into_view_if_needed()
    tab.shoot("course")
    tab.press("Show as a table")
    expect(course.get_by_role("table")).to_be_visible()
